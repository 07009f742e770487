import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Table } from '../contract/column.ts';
import type { Engine } from '../contract/engine.ts';
import { type PublishedTable, published } from '../contract/published.ts';

const registers = [
  'regions',
  'municipalities',
  'schools',
  'deficits',
  'social_index',
  'programmes',
  'bias_list',
  'roadmap_sources',
  'roadmaps',
  'responses',
];

/** The engine's table behind each public one; `indicators` are one table each. */
const sourceOf = new Map<string, string>(
  Object.keys(published)
    .filter((name) => name !== 'indicators')
    .map((name) => [name, registers.includes(name) ? `canonical_${name}` : name]),
);

const quoted = (path: string): string => path.replaceAll("'", "''");

/**
 * Writes one table as Parquet and CSV, sorted by key. One thread and fixed row groups: the same rows give the same
 * bytes on any machine.
 */
async function writeTable(
  engine: Engine,
  folder: string,
  path: string,
  from: string,
  table: Table,
): Promise<number> {
  const columns = Object.keys(table.columns).join(', ');
  const select = `SELECT ${columns} FROM ${from} ORDER BY ${table.key.join(', ')}`;
  const target = quoted(join(folder, path));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  await engine.run(`COPY (${select}) TO '${target}.parquet'
    (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 20480)`);
  await engine.run(`COPY (${select}) TO '${target}.csv' (FORMAT csv, HEADER true)`);
  const [counted] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM ${from}`);
  return counted?.n ?? 0;
}

/**
 * Writes every public table into a folder.
 * @param indicatorTables indicator id → table with its rows
 * @returns rows by file path
 */
export async function writeTables(
  engine: Engine,
  folder: string,
  indicatorTables: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  const write = async (path: string, from: string, table: Table) => {
    const n = await writeTable(engine, folder, path, from, table);
    rows.set(`${path}.parquet`, n);
    rows.set(`${path}.csv`, n);
  };
  await engine.run('SET threads = 1');
  for (const [name, from] of sourceOf) {
    await write(name, from, published[name as PublishedTable]);
  }
  for (const [id, from] of indicatorTables) await write(`indicators/${id}`, from, published.indicators);
  await engine.run('RESET threads');
  return rows;
}
