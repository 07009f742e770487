import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../contract/dataset.ts';
import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Latest, Manifest, SourceAccount } from '../contract/public.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { dataPackage } from './data-package.ts';
import { writeEntities } from './entities.ts';
import { describeFiles, isFolder, sha256, writeJson } from './files.ts';
import { writeTables } from './tables.ts';
import { damagedFiles } from './verify.ts';

/** Everything a release is made of, beside the tables in the engine. */
export interface ReleaseInput {
  dataset: Dataset;
  methodology: Methodology;
  /** Other methodologies whose identification is in the tables. */
  compared?: readonly Methodology[];
  preset: Preset;
  accounts: SourceAccount[];
  /** Indicator id → table with its rows. */
  indicatorTables: ReadonlyMap<string, string>;
  /** Files copied as they are: name in the release → path. */
  attachments: ReadonlyMap<string, string>;
}

export interface Published {
  release: string;
  folder: string;
  /** False when the very same release was there already. */
  isNew: boolean;
}

const readLatest = (out: string): Latest | null =>
  existsSync(join(out, 'latest.json'))
    ? (JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8')) as Latest)
    : null;

/** Date of the set and a short hash of everything that decides what is published. */
function releaseName(folder: string, input: ReleaseInput): string {
  const tables = describeFiles(folder, new Map()).map(({ path, sha256: hash }) => `${path} ${hash}`);
  const { dataset, methodology, preset } = input;
  // What nobody can see the difference of has one name: neither it nor the hash of a file with exact counts is told.
  const accounts = input.accounts.map(({ sha256: _, bytes: _bytes, ...account }) => account);
  const content = sha256(JSON.stringify([tables, dataset, methodology, preset, accounts]));
  return `${dataset.released}-${content.slice(0, 8)}`;
}

const stamp = (methodology: Methodology) => ({
  version: methodology.version,
  sha256: sha256(JSON.stringify(methodology)),
});

async function manifestOf(
  engine: Engine,
  folder: string,
  release: string,
  input: ReleaseInput,
  rows: ReadonlyMap<string, number>,
  previous: string | null,
): Promise<Manifest> {
  const { dataset, methodology, preset, accounts } = input;
  const years = await engine.query<{ year: number }>('SELECT DISTINCT year FROM results ORDER BY year');
  const count = (name: string) => rows.get(`${name}.parquet`) ?? 0;
  return {
    release,
    previous_release: previous,
    dataset: {
      id: dataset.id,
      title: dataset.title,
      publisher: dataset.publisher,
      licence: dataset.licence,
      url: dataset.url,
      accessed: dataset.accessed,
      synthetic: dataset.synthetic,
      region_id: dataset.region.id,
    },
    preset,
    methodology: stamp(methodology),
    ...(input.compared?.length ? { compared: input.compared.map(stamp) } : {}),
    years: years.map(({ year }) => year),
    sources: accounts,
    counts: { schools: count('schools'), municipalities: count('municipalities'), results: count('results') },
    files: describeFiles(folder, rows),
  };
}

/** Moves a finished folder into place, then the pointer: at any moment the public folder is wholly old or wholly new. */
function swap(out: string, temporary: string, release: string, manifestHash: string): boolean {
  const target = join(out, release);
  const intact = isFolder(target) && damagedFiles(target).length === 0;
  if (!intact) {
    rmSync(target, { recursive: true, force: true });
    renameSync(temporary, target);
  }
  const hash = intact ? sha256(readFileSync(join(target, 'manifest.json'))) : manifestHash;
  const pointer = join(out, `.latest-${process.pid}.json`);
  const latest: Latest = { release, manifest_sha256: hash };
  writeFileSync(pointer, `${JSON.stringify(latest)}\n`);
  renameSync(pointer, join(out, 'latest.json'));
  return !intact;
}

/** Looks at a finished release before anybody can read it. @throws to publish nothing @returns what the release says of it */
export type Inspection = (folder: string, manifest: Manifest) => Promise<object | undefined>;

/**
 * Writes a release of the tables in the engine (`results`, `canonical_*`, indicators) below `out` and points
 * `latest.json` at it. A release that fails half-way leaves nothing behind.
 * @param inspect what it returns becomes `audit.json` of the release
 */
export async function publish(
  engine: Engine,
  out: string,
  input: ReleaseInput,
  inspect: Inspection = async () => undefined,
): Promise<Published> {
  mkdirSync(out, { recursive: true });
  const temporary = join(out, `.tmp-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  try {
    const rows = await writeTables(engine, temporary, input.indicatorTables);
    writeJson(join(temporary, 'methodology.json'), input.methodology);
    for (const other of input.compared ?? [])
      writeJson(join(temporary, `methodology-${other.version}.json`), other);
    for (const [name, path] of input.attachments) copyFileSync(path, join(temporary, name));
    const release = releaseName(temporary, input);
    const latest = readLatest(out);
    const previous = latest === null || latest.release === release ? null : latest.release;
    await writeEntities(engine, temporary, { release, methodology: input.methodology.version });
    const tables = describeFiles(temporary, rows);
    writeJson(join(temporary, 'datapackage.json'), dataPackage(input.dataset, release, tables));
    const writeManifest = async (): Promise<Manifest> => {
      const manifest = await manifestOf(engine, temporary, release, input, rows, previous);
      writeJson(join(temporary, 'manifest.json'), manifest);
      return manifest;
    };
    const said = await inspect(temporary, await writeManifest());
    if (said !== undefined) {
      writeJson(join(temporary, 'audit.json'), said);
      // No list of files holds itself.
      rmSync(join(temporary, 'manifest.json'));
      await writeManifest();
    }
    const hash = sha256(readFileSync(join(temporary, 'manifest.json')));
    const isNew = swap(out, temporary, release, hash);
    return { release, folder: join(out, release), isNew };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
