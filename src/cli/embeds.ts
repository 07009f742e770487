import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { type EmbedScope, scopeText, wholeScope } from '../embeds/scope.ts';
import { sha256 } from '../publish/files.ts';
import { lostPage } from '../site/embeds/lost.ts';
import { embedFolders } from './hosting/policy.ts';
import { contentHash } from './stages.ts';

/** What the drawing of a site is told. */
export interface EmbedJob {
  out: string;
  base: string;
  site: string | undefined;
  /** Which charts to draw; all when absent. */
  scope?: EmbedScope;
  /** Where drawings are kept from build to build; nowhere when absent. */
  kept?: string;
}

/** What a worker that draws one release is told. */
export interface ReleaseJob extends Pick<EmbedJob, 'out' | 'base' | 'site'> {
  kept: string;
  /** Changes with everything that decides what is drawn. */
  key: string;
}

/** What stands on the site. */
export interface Drawn {
  charts: number;
  files: number;
  /** Releases that had to be drawn; those that are not among them were kept from an earlier build. */
  drawn: number;
}

/** The browser scripts of embeds by the name they are served under: classic scripts, which need no CORS. */
const scripts = {
  'embed.js': 'host.ts',
  'embed/frame.js': 'frame.ts',
  'embed/open.js': 'open.ts',
  'embed/share.js': 'share.ts',
};

const sheets = { 'embed.css': ['embed.css'], 'share.css': ['panel.css', 'share.css'] };

/** Bundles a browser script of `src/embeds` into one classic script. */
export async function bundleScript(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join('src/embeds', source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/** Writes the scripts and the style of embeds into a site, and what hosts answer there to a lost address. */
export async function writeEmbedAssets(out: string, base: string): Promise<void> {
  mkdirSync(join(out, 'embed'), { recursive: true });
  for (const [name, source] of Object.entries(scripts))
    writeFileSync(join(out, name), await bundleScript(source));
  for (const [name, sources] of Object.entries(sheets))
    writeFileSync(
      join(out, 'embed', name),
      sources.map((source) => readFileSync(join('src/embeds', source), 'utf8')).join('\n'),
    );
  // Some hosts answer with the nearest one above the address, others with the one they are told.
  for (const folder of embedFolders) {
    mkdirSync(join(out, folder), { recursive: true });
    writeFileSync(join(out, folder, '404.html'), lostPage(base));
  }
}

/** All of the program that decides what a chart, its page and a download look like. */
const drawingRooms = ['charts', 'contract', 'embeds', 'i18n', 'indicators', 'publish', 'site', 'stats'];
const drawingFiles = [
  'src/cli/downloads.ts',
  'src/cli/embed-worker.ts',
  'data/reference',
  'package-lock.json',
];
const drawingVersion = (): string =>
  contentHash([...drawingRooms.map((room) => `src/${room}`), ...drawingFiles]);

function draw(data: string, release: string, job: ReleaseJob, scope: string): Promise<Drawn> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./embed-worker.ts', import.meta.url), {
      workerData: job,
      env: {
        ...process.env,
        DINAMIKA_DATA: resolve(data),
        DINAMIKA_RELEASE: release,
        DINAMIKA_EMBEDS: scope,
      },
    });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => code !== 0 && failed(new Error(`invalid exit of the drawing: ${code}`)));
  });
}

/**
 * Draws the embeds of every release, the oldest first. Each has a worker of its own: one process reads one release. A
 * release never changes, so one that was drawn by the same program for the same address is taken as it is.
 * @param releases names, the latest first
 */
export async function drawEmbeds(data: string, releases: readonly string[], job: EmbedJob): Promise<Drawn> {
  const { out, base, site, scope = wholeScope } = job;
  const kept = resolve(job.kept ?? `${out}.drawings`);
  const text = scopeText(scope);
  const version = drawingVersion();
  const total: Drawn = { charts: 0, files: 0, drawn: 0 };
  const wanted = scope.older ? releases : releases.slice(0, 1);
  try {
    for (const release of wanted.toReversed()) {
      const manifest = readFileSync(join(data, release, 'manifest.json'));
      const key = sha256(JSON.stringify([version, sha256(manifest), base, site ?? null, text]));
      const one = await draw(data, release, { out, base, site, kept, key }, text);
      total.charts += one.charts;
      total.files += one.files;
      total.drawn += one.drawn;
    }
  } finally {
    if (job.kept === undefined) rmSync(kept, { recursive: true, force: true });
  }
  return total;
}

/** Moves what was drawn beside the pages into the site, folder by folder. */
export function placeEmbeds(drawn: string, site: string): void {
  for (const folder of ['embed', 'en/embed', 'data']) {
    if (!existsSync(join(drawn, folder))) continue;
    mkdirSync(join(site, folder), { recursive: true });
    for (const name of readdirSync(join(drawn, folder)))
      renameSync(join(drawn, folder, name), join(site, folder, name));
  }
}
