import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../contract/vocabulary.ts';
import { filesBelow } from '../publish/files.ts';
import { buildSite } from './build.ts';
import { runPipeline } from './pipeline.ts';
import { line, spoken } from './progress.ts';
import { intactRelease } from './release.ts';
import { siteSources } from './rooms.ts';
import { contentHash, type Memory, skippable } from './stages.ts';

const dataRooms = [
  'audit',
  'canonical',
  'cli',
  'contract',
  'indicators',
  'ingest',
  'protect',
  'publish',
  'query',
  'stats',
];
const locked = ['package-lock.json', 'data/reference', 'data/methodology', 'data/roadmaps'];

const isIntact = (data: string, manifestSha256: string): boolean => {
  try {
    return intactRelease(data).manifestSha256 === manifestSha256;
  } catch {
    return false;
  }
};

/** Names and sizes of a built site: enough to notice that something was taken away or cut short. */
const siteShape = (folder: string): string =>
  existsSync(folder)
    ? contentHash(
        [],
        filesBelow(folder).map((path) => `${path} ${statSync(join(folder, path)).size}`),
      )
    : '';

/** The demo has folders of its own, so that it never meets an operator's data or site. */
const demo = { data: '.cache/demo/data', work: '.cache/demo/canonical', site: '.cache/demo/site' };

/** Where `demoSite` builds. */
export const demoFolder = demo.site;
/** The releases that it is built from. */
export const demoData = demo.data;

const memory = '.cache/stages/ingest.json';
const demoSet = 'data/demo';

/** Hash of all that the demo's release is made of: the set, the program, what is locked. */
const ingestKey = (): string => contentHash([demoSet, ...dataRooms.map((room) => `src/${room}`), ...locked]);

/** Where the demo's release lies if `npm start` or `npm test` has made it by this very program; else undefined. */
export function currentDemo(): { out: string; work: string; folder: string } | undefined {
  if (!existsSync(memory)) return undefined;
  const { key, result } = JSON.parse(readFileSync(memory, 'utf8')) as Memory;
  if (key !== ingestKey() || !isIntact(demo.data, result)) return undefined;
  return { out: demo.data, work: demo.work, folder: intactRelease(demo.data).folder };
}

/** Brings the demo site up to date: ingests and builds only what has changed since the last time, by content. */
export async function demoSite(lang: Language): Promise<void> {
  const { data, work, site } = demo;
  const ingested = await skippable(
    memory,
    ingestKey(),
    (hash) => isIntact(data, hash),
    async () => {
      const methodology = 'data/methodology/default.json';
      await runPipeline({ folder: demoSet, out: data, work, methodology, preset: 'public', lang });
      return intactRelease(data).manifestSha256;
    },
  );
  if (ingested.skipped) line(`✓ ${spoken().stages.ingest}: ${spoken().unchanged}`);
  const built = await skippable(
    '.cache/stages/build.json',
    contentHash(siteSources, [ingested.result]),
    (shape) => siteShape(site) === shape,
    async () => {
      await buildSite({ data, out: site, site: process.env.DINAMIKA_SITE, base: '/' });
      return siteShape(site);
    },
  );
  if (built.skipped) line(`✓ ${spoken().stages.build}: ${spoken().unchanged}`);
}
