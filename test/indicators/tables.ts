import { readFileSync } from 'node:fs';
import type { Column } from '../../src/contract/column.ts';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import { type Methodology, methodologySchema } from '../../src/contract/methodology.ts';
import { type PublishedTable, published } from '../../src/contract/published.ts';

export const readMethodology = (name: string): Methodology =>
  methodologySchema.parse(JSON.parse(readFileSync(`data/methodology/${name}.json`, 'utf8')));

const literal = (value: Cell | undefined): string => {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};

/** Makes a public table from rows; columns that a row leaves out are NULL. */
export async function fill(
  engine: Engine,
  table: PublishedTable,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const columns = Object.entries(published[table].columns as Record<string, Column>);
  const types = columns.map(([name, { sql }]) => `${name} ${sql}`).join(', ');
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} (${types})`);
  for (let from = 0; from < rows.length; from += 500) {
    const values = rows
      .slice(from, from + 500)
      .map((row) => `(${columns.map(([name]) => literal(row[name])).join(', ')})`);
    await engine.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
}

/** A result of grade 5 mathematics in spring, `below` of `n` under the threshold; pairs are ranges. */
export function result(
  school: string,
  year: number,
  n: number | [number, number],
  below: number | [number, number] | null,
  changes: Readonly<Record<string, Cell>> = {},
): Record<string, Cell> {
  const [nLow, nHigh] = typeof n === 'number' ? [n, n] : n;
  const [xLow, xHigh] =
    below === null || typeof below === 'object' ? (below ?? [null, null]) : [below, below];
  return {
    level: 'school',
    entity_id: school,
    municipality_id: 'm',
    year,
    procedure: 'vpr',
    subject: 'mathematics',
    grade: 5,
    session: 'spring',
    comparability: 'spring',
    protection: below === null ? 'suppressed' : 'none',
    participants_low: nLow,
    participants_high: nHigh,
    below_threshold_low: xLow,
    below_threshold_high: xHigh,
    ...changes,
  };
}
