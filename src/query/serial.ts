import { abortError } from './errors.ts';

/**
 * Runs tasks one after another. A DuckDB connection holds one pending query; a second one started beside it would
 * answer with the first one's rows.
 */
export class Serial {
  #tail: Promise<unknown> = Promise.resolve();

  /** @throws AbortError at once when the signal fires, even while the task still waits for its turn */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const result = this.#tail.then(() => {
      if (signal?.aborted) throw abortError();
      return task();
    });
    this.#tail = result.catch(() => undefined);
    return signal ? untilAborted(result, signal) : result;
  }
}

function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(abortError());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
