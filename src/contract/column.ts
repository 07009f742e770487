/** A column's type, in words that hold for Parquet, CSV, JSON Schema and TypeScript alike. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date';

/** What one column may hold. Every check of `canonical/` and every published schema is derived from this. */
export interface Column {
  readonly type: ColumnType;
  /** The DuckDB type it is stored as. */
  readonly sql: string;
  readonly nullable?: true;
  readonly min?: number;
  readonly max?: number;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** The canonical table whose key of the same name must contain the value. */
  readonly references?: string;
}

/** A table: its columns in order, and the columns that identify a row. */
export interface Table {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

type Value<C extends Column> = C extends { type: 'boolean' }
  ? boolean
  : C extends { type: 'integer' | 'decimal' }
    ? number
    : C extends { values: readonly (infer V)[] }
      ? V
      : string;

/** The TypeScript row of a table: decimals are numbers, dates ISO strings, nullable columns `| null`. */
export type RowOf<T extends Table> = {
  -readonly [K in keyof T['columns']]: T['columns'][K] extends { nullable: true }
    ? Value<T['columns'][K]> | null
    : Value<T['columns'][K]>;
};

export const text = { type: 'text', sql: 'VARCHAR' } as const;
export const integer = { type: 'integer', sql: 'INTEGER' } as const;
export const decimal = { type: 'decimal', sql: 'DECIMAL(9,3)' } as const;
export const flag = { type: 'boolean', sql: 'BOOLEAN' } as const;
export const date = { type: 'date', sql: 'DATE' } as const;
/** A whole number that cannot be negative. */
export const count = { ...integer, min: 0 } as const;

/** The same column, allowed to be empty. */
export const optional = <C extends Column>(column: C) => ({ ...column, nullable: true }) as const;
/** A text column with a closed list of values. */
export const oneOf = <const V extends readonly string[]>(...values: V) => ({ ...text, values }) as const;
/** A text column that points at the key of another table. */
export const key = <const T extends string>(references: T) => ({ ...text, references }) as const;
