import type { EngineErrorCode } from '../contract/engine.ts';

/** A failure that a page can word: `code` for the reader, `message` for the console, `file` when one is at fault. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly file: string | undefined;

  constructor(code: EngineErrorCode, message: string, file?: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.file = file;
  }
}

/** The error every aborted query ends with, whatever reason the signal carries. */
export const abortError = (): DOMException => new DOMException('query aborted', 'AbortError');

/** True for the error of a query that was given up on purpose. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

// 0.9.1 hides the real fault of a failed statement behind this line.
const wrapper = /^Invalid Input Error: Attempting to fetch from an unsuccessful query result\s*(Error: )?/;

/** An engine's own message as an `EngineError`; aborts pass through unchanged. */
export function queryError(cause: unknown): Error {
  if (cause instanceof EngineError || (cause instanceof Error && isAbort(cause))) return cause;
  const message = (cause instanceof Error ? cause.message : String(cause)).replace(wrapper, '');
  const memory = /^Out of Memory|could not allocate|memory access out of bounds|Array buffer allocation/i;
  return new EngineError(memory.test(message) ? 'out-of-memory' : 'query-failed', message);
}

/** What a worker that could not start says about the reason. */
export function startError(message: string): EngineError {
  if (/unsafe-eval|content security|\bcsp\b/i.test(message)) {
    return new EngineError('wasm-blocked', message);
  }
  if (/RangeError|out of memory|could not allocate/i.test(message)) {
    return new EngineError('out-of-memory', message);
  }
  return new EngineError('engine-missing', message);
}
