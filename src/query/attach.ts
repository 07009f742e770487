import type { Engine } from '../contract/engine.ts';
import { sqlLiteral, sqlName } from './literal.ts';

/** An engine that reads files it was given as bytes. */
export interface FileEngine extends Engine {
  /** Makes bytes readable under a name. A name is used once: registering it again corrupts reads in 0.9.1. */
  register(name: string, bytes: Uint8Array): Promise<void>;
  /** Forgets registered bytes. */
  drop(name: string): Promise<void>;
  /** No file, no network and no other settings from here on. Cannot be undone. */
  seal(memoryLimit: string): Promise<void>;
  /** Makes a table from an Arrow IPC stream. */
  insertArrow(table: string, stream: Uint8Array): Promise<void>;
  /** The bytes of a file that a `COPY … TO` of this engine wrote. Refused once sealed, as that statement is. */
  fileBytes(name: string): Promise<Uint8Array>;
  /** True once the engine is closed or had to be ended: a cancelled query did not stop, memory ran out. Open another then. */
  readonly ended: boolean;
}

const parquet = (path: string): string => `read_parquet(${sqlLiteral(path)})`;

/** A view over a Parquet file: a path for the native engine, a registered name for the WASM engine. */
export const attachParquet = (engine: Engine, table: string, path: string): Promise<void> =>
  engine.run(`CREATE OR REPLACE VIEW ${sqlName(table)} AS SELECT * FROM ${parquet(path)}`);

/**
 * A table with the rows of a Parquet file. The explorer needs this rather than a view: a sealed 0.9.1 engine refuses
 * `read_parquet` even for registered bytes.
 * @param select what is selected of the file, as SQL; everything as it is without it
 */
export const importParquet = (engine: Engine, table: string, path: string, select = '*'): Promise<void> =>
  engine.run(`CREATE OR REPLACE TABLE ${sqlName(table)} AS SELECT ${select} FROM ${parquet(path)}`);
