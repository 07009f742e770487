import type { Area } from '../charts/boundary.ts';
import type { FileEngine } from '../query/attach.ts';
import { EngineError } from '../query/errors.ts';
import { memoryLimit } from '../query/memory.ts';
import type { CheckedFiles } from '../query/release.ts';
import { type EngineWorker, startEngineWorker } from '../query/worker.ts';
import type { ExplorerConfig } from './config.ts';
import { type Extract, firstExtracts, unpack } from './unpack.ts';

/** What the loader tells while it works. */
export interface LoadSteps {
  engine(loaded: number, total: number): void;
  data(): void;
}

interface Device {
  deviceMemory?: number;
  connection?: { saveData?: boolean };
}

/** True where 3 MB over the line and 250 MB of memory are not taken unasked. */
export const isConstrained = (device: object): boolean => {
  const { deviceMemory, connection } = device as Device;
  return connection?.saveData === true || (deviceMemory !== undefined && deviceMemory <= 1);
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

async function loadAreas({ loadJson }: typeof import('../query/release.ts'), release: CheckedFiles) {
  if (release.manifest.files.length === 0) return new Map();
  const { features } = await loadJson<Collection>(release, 'boundaries.geojson');
  return new Map(features.map(({ properties, geometry }) => [properties.municipality_id, geometry]));
}

let early: EngineWorker | undefined;

/** Starts the engine's worker, which fetches its module, ahead of all that goes with it: of one that cannot start `loadEngine` tells. */
export function startEarly(): void {
  try {
    early ??= startEngineWorker();
  } catch (error) {
    console.warn(error);
  }
}

/** An engine with tables of the site. */
interface Opened {
  engine: FileEngine;
  /** Brings one more. */
  load(table: Extract): Promise<void>;
}

/**
 * Starts the engine and fetches tables at once, beside it: on a phone each wait for an answer costs more than a file
 * does. The code comes with the first call, so that the page itself stays light.
 */
export async function openEngine(
  files: CheckedFiles,
  tables: readonly Extract[],
  steps: LoadSteps,
): Promise<Opened> {
  const started = early ?? startEngineWorker();
  early = undefined;
  const [{ openWasm }, { fetchParquet, loadParquet }] = await Promise.all([
    import('../query/wasm.ts'),
    import('../query/release.ts'),
  ]).catch((error) => {
    started.worker.terminate();
    return noCode(error);
  });
  const opening = openWasm({ started, onProgress: (loaded, total) => steps.engine(loaded, total) });
  try {
    const ahead = tables.map((table) => {
      const bytes = fetchParquet(files, table);
      bytes.catch(() => undefined);
      return { table, bytes };
    });
    const engine = await opening;
    steps.data();
    const load = (table: Extract, bytes?: Promise<Uint8Array>) =>
      loadParquet(engine, files, table, { bytes, select: unpack[table] });
    for (const { table, bytes } of ahead) await load(table, bytes);
    return { engine, load };
  } catch (error) {
    void opening.then((engine) => engine.close()).catch(() => undefined);
    throw error;
  }
}

/** Seals an engine: no file and no network from here on, and no more memory than the device has to give. */
export const seal = (engine: FileEngine): Promise<void> =>
  engine.seal(memoryLimit((navigator as Device).deviceMemory));

/** Loads engine and tables. The changes follow while the first views are read, and then the engine is sealed. */
export async function loadEngine(
  { engineFiles }: Pick<ExplorerConfig, 'engineFiles'>,
  steps: LoadSteps,
): Promise<Loaded> {
  const coming = import('../query/release.ts').then((releases) =>
    loadAreas(releases, engineFiles.boundaries),
  );
  coming.catch(() => undefined);
  const { engine, load } = await openEngine(engineFiles.tables, firstExtracts, steps);
  const areas = await coming.catch((error) => {
    void engine.close().catch(() => undefined);
    throw error;
  });
  const changes = load('school_dynamics')
    .then(() => true)
    .catch((error) => {
      console.error(error);
      return false;
    })
    .then(async (there) => {
      await seal(engine);
      return there;
    });
  changes.catch(() => undefined);
  return {
    ...{ engine, areas, changes },
    get ended() {
      return engine.ended;
    },
  };
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
