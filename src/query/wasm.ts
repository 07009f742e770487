import { AsyncDuckDB, type InstantiationProgress, VoidLogger } from '@duckdb/duckdb-wasm';
import type { FileEngine } from './attach.ts';
import { abortError, EngineError } from './errors.ts';
import { openConfig, type WasmConnection, WasmSession } from './wasm-session.ts';
import { type EngineWorker, startEngineWorker } from './worker.ts';

/** Bytes of the engine's wasm module. A compressed answer's Content-Length is of no use for a progress bar. */
export const engineBytes = 18_105_915;

export interface WasmOptions {
  /** A worker that was started before this code was there; one is started now without it. */
  started?: EngineWorker;
  /** Called while the module arrives, with bytes so far and in all. */
  onProgress?: (loaded: number, total: number) => void;
  signal?: AbortSignal;
  /** How long nothing may happen, download or compilation, before the start is given up. */
  patience?: number;
  /** How long a cancelled query has to stop before the engine is ended; see `WasmSession`. */
  stopPatience?: number;
}

/**
 * The browser's engine: DuckDB in a worker, everything from our own origin.
 * @throws EngineError `wasm-blocked`, `engine-missing`, `engine-timeout` or `out-of-memory`
 */
export async function openWasm(options: WasmOptions = {}): Promise<FileEngine> {
  const started = options.started ?? startEngineWorker();
  try {
    return await instantiate(started, options);
  } catch (error) {
    started.worker.terminate();
    throw error;
  }
}

async function instantiate(
  { worker, wasm, failure, started }: EngineWorker,
  options: WasmOptions,
): Promise<FileEngine> {
  const watch = watchStart(options);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const start = async () => {
    await database.instantiate(wasm, null, watch.progress);
    await database.open(openConfig);
    return database.connect();
  };
  try {
    const connection = await Promise.race([start(), watch.failure, failure]);
    options.onProgress?.(engineBytes, engineBytes);
    const adapter: WasmConnection = {
      send: (sql) => connection.send(sql),
      cancel: () => connection.cancelSent(),
      register: (name, bytes) => database.registerFileBuffer(name, bytes),
      drop: (name) => database.dropFile(name),
      insertArrow: (name, stream) => connection.insertArrowFromIPCStream(stream, { name, create: true }),
      fileBytes: (name) => database.copyFileToBuffer(name),
      close: () => database.terminate(),
    };
    return new WasmSession(adapter, options.stopPatience);
  } finally {
    started();
    watch.end();
  }
}

/** What else can go wrong while `instantiate()` stays silent, as one promise that only ever rejects. */
function watchStart({ signal, onProgress, patience = 60_000 }: WasmOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let alive = () => {};
  const over = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new EngineError('engine-timeout', 'engine silent')), patience);
    };
    const listener = { signal: over.signal };
    signal?.addEventListener('abort', () => reject(abortError()), listener);
    if (signal?.aborted) reject(abortError());
  });
  alive();
  const progress = ({ bytesLoaded }: InstantiationProgress) => {
    alive();
    onProgress?.(Math.min(bytesLoaded, engineBytes), engineBytes);
  };
  const end = () => {
    clearTimeout(timer);
    over.abort();
  };
  return { failure, progress, end };
}
