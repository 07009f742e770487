import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../publish/files.ts';
import { lastRun, type RunLog } from '../run-log.ts';
import { measured } from './measured.ts';

/** Ids of one of several regions that stand in one set: all digits, so that they keep their form. */
const renamed = (text: string, world: number): string =>
  text
    .replaceAll(/\bsch(\d{6})\b/g, (_, digits: string) => `sch${digits}${world}`)
    .replaceAll(/\b09([567]\d{2}000)\b/g, (_, rest: string) => `${10 + world}${rest}`);

/** Files that a region has once. */
const single = /^(roadmap|boundaries|dataset|truth|profiles\/)/;

/** Makes the demo region with its own random numbers; some seeds have no map. */
function makeWorld(folder: string, from: number): number {
  for (let seed = from; seed < from + 50; seed++) {
    const { status } = spawnSync(process.execPath, ['scripts/make-demo.ts', '--out', folder], {
      env: { ...process.env, ...(seed === 0 ? {} : { DINAMIKA_DEMO_SEED: String(seed) }) },
    });
    if (status === 0) return seed;
  }
  throw new Error(`no region from seed ${from}`);
}

/**
 * A set of so many regions as the demo's, each with numbers, schools and municipalities of its own, as one region.
 * @returns schools and rows of the set
 */
function writeLargeSet(folder: string, worlds: number): { schools: number; rows: number } {
  const set = join(folder, 'set');
  const made = join(folder, 'world');
  let seed = 0;
  let rows = 0;
  for (let world = 0; world < worlds; world++) {
    rmSync(made, { recursive: true, force: true });
    seed = makeWorld(made, seed) + 1;
    for (const path of filesBelow(made)) {
      if (world > 0 && single.test(path)) continue;
      // Byte by byte: one file is in windows-1251.
      const text = readFileSync(join(made, path), 'latin1');
      mkdirSync(join(set, path, '..'), { recursive: true });
      if (single.test(path)) writeFileSync(join(set, path), text, 'latin1');
      else {
        const own = world === 0 ? text : renamed(text.slice(text.indexOf('\n') + 1), world);
        rows += own.split('\n').length - (world === 0 ? 2 : 1);
        writeFileSync(join(set, path), own, { encoding: 'latin1', flag: 'a' });
      }
    }
  }
  rmSync(made, { recursive: true, force: true });
  const schools = readFileSync(join(set, 'schools.csv'), 'latin1').trimEnd().split('\n').length - 1;
  return { schools, rows };
}

const bytesOf = (folder: string, pattern = /./): number =>
  filesBelow(folder)
    .filter((path) => pattern.test(path))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);

const largest = (folder: string, pattern: RegExp): number =>
  Math.max(
    0,
    ...filesBelow(folder)
      .filter((path) => pattern.test(path))
      .map((path) => statSync(join(folder, path)).size),
  );

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Seconds of each stage that stands by itself, and of parts of others as `whole → part`. */
const stagesOf = ({ stages }: RunLog): [name: string, seconds: number, peak: number][] =>
  stages.map(({ stage, of, seconds, peak_mb }) => [
    of === undefined ? stage : `${of} → ${stage}`,
    seconds,
    peak_mb,
  ]);

interface Size {
  schools: number;
  stages: Map<string, [seconds: number, peak: number]>;
  bytes: [string, string][];
}

function measure(folder: string, worlds: number): Size {
  const { schools, rows } = writeLargeSet(folder, worlds);
  const [set, out, work, site] = ['set', 'data', 'work', 'site'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  process.env.DINAMIKA_LOGS = join(folder, 'logs');
  const stages: Size['stages'] = new Map();
  const note = (command: string, args: string[]) => {
    const { seconds, megabytes } = measured([`scripts/${command}.ts`, ...args, '--lang', 'en']);
    const run = lastRun(command);
    for (const [name, took, peak] of run ? stagesOf(run) : [])
      stages.set(`${command}: ${name}`, [took, peak]);
    stages.set(`npm run ${command}, all`, [seconds, megabytes]);
  };
  note('ingest', [set, '--out', out, '--work', work, '--preset', 'public']);
  // Charts for other pages are drawn once and kept; the bench `site` has their time.
  note('build', ['--data', out, '--out', site, '--embeds', 'none']);
  const release = String(lastRun('ingest')?.made.release);
  return {
    schools,
    stages,
    bytes: [
      ['raw rows', rows.toLocaleString('en')],
      ['raw files, MB', mb(bytesOf(set))],
      ['release, MB', mb(bytesOf(join(out, release)))],
      ['results.parquet, MB', mb(bytesOf(join(out, release), /^results\.parquet$/))],
      ['site, files', filesBelow(site).length.toLocaleString('en')],
      ['site, MB', mb(bytesOf(site))],
      ['largest page of a school, KB', (largest(site, /^schools\/.+\.html$/) / 1000).toFixed(0)],
      ['home page, KB', (largest(site, /^index\.html$/) / 1000).toFixed(0)],
      ['list of schools, KB', (largest(site, /^schools\/index\.html$/) / 1000).toFixed(0)],
    ],
  };
}

/** From raw files to the site for regions of several sizes: the time of each stage, memory, bytes. */
export function benchLarge(folder: string, sizes: readonly number[]): string[][][] {
  const all = sizes.map((worlds) => measure(join(folder, String(worlds)), worlds));
  const head = (title: string) => [title, ...all.map(({ schools }) => `${schools} schools`)];
  const names = [...new Set(all.flatMap(({ stages }) => [...stages.keys()]))];
  const cell = (size: Size, name: string): string => {
    const [seconds, peak] = size.stages.get(name) ?? [];
    return seconds === undefined ? '–' : `${seconds.toFixed(1)} s, ${peak?.toFixed(0)} MB`;
  };
  return [
    [head('from files to site'), ...names.map((name) => [name, ...all.map((size) => cell(size, name))])],
    [
      head('bytes, not compressed'),
      ...(all[0]?.bytes ?? []).map(([name], i) => [name, ...all.map(({ bytes }) => bytes[i]?.[1] ?? '')]),
    ],
  ];
}
