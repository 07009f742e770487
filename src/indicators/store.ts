import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DerivedTable, derived } from '../contract/derived.ts';
import type { Cell, Engine } from '../contract/engine.ts';

const cell = (value: Cell | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
};

const columnsOf = (table: DerivedTable) => Object.entries(derived[table].columns);

/** Makes a table from the rows of a SELECT, with the columns and types that the contract gives it. */
export async function storeSelect(engine: Engine, table: DerivedTable, select: string): Promise<void> {
  const columns = columnsOf(table).map(([name, { sql }]) => `CAST(${name} AS ${sql}) AS ${name}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${columns.join(', ')} FROM (${select})`);
}

/** Makes a table from rows computed here. Shares are rounded to the decimals that the contract stores. */
export async function storeRows(
  engine: Engine,
  table: DerivedTable,
  rows: readonly Readonly<Record<string, Cell | undefined>>[],
): Promise<void> {
  const columns = columnsOf(table);
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-'));
  try {
    const path = join(folder, 'rows.csv');
    const names = columns.map(([name]) => name);
    const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
    writeFileSync(path, `${[names.join(','), ...lines].join('\n')}\n`);
    const types = columns.map(
      ([name, { type, sql }]) => `'${name}': '${type === 'decimal' ? 'DOUBLE' : sql}'`,
    );
    const select = `FROM read_csv('${path.replaceAll("'", "''")}', header = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types.join(', ')}})`;
    await storeSelect(engine, table, select);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
