import type { Cell, Row } from '../contract/engine.ts';
import { appendRows, type Batch } from './arrow.ts';
import type { FileEngine } from './attach.ts';
import { abortError, EngineError, queryError } from './errors.ts';
import { sqlLiteral } from './literal.ts';
import { Serial } from './serial.ts';
import { statements } from './statements.ts';

/**
 * How every WASM database is opened: 64-bit integers arrive as numbers, timestamps in milliseconds. Decimals stay
 * decimals, because the engine's own cast to DOUBLE gains digits (1655.667 becomes 1655.6670000000001).
 */
export const openConfig = {
  query: { castBigIntToDouble: true, castTimestampToDate: true },
} as const;

/**
 * The longest text that is given to the engine, in bytes of UTF-8. DuckDB's client puts the text onto WebAssembly's stack
 * of 64 KB, where the engine works as well: beyond some 62 KB it writes over its own memory, or never answers.
 */
export const longestText = 32_000;

const isTooLong = (sql: string): boolean =>
  3 * sql.length > longestText && new TextEncoder().encode(sql).length > longestText;

/** At its own memory limit the engine says so and goes on; where WebAssembly itself has no more, nothing works again. */
const isBroken = (error: unknown): boolean =>
  error instanceof EngineError && error.code === 'out-of-memory' && !/^Out of Memory/.test(error.message);

/** What differs between the worker and the blocking build of the same binary. */
export interface WasmConnection {
  send(sql: string): Promise<AsyncIterable<Batch> | Iterable<Batch>>;
  cancel(): Promise<unknown>;
  register(name: string, bytes: Uint8Array): Promise<unknown>;
  drop(name: string): Promise<unknown>;
  insertArrow(table: string, stream: Uint8Array): Promise<unknown>;
  fileBytes(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * An engine over a WASM connection. Everything goes through `send()`: in 1.28.0 `query()` and `prepare().query()`
 * return no rows instead of an error when a statement fails while running, and cannot be cancelled.
 */
export class WasmSession implements FileEngine {
  readonly #connection: WasmConnection;
  readonly #serial = new Serial();
  readonly #prepared = new Map<string, string>();
  readonly #patience: number;
  #ended = false;

  /** @param patience milliseconds that a cancelled query has to stop before the engine is ended */
  constructor(connection: WasmConnection, patience = 2000) {
    this.#connection = connection;
    this.#patience = patience;
  }

  get ended(): boolean {
    return this.#ended;
  }

  query<T = Row>(sql: string, params: readonly Cell[] = [], signal?: AbortSignal): Promise<T[]> {
    return this.#serial.run(async () => {
      const text = params.length === 0 ? sql : await this.#execute(sql, params);
      return (await this.#send(text, signal)) as T[];
    }, signal);
  }

  run(sql: string): Promise<void> {
    return this.#serial.run(async () => {
      for (const statement of statements(sql)) await this.#send(statement);
    });
  }

  register(name: string, bytes: Uint8Array): Promise<void> {
    return this.#serial.run(async () => {
      await this.#connection.register(name, bytes);
    });
  }

  drop(name: string): Promise<void> {
    return this.#serial.run(async () => {
      await this.#connection.drop(name);
    });
  }

  insertArrow(table: string, stream: Uint8Array): Promise<void> {
    return this.#serial.run(async () => {
      await this.#connection.insertArrow(table, stream);
    });
  }

  fileBytes(name: string): Promise<Uint8Array> {
    return this.#serial.run(() => this.#connection.fileBytes(name));
  }

  seal(memoryLimit: string): Promise<void> {
    return this.run(`
      SET memory_limit = ${sqlLiteral(memoryLimit)};
      SET autoinstall_known_extensions = false;
      SET autoload_known_extensions = false;
      SET enable_external_access = false;
      SET lock_configuration = true`);
  }

  close(): Promise<void> {
    this.#ended = true;
    return this.#connection.close();
  }

  /** Each text is prepared once: user input stands in the arguments of EXECUTE, never in the text. */
  async #execute(sql: string, params: readonly Cell[]): Promise<string> {
    const literals = params.map(sqlLiteral);
    let name = this.#prepared.get(sql);
    if (name === undefined) {
      name = `dinamika_${this.#prepared.size + 1}`;
      await this.#send(`PREPARE ${name} AS ${sql}`);
      this.#prepared.set(sql, name);
    }
    return `EXECUTE ${name}(${literals.join(', ')})`;
  }

  async #send(sql: string, signal?: AbortSignal): Promise<Row[]> {
    if (this.#ended) throw new EngineError('engine-timeout', 'engine was ended');
    if (isTooLong(sql)) throw new EngineError('query-too-long', `more than ${longestText} bytes`);
    try {
      return await (signal ? this.#cancellable(sql, signal) : this.#read(sql));
    } catch (error) {
      if (isBroken(error)) this.#end();
      throw error;
    }
  }

  #end(): void {
    this.#ended = true;
    void this.#connection.close().catch(() => undefined);
  }

  async #cancellable(sql: string, signal: AbortSignal): Promise<Row[]> {
    if (signal.aborted) throw abortError();
    const over = new AbortController();
    try {
      return await Promise.race([this.#read(sql, signal), this.#stuck(signal, over.signal)]);
    } catch (error) {
      throw signal.aborted && !this.#ended ? abortError() : error;
    } finally {
      over.abort();
    }
  }

  async #read(sql: string, signal?: AbortSignal): Promise<Row[]> {
    const rows: Row[] = [];
    try {
      for await (const batch of await this.#connection.send(sql)) {
        if (signal?.aborted) break;
        appendRows(batch, rows);
      }
    } catch (error) {
      throw queryError(error);
    }
    if (signal?.aborted) throw abortError();
    return rows;
  }

  /**
   * Cancels when the signal fires. The engine looks for that only between its steps, and one step of a join of two
   * large ranges took over a minute; then nothing helps but to end the worker.
   */
  #stuck(signal: AbortSignal, over: AbortSignal): Promise<never> {
    return new Promise((_, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = () => {
        this.#end();
        reject(new EngineError('engine-timeout', 'a cancelled query did not stop'));
      };
      const cancel = () => {
        void this.#connection.cancel().catch(() => undefined);
        timer = setTimeout(end, this.#patience);
      };
      signal.addEventListener('abort', cancel, { once: true, signal: over });
      over.addEventListener('abort', () => clearTimeout(timer), { once: true });
    });
  }
}
