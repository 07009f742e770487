import type { FileEngine } from '../query/attach.ts';
import { EngineError } from '../query/errors.ts';
import { memoryLimit } from '../query/memory.ts';
import { tables } from './queries.ts';

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

/** Loads engine and tables and seals it. The code comes with the first call, so that the page itself stays light. */
export async function loadEngine(base: string, steps: LoadSteps): Promise<FileEngine> {
  const [{ openWasm }, { openRelease, loadParquet }] = await Promise.all([
    import('../query/wasm.ts'),
    import('../query/release.ts'),
  ]).catch(noCode);
  const opening = openWasm({ onProgress: (loaded, total) => steps.engine(loaded, total) });
  try {
    const [engine, release] = await Promise.all([opening, openRelease(base)]);
    steps.data();
    for (const table of tables) await loadParquet(engine, release, table);
    await engine.seal(memoryLimit((navigator as Device).deviceMemory));
    return engine;
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
