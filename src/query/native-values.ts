import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  INTEGER,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { Cell } from '../contract/engine.ts';

/** Positional parameters with the types that `sqlLiteral` gives them in the other engine. */
export const nativeParameters = (
  params: readonly Cell[],
): { values: DuckDBValue[]; types: DuckDBType[] } => ({
  types: params.map(parameterType),
  values: params.map((value) => (parameterType(value) === BIGINT ? BigInt(Number(value)) : value)),
});

function parameterType(value: Cell): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'string') return VARCHAR;
  if (!Number.isFinite(value)) throw new Error(`invalid parameter: ${value}`);
  if (!Number.isSafeInteger(value)) return DOUBLE;
  return isInt32(value) ? INTEGER : BIGINT;
}

const isInt32 = (value: number): boolean => value === (value | 0);

/** A native value as the contract's cell. */
export function toCell(value: DuckDBValue, type: DuckDBType): Cell {
  if (value === null) return null;
  switch (type.typeId) {
    case DuckDBTypeId.DATE:
    case DuckDBTypeId.UUID:
      return String(value);
    case DuckDBTypeId.DECIMAL:
      return Number(String(value));
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return instant((value as DuckDBTimestampValue).micros);
  }
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' || type.typeId === DuckDBTypeId.ENUM)
    throw new Error(`unsupported type of a column: ${type}`);
  return value;
}

const instant = (micros: bigint): string => new Date(Math.floor(Number(micros) / 1000)).toISOString();
