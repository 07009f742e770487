import { join } from 'node:path';
import { type CanonicalTable, canonical } from '../contract/canonical.ts';
import type { Engine } from '../contract/engine.ts';

const selectOf = (table: CanonicalTable): string => {
  const { columns, key } = canonical[table];
  return `SELECT ${Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ')} FROM staged_${table} ORDER BY ${key.join(', ')}`;
};

/** Writes the checked tables as Parquet, sorted by key, into an existing folder. */
export async function writeCanonical(engine: Engine, folder: string): Promise<void> {
  for (const table of Object.keys(canonical) as CanonicalTable[]) {
    const path = join(folder, `${table}.parquet`).replaceAll("'", "''");
    await engine.run(
      `COPY (${selectOf(table)}) TO '${path}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1)`,
    );
  }
}

/** Opens a folder of canonical tables as the views `canonical_<table>`. */
export async function openCanonical(engine: Engine, folder: string): Promise<void> {
  for (const table of Object.keys(canonical) as CanonicalTable[]) {
    const path = join(folder, `${table}.parquet`).replaceAll("'", "''");
    await engine.run(`CREATE OR REPLACE TEMP VIEW canonical_${table} AS FROM read_parquet('${path}')`);
  }
}
