import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, Row } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { published } from '../contract/published.ts';
import { attachParquet } from '../query/attach.ts';
import { type Counts, readCounts } from './rows.ts';

/** A release as a reader has it: the files of a folder, nothing else. */
export interface Release {
  folder: string;
  /** 0 is the newest. */
  number: number;
  name: string;
  preset: string;
  /** Thresholds the release says it was protected with. */
  minParticipants: number;
  minFailing: number;
  methodology: Methodology;
  /** The own rule set and those published beside it, by version. */
  methodologies: ReadonlyMap<string, Methodology>;
  tables: ReadonlyMap<string, PublishedTable>;
}

type Methodology = Record<string, unknown>;

export interface PublishedTable {
  name: string;
  /** Name in the engine; absent where there is no Parquet beside the CSV. */
  view: string;
  path: string;
  key: readonly string[];
  columns: readonly string[];
}

interface DataPackage {
  resources: { name: string; path: string; schema: { fields: { name: string }[]; primaryKey?: string[] } }[];
}

/** A key with a part that may be empty is told by the documentation only, not by the data package. */
const keyOf = (name: string, told: readonly string[] | undefined): readonly string[] =>
  told ?? (published as Record<string, { key: readonly string[] }>)[name]?.key ?? [];

const readJson = <T>(folder: string, name: string): T => {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Fault('no-release', { file: folder });
  return JSON.parse(readFileSync(file, 'utf8')) as T;
};

/**
 * The releases of a folder, newest first: a release itself, or a folder of releases with `latest.json`.
 * @throws Fault `no-release`
 */
export function releaseFolders(folder: string, previous: readonly string[] = []): string[] {
  const isRelease = (path: string) => existsSync(join(path, 'manifest.json'));
  if (isRelease(folder)) return [folder, ...previous];
  const { release } = readJson<{ release: string }>(folder, 'latest.json');
  const beside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== release && isRelease(join(folder, entry.name)))
    .map(({ name }) => join(folder, name));
  return [join(folder, release), ...beside.sort().reverse(), ...previous];
}

/** Opens the tables of a release as views of an engine. */
export async function openRelease(engine: Engine, folder: string, number: number): Promise<Release> {
  const manifest = readJson<{ release: string; preset: string; compared?: { version: string }[] }>(
    folder,
    'manifest.json',
  );
  const methodology = readJson<Methodology>(folder, 'methodology.json');
  const compared = (manifest.compared ?? []).map(({ version }) =>
    readJson<Methodology>(folder, `methodology-${version}.json`),
  );
  const protection = methodology.protection as { min_participants: number; min_failing: number };
  const { resources } = readJson<DataPackage>(folder, 'datapackage.json');
  const tables = new Map<string, PublishedTable>();
  for (const { name, path, schema } of resources) {
    const view = `r${number}_${name.replaceAll('-', '_')}`;
    const parquet = join(folder, path.replace(/\.csv$/, '.parquet'));
    if (!existsSync(parquet))
      throw new Fault('damaged-release', { file: parquet }, { problem: 'file-missing' });
    await attachParquet(engine, view, parquet);
    const columns = schema.fields.map((field) => field.name);
    tables.set(name, { name, view, path, key: keyOf(name, schema.primaryKey), columns });
  }
  return {
    folder,
    number,
    name: manifest.release,
    preset: manifest.preset,
    minParticipants: protection.min_participants,
    minFailing: protection.min_failing,
    methodology,
    methodologies: new Map([methodology, ...compared].map((each) => [String(each.version), each])),
    tables,
  };
}

/** The counts of a table of a release; none where the release has no such table. */
export async function countsOf(engine: Engine, release: Release, table: string): Promise<Counts> {
  const found = release.tables.get(table);
  if (!found) return { columns: [], means: [], rows: [] };
  return readCounts(engine, { ...found, table, release: release.number });
}

/** Child → parent of every place: `school <id>` → municipality, `municipality <id>` → region. */
export async function placesOf(engine: Engine, { tables }: Release): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  const read = async (table: string, child: string, parent: string, level: string) => {
    const view = tables.get(table)?.view;
    if (!view) return;
    const rows = await engine.query<Row>(`SELECT ${child} AS child, ${parent} AS parent FROM ${view}`);
    for (const row of rows) places.set(`${level} ${row.child}`, String(row.parent));
  };
  await read('schools', 'school_id', 'municipality_id', 'school');
  await read('municipalities', 'municipality_id', 'region_id', 'municipality');
  return places;
}
