import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cell, Engine, Row } from '../contract/engine.ts';
import { abortError, queryError } from './errors.ts';
import { nativeParameters, toCell } from './native-values.ts';
import { Serial } from './serial.ts';

export interface NativeOptions {
  threads?: number;
  /** As DuckDB writes it: `2GB`. */
  memoryLimit?: string;
  /** A database file; in memory when absent. */
  path?: string;
}

/**
 * The native engine, for build and tests.
 *
 * Set to the older engine's arithmetic: division by zero is NULL, not infinity, and the session's clock is UTC, so
 * that one SQL text means the same here and in the browser.
 */
export async function openNative(options: NativeOptions = {}): Promise<Engine> {
  const settings: Record<string, string> = {};
  if (options.threads !== undefined) settings.threads = String(options.threads);
  if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
  const instance = await DuckDBInstance.create(options.path ?? ':memory:', settings);
  const connection = await instance.connect();
  await connection.run('SET ieee_floating_point_ops = false');
  return new NativeSession(instance, connection);
}

class NativeSession implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #serial = new Serial();

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  query<T = Row>(sql: string, params: readonly Cell[] = [], signal?: AbortSignal): Promise<T[]> {
    return this.#serial.run(() => this.#read(sql, params, signal), signal) as Promise<T[]>;
  }

  run(sql: string): Promise<void> {
    return this.#serial.run(async () => {
      await this.#read(sql, []);
    });
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #read(sql: string, params: readonly Cell[], signal?: AbortSignal): Promise<Row[]> {
    // An interrupt before the engine has begun is lost, so it is repeated until the query has ended.
    let repeat: NodeJS.Timeout | undefined;
    const interrupt = () => {
      this.#connection.interrupt();
      repeat ??= setInterval(interrupt, 5);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      const { values, types } = nativeParameters(params);
      const result = await this.#connection.run(sql, values, types);
      return await result.convertRowObjects(toCell);
    } catch (error) {
      throw signal?.aborted ? abortError() : queryError(error);
    } finally {
      clearInterval(repeat);
      signal?.removeEventListener('abort', interrupt);
    }
  }
}
