import type { Cell } from '../contract/engine.ts';

/** A name of a table or column, quoted. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * A parameter as an SQL literal of the type that native binding gives it: whole numbers INTEGER or BIGINT, others
 * DOUBLE, text VARCHAR.
 *
 * Used for the arguments of `EXECUTE` alone. The WASM engine's own parameter binding turns every number into DOUBLE,
 * every boolean into INTEGER, cannot be cancelled and hides run-time errors; `EXECUTE` through `send()` does not.
 * @throws Error for NaN, infinity and text with a NUL character, which would end the statement early
 */
export function sqlLiteral(value: Cell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Error('invalid parameter: text with a NUL character');
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (!Number.isFinite(value)) throw new Error(`invalid parameter: ${value}`);
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  return value.toExponential();
}
