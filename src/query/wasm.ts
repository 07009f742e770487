import { AsyncDuckDB, type InstantiationProgress, VoidLogger } from '@duckdb/duckdb-wasm';
import duckdbWorkerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { FileEngine } from './attach.ts';
import workerUrl from './engine-worker.js?url';
import { abortError, EngineError, startError } from './errors.ts';
import { openConfig, type WasmConnection, WasmSession } from './wasm-session.ts';

/** Bytes of the engine's wasm module. A compressed answer's Content-Length is of no use for a progress bar. */
export const engineBytes = 18_105_915;

export interface WasmOptions {
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
  if (!canRun()) throw new EngineError('wasm-blocked', 'no WebAssembly with exceptions');
  const worker = startWorker();
  try {
    return await instantiate(worker, options);
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

// A module of one empty `try`: browsers before 2022, and those locked down by their owner, do not know it.
const tryModule = '\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x08\x01\x06\0\x06\x40\x19\x0b\x0b';
const canRun = (): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(new TextEncoder().encode(tryModule));

function startWorker(): Worker {
  const addresses = new URLSearchParams({ worker: absolute(duckdbWorkerUrl), wasm: absolute(wasmUrl) });
  try {
    return new Worker(`${workerUrl}#${addresses}`);
  } catch (error) {
    throw new EngineError('engine-missing', String(error));
  }
}

const absolute = (url: string): string => new URL(url, location.href).href;

async function instantiate(worker: Worker, options: WasmOptions): Promise<FileEngine> {
  const watch = watchStart(worker, options);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const start = async () => {
    await database.instantiate(absolute(wasmUrl), null, watch.progress);
    await database.open(openConfig);
    return database.connect();
  };
  try {
    const connection = await Promise.race([start(), watch.failure]);
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
    watch.end();
  }
}

/** Everything that can go wrong while `instantiate()` stays silent, as one promise that only ever rejects. */
function watchStart(worker: Worker, { signal, onProgress, patience = 60_000 }: WasmOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let alive = () => {};
  const over = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new EngineError('engine-timeout', 'engine silent')), patience);
    };
    const listener = { signal: over.signal };
    worker.addEventListener('message', (event) => faultOf(event, reject), listener);
    worker.addEventListener('error', (event) => onError(event, reject), listener);
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

function onError(event: ErrorEvent, reject: (error: EngineError) => void): void {
  event.stopImmediatePropagation();
  reject(startError(event.message ?? 'no worker'));
}

/** Our worker script's own message; DuckDB's client must not see it. */
function faultOf(event: MessageEvent, reject: (error: EngineError) => void): void {
  const fault: unknown = event.data?.engineFault;
  if (typeof fault !== 'string') return;
  event.stopImmediatePropagation();
  reject(startError(fault));
}
