import type { Area } from '../charts/boundary.ts';
import { published } from '../contract/published.ts';
import type { FileEngine } from '../query/attach.ts';
import { EngineError } from '../query/errors.ts';
import { memoryLimit } from '../query/memory.ts';
import type { Release } from '../query/release.ts';
import type { ExplorerConfig } from './config.ts';
import { readColumns, tables, viewTables } from './queries.ts';
import { schoolYearsSql } from './school-queries.ts';

/** What the loader tells while it works. */
export interface LoadSteps {
  engine(loaded: number, total: number): void;
  data(): void;
}

interface Device {
  deviceMemory?: number;
  connection?: { saveData?: boolean };
}

/** True where 20 MB of engine and 100 MB of memory are not taken unasked. */
export const isConstrained = (device: object): boolean => {
  const { deviceMemory, connection } = device as Device;
  return connection?.saveData === true || (deviceMemory !== undefined && deviceMemory < 1);
};

/** The engine with its tables, and what comes after it. */
export interface Loaded {
  engine: FileEngine;
  /** Boundaries by municipality; empty where the release has none. */
  areas: ReadonlyMap<string, Area>;
  /** Settles when the large table of changes is there as well (true) or cannot be had (false). Sealed from then on. */
  changes: Promise<boolean>;
  readonly ended: boolean;
}

interface Collection {
  features: { properties: { municipality_id: string }; geometry: Area }[];
}

type PublishedTable = keyof typeof published;

const holds = ({ manifest }: Release, table: string): boolean =>
  manifest.files.some(({ path }) => path === `${table}.parquet`);

/**
 * An empty table with the contract's columns stands for one that the release does not have.
 * @param options `bytes` of its file, where they are under way already; `columns` that are read, all without it
 */
export async function loadTable(
  { loadParquet }: typeof import('../query/release.ts'),
  engine: FileEngine,
  release: Release,
  table: PublishedTable,
  {
    bytes,
    columns: read,
  }: { bytes?: Promise<Uint8Array> | undefined; columns?: readonly string[] | undefined } = {},
): Promise<boolean> {
  if (holds(release, table)) {
    await loadParquet(engine, release, table, { bytes, columns: read });
    return true;
  }
  const columns = Object.entries(published[table].columns).map(([name, { sql }]) => `${name} ${sql}`);
  await engine.run(`CREATE TABLE ${table} (${columns.join(', ')})`);
  return false;
}

/** Starts fetching tables at once, beside the engine: on a phone each wait for an answer costs more than a file does. */
function fetchAhead(
  { fetchParquet }: typeof import('../query/release.ts'),
  release: Release,
  wanted: readonly PublishedTable[],
): Map<PublishedTable, Promise<Uint8Array>> {
  const found = wanted.filter((table) => holds(release, table));
  return new Map(
    found.map((table) => {
      const bytes = fetchParquet(release, table);
      bytes.catch(() => undefined);
      return [table, bytes];
    }),
  );
}

async function loadAreas({ loadJson }: typeof import('../query/release.ts'), release: Release) {
  if (!release.manifest.files.some(({ path }) => path === 'boundaries.geojson')) return new Map();
  const { features } = await loadJson<Collection>(release, 'boundaries.geojson');
  return new Map(features.map(({ properties, geometry }) => [properties.municipality_id, geometry]));
}

/**
 * Loads engine and tables. The code comes with the first call, so that the page itself stays light. The table of changes
 * is larger than the others together: it follows while the first views are read, and then the engine is sealed.
 */
export async function loadEngine(
  { base, latest, methodology }: Pick<ExplorerConfig, 'base' | 'latest' | 'methodology'>,
  steps: LoadSteps,
): Promise<Loaded> {
  const [{ openWasm }, releases] = await Promise.all([
    import('../query/wasm.ts'),
    import('../query/release.ts'),
  ]).catch(noCode);
  const opening = openWasm({ onProgress: (loaded, total) => steps.engine(loaded, total) });
  try {
    const opened = releases.openRelease(base, { latest }).then((release) => {
      const ahead = fetchAhead(releases, release, [...tables, ...viewTables]);
      const areas = loadAreas(releases, release);
      areas.catch(() => undefined);
      return { release, ahead, coming: areas };
    });
    const [engine, { release, ahead, coming }] = await Promise.all([opening, opened]);
    steps.data();
    for (const table of tables)
      await releases.loadParquet(engine, release, table, {
        bytes: ahead.get(table),
        columns: readColumns[table],
      });
    for (const table of viewTables)
      await loadTable(releases, engine, release, table, { bytes: ahead.get(table) });
    const areas = await coming;
    await engine.run(schoolYearsSql(methodology));
    const changes = loadTable(releases, engine, release, 'dynamics', { columns: readColumns.dynamics })
      .catch((error) => {
        console.error(error);
        return false;
      })
      .then(async (there) => {
        await engine.seal(memoryLimit((navigator as Device).deviceMemory));
        return there;
      });
    changes.catch(() => undefined);
    return {
      ...{ engine, areas, changes },
      get ended() {
        return engine.ended;
      },
    };
  } catch (error) {
    void opening.then((engine) => engine.close()).catch(() => undefined);
    throw error;
  }
}

/** A part of the program that cannot be fetched is, to the reader, a part of the engine. */
export function noCode(error: unknown): never {
  throw new EngineError('engine-missing', String(error));
}

/** Keeps one engine for all; after a failure, or when it had to be ended, the next call loads another. */
export function once<T extends { ended: boolean }>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  const start = (): Promise<T> => {
    const begun = load();
    loading = begun;
    begun.catch(() => {
      loading = undefined;
    });
    return begun;
  };
  return async () => {
    const before = loading;
    const known = await before;
    if (known && !known.ended) return known;
    // Another caller may have begun while this one waited.
    return loading === before || loading === undefined ? start() : loading;
  };
}
