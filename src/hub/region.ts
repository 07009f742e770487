import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { Latest, Manifest } from '../contract/public.ts';
import { packed } from '../site/search-shards.ts';
import { type SearchEntry, searchText, words } from '../site/search-terms.ts';
import { type HubRegion, type HubShard, shardSize, tells } from './files.ts';
import { sha256 } from './hash.ts';

/** What the hub keeps of one region. */
export interface RegionPart {
  region: HubRegion;
  shards: HubShard[];
  /** Each word that may tell where a school is, with the numbers of the shards where it occurs. */
  words: [word: string, shards: number[]][];
}

/** Where a region's releases lie: a built site has them under `data`. @throws Fault `no-release` */
export function dataOf(folder: string): string {
  const found = [join(folder, 'data'), folder].find((one) => existsSync(join(one, 'latest.json')));
  if (!found) throw new Fault('no-release', { file: folder });
  return found;
}

const damaged = (file: string) => new Fault('damaged-release', { file }, { problem: 'file-changed' });

function parsed<T>(bytes: Buffer, file: string): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    throw damaged(file);
  }
}

/** What `latest.json` of a region says. @throws Fault `no-release`, `damaged-release` */
export function latestOf(folder: string): Latest {
  const file = join(dataOf(folder), 'latest.json');
  const latest = parsed<Partial<Latest>>(readFileSync(file), file);
  if (!/^[\w-]+$/.test(latest.release ?? '') || !latest.manifest_sha256) throw damaged(file);
  return latest as Latest;
}

/** The manifest that `latest.json` names, checked against its sum. @throws Fault `damaged-release`, `internal-in-hub` */
export function manifestOf(folder: string, latest: Latest): Manifest {
  const file = join(dataOf(folder), latest.release, 'manifest.json');
  if (!existsSync(file)) throw damaged(file);
  const bytes = readFileSync(file);
  if (sha256(bytes) !== latest.manifest_sha256) throw damaged(file);
  const manifest = parsed<Manifest>(bytes, file);
  if (manifest.preset === 'internal') throw new Fault('internal-in-hub', { file });
  return manifest;
}

/** A file of the release, checked against the manifest. @throws Fault `damaged-release` */
export function checkedFile(folder: string, { release, files }: Manifest, path: string): string {
  const file = join(dataOf(folder), release, path);
  const entry = files.find((one) => one.path === path);
  if (!entry || !existsSync(file) || sha256(readFileSync(file)) !== entry.sha256) throw damaged(file);
  return file;
}

interface School {
  id: string;
  name: string;
  short: string | null;
  place: string;
  closed: string | null;
}

async function schoolsOf(engine: Engine, folder: string, manifest: Manifest): Promise<School[]> {
  const file = (table: string) =>
    `'${checkedFile(folder, manifest, `${table}.parquet`).replaceAll("'", "''")}'`;
  return engine.query<School>(`
    SELECT s.school_id AS id, s.name AS name, s.short_name AS short, m.name AS place,
      CAST(s.closed AS VARCHAR) AS closed
    FROM read_parquet(${file('schools')}) AS s
    JOIN read_parquet(${file('municipalities')}) AS m USING (municipality_id)
    ORDER BY m.name, m.municipality_id, s.name, s.school_id`);
}

function places(schools: readonly School[], region: string): SearchEntry[][] {
  const byPlace = new Map<string, SearchEntry[]>();
  for (const { id, name, short, place, closed } of schools) {
    const entry: SearchEntry = {
      ...{ id, n: name, m: `${place}, ${region}` },
      ...(short ? { s: short } : {}),
      ...(closed ? { c: closed.slice(0, 4) } : {}),
    };
    const known = byPlace.get(place);
    if (known) known.push(entry);
    else byPlace.set(place, [entry]);
  }
  return [...byPlace.values()];
}

/**
 * Reads what the hub needs of one region's release: its registers, never its results.
 * @param url where the region's site stands
 */
export async function readRegion(
  engine: Engine,
  folder: string,
  id: string,
  url: string,
): Promise<RegionPart> {
  const latest = latestOf(folder);
  const manifest = manifestOf(folder, latest);
  const { dataset, years, counts, release } = manifest;
  const regionFile = `'${checkedFile(folder, manifest, 'regions.parquet').replaceAll("'", "''")}'`;
  const [named] = await engine.query<{ name: string }>(
    `SELECT name FROM read_parquet(${regionFile}) ORDER BY region_id LIMIT 1`,
  );
  const name = named?.name ?? id;
  const entries = packed(places(await schoolsOf(engine, folder, manifest), name), shardSize);
  const where = new Map<string, Set<number>>();
  for (const [number, schools] of entries.entries())
    for (const school of schools)
      for (const word of words(searchText(school)).filter(tells))
        where.set(word, (where.get(word) ?? new Set()).add(number));
  return {
    region: {
      ...{ id, name, url, release, manifest_sha256: latest.manifest_sha256, years, counts },
      ...{ title: dataset.title, publisher: dataset.publisher },
      ...{ licence: dataset.licence, synthetic: dataset.synthetic },
    },
    shards: entries.map((schools) => ({ region: id, schools })),
    words: [...where].map(([word, found]) => [word, [...found]]),
  };
}
