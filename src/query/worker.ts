import duckdbWorkerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from './engine-worker.js?url';
import { EngineError, startError } from './errors.ts';

/** The engine's worker, on its way: it fetches the module from its first moment. */
export interface EngineWorker {
  worker: Worker;
  /** Address of the module. */
  wasm: string;
  /** Rejects with what the worker says of itself when it cannot start; never resolves. */
  failure: Promise<never>;
  /** It has started: what it says from now on is for DuckDB's client. */
  started(): void;
}

// A module of one empty `try`: browsers before 2022, and those locked down by their owner, do not know it.
const tryModule = '\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x08\x01\x06\0\x06\x40\x19\x0b\x0b';
const canRun = (): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(new TextEncoder().encode(tryModule));

const absolute = (url: string): string => new URL(url, location.href).href;

/**
 * Starts the worker, everything from our own origin. It needs nothing of DuckDB's client, so that a page can start it
 * before that code is there.
 * @throws EngineError `wasm-blocked` or `engine-missing`
 */
export function startEngineWorker(): EngineWorker {
  if (!canRun()) throw new EngineError('wasm-blocked', 'no WebAssembly with exceptions');
  const wasm = absolute(wasmUrl);
  const addresses = new URLSearchParams({ worker: absolute(duckdbWorkerUrl), wasm });
  let worker: Worker;
  try {
    worker = new Worker(`${workerUrl}#${addresses}`);
  } catch (error) {
    throw new EngineError('engine-missing', String(error));
  }
  const over = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    const listener = { signal: over.signal };
    const heard = (event: MessageEvent) => {
      const fault: unknown = event.data?.engineFault;
      if (typeof fault !== 'string') return;
      // DuckDB's client must not see it.
      event.stopImmediatePropagation();
      reject(startError(fault));
    };
    const failed = (event: ErrorEvent) => {
      event.stopImmediatePropagation();
      reject(startError(event.message ?? 'no worker'));
    };
    worker.addEventListener('message', heard, listener);
    worker.addEventListener('error', failed, listener);
  });
  // Whoever opens the engine hears of it.
  failure.catch(() => undefined);
  return { worker, wasm, failure, started: () => over.abort() };
}
