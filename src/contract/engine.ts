/** A value of a query's row: integers, decimals and floats are numbers, dates ISO strings (YYYY-MM-DD). */
export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** One DuckDB, native or WASM, behind the same four verbs. Both give the same rows for the same text. */
export interface Engine {
  /**
   * Runs one SELECT and returns its rows.
   * @param params values of `?` placeholders; user input goes here, never into the text
   * @throws Error with the engine's message; `AbortError` when the signal fires first
   */
  query<T = Row>(sql: string, params?: readonly Cell[], signal?: AbortSignal): Promise<T[]>;
  /** Runs statements that return nothing. Build and registration only. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Why the engine or its data cannot serve. Each code has one sentence in the message catalogue. */
export type EngineErrorCode =
  | 'wasm-blocked'
  | 'engine-missing'
  | 'engine-timeout'
  | 'data-missing'
  | 'data-damaged'
  | 'out-of-memory'
  | 'query-too-long'
  | 'query-failed';
