import { type Column, decimal, integer, optional } from './column.ts';

/** A share or a change of one, a fraction; six decimals are stored. */
export const ratio = optional({ ...decimal, sql: 'DECIMAL(9,6)' } as const);
/** A count that may be unknown. */
export const maybeCount = optional(integer);

/** Two columns, the ends of a range. */
export const span = <const N extends string, const C extends Column>(name: N, column: C) =>
  ({ [`${name}_low`]: column, [`${name}_high`]: column }) as { [K in `${N}_low` | `${N}_high`]: C };
