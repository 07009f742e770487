import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Engine } from '../../contract/engine.ts';
import { Fault } from '../../contract/fault.ts';
import { languages } from '../../contract/vocabulary.ts';
import type { HubRegion, HubRegions, HubShard } from '../../hub/files.ts';
import { sha256 } from '../../hub/hash.ts';
import { hubEdition, type IndexedRegion, indexFiles } from '../../hub/index-files.ts';
import { hubCatalogue, hubPage } from '../../hub/page.ts';
import { dataOf, latestOf, readRegion } from '../../hub/region.ts';
import { openNative } from '../../query/native.ts';
import { exclusively, isOurs } from '../guard.ts';
import { line, spoken } from '../progress.ts';
import { contentHash } from '../stages.ts';
import { swap, sweepBeside } from '../swap.ts';
import { writeHubAssets } from './assets.ts';
import { layRegion } from './lake.ts';

export interface HubOptions {
  /** Folder with a folder per region: a built site, or its releases. */
  regions: string;
  /** Folder of the hub; replaced only when everything is written. */
  out: string;
  /** What was made of each region, so that one that did not change is not read again. */
  work: string;
  base: string;
  /** Address of the hub, for the catalogue. */
  site: string | undefined;
  /** Where to lay the tables as partitions. */
  lake: string | undefined;
}

/** What a run did. */
export interface HubReport {
  edition: string;
  regions: number;
  schools: number;
  read: string[];
  unchanged: number;
  /** Regions that could not be read; those known from an earlier run stand as they were. */
  faults: { id: string; fault: Fault; stays: boolean }[];
  laid: number;
}

const marker = 'regions.json';
const programFiles = ['src/hub', 'src/site/search-shards.ts', 'src/site/search-terms.ts'];

/** What is kept of a region beside its files of schools. */
interface Kept extends IndexedRegion {
  program: string;
}

const keptFile = (work: string, id: string): string => join(work, `${id}.json`);
const shardFile = (folder: string, name: string): string => join(folder, `${name}.json`);

function keptOf(work: string, id: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(keptFile(work, id), 'utf8')) as Kept;
    return kept.shards.every((name) => existsSync(shardFile(join(work, 's'), name))) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

/** Files of schools are named by what is in them. */
function storeShard(work: string, shard: HubShard): string {
  const text = JSON.stringify(shard);
  const name = sha256(text).slice(0, 16);
  const path = shardFile(join(work, 's'), name);
  if (!existsSync(path)) writeWhole(path, text);
  return name;
}

/** A region as it is now; read only when its release, its address or this program has changed. */
async function regionOf(engine: Engine, options: HubOptions, id: string, program: string) {
  const folder = join(options.regions, id);
  const url = `${id}/`;
  const kept = keptOf(options.work, id);
  try {
    const { manifest_sha256 } = latestOf(folder);
    if (kept && kept.program === program && kept.region.manifest_sha256 === manifest_sha256)
      return { kept, isRead: false };
    const { region, shards, words } = await readRegion(engine, folder, id, url);
    const fresh: Kept = {
      program,
      region,
      words,
      shards: shards.map((one) => storeShard(options.work, one)),
    };
    writeWhole(keptFile(options.work, id), JSON.stringify(fresh));
    return { kept: fresh, isRead: true };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kept, isRead: false, fault: error };
  }
}

const isRegion = (folder: string): boolean => {
  try {
    dataOf(folder);
    return true;
  } catch {
    // A folder with a page but without releases is a region that went wrong; any other is none of ours.
    return existsSync(join(folder, 'dinamika-site.json'));
  }
};

/** @throws Fault `no-regions` */
function regionIds(folder: string): string[] {
  const found = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const ids = found.filter((one) => one.isDirectory() && !one.name.startsWith('.')).map(({ name }) => name);
  const regions = ids.filter((id) => isRegion(join(folder, id))).sort();
  if (regions.length === 0) throw new Fault('no-regions', { file: folder });
  const strange = regions.find((id) => !/^[\w-]+$/.test(id));
  if (strange !== undefined) throw new Fault('region-folder-name', { file: join(folder, strange) });
  return regions;
}

function write(out: string, path: string, text: string): void {
  mkdirSync(join(out, path, '..'), { recursive: true });
  writeFileSync(join(out, path), text);
}

async function writeHub(out: string, parts: readonly IndexedRegion[], edition: string, options: HubOptions) {
  const { base, site, work } = options;
  const assets = await writeHubAssets(out);
  const regions: HubRegion[] = parts.map(({ region }) => region);
  for (const lang of languages) {
    const page = hubPage({ lang, base, edition, regions, ...assets });
    write(out, lang === 'ru' ? 'index.html' : `${lang}/index.html`, page);
    // An address that does not exist leads to the list of regions.
    if (lang === 'ru') write(out, '404.html', page);
  }
  const { index, buckets } = indexFiles(parts);
  write(out, `search/${edition}/index.json`, JSON.stringify(index));
  for (const [name, words] of buckets) write(out, `search/${edition}/w/${name}.json`, JSON.stringify(words));
  for (const name of new Set(index.shards))
    write(out, `search/s/${name}.json`, readFileSync(shardFile(join(work, 's'), name), 'utf8'));
  const root = site ? new URL(base, site).href : base;
  write(out, 'catalog.jsonld', `${JSON.stringify(hubCatalogue(regions, root), undefined, 1)}\n`);
  const list: HubRegions = { edition, regions };
  write(out, marker, `${JSON.stringify(list, undefined, 1)}\n`);
}

/** Removes files of schools that no region has any longer, and those of regions that left. */
function tidy(work: string, parts: readonly IndexedRegion[]): void {
  const shards = new Set(parts.flatMap((part) => part.shards.map((name) => `${name}.json`)));
  for (const name of readdirSync(join(work, 's'))) if (!shards.has(name)) rmSync(join(work, 's', name));
}

/**
 * Makes the hub over regions: page, search, catalogue, and the lake where one is asked for. One region is in memory at
 * a time; a region that cannot be read stands as it stood before and keeps no other back.
 * @throws Fault when no region can be shown, or the folder is not ours
 */
export async function makeHub(options: HubOptions): Promise<HubReport> {
  sweepBeside(options.out);
  isOurs(options.out, marker);
  return exclusively([options.work], () => made(options));
}

async function made(options: HubOptions): Promise<HubReport> {
  const { work, out, lake } = options;
  const ids = regionIds(options.regions);
  mkdirSync(join(work, 's'), { recursive: true });
  const program = contentHash(programFiles);
  const report: HubReport = {
    ...{ edition: '', regions: 0, schools: 0, read: [], unchanged: 0, faults: [], laid: 0 },
  };
  const parts: IndexedRegion[] = [];
  const engine = await openNative({ memoryLimit: '512MB' });
  try {
    for (const id of ids) {
      const { kept, isRead, fault } = await regionOf(engine, options, id, program);
      if (fault) report.faults.push({ id, fault, stays: kept !== undefined });
      else if (isRead) report.read.push(id);
      else report.unchanged++;
      if (kept) parts.push(kept);
      if (lake !== undefined && !fault) report.laid += layRegion(lake, join(options.regions, id), id);
    }
  } finally {
    await engine.close();
  }
  const [first] = report.faults;
  if (parts.length === 0 && first) throw first.fault;
  const source = contentHash([...programFiles, 'src/styles', 'src/i18n', 'src/cli/hub']);
  report.edition = hubEdition(parts, `${source} ${options.base} ${options.site ?? ''}`);
  const temporary = resolve(`${out}.tmp-${process.pid}`);
  try {
    await writeHub(temporary, parts, report.edition, options);
    swap(temporary, resolve(out));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  tidy(work, parts);
  report.regions = parts.length;
  report.schools = parts.reduce((sum, { region }) => sum + region.counts.schools, 0);
  line(`✓ ${spoken().hub(report.regions, report.read.length, report.unchanged)}`);
  return report;
}
