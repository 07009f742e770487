import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Row } from '../contract/engine.ts';
import type { Finding } from './finding.ts';
import type { Release } from './release.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What Parquet files say beside their rows: least and greatest values, dictionaries, filters, lengths of parts, bytes
 * that no part claims. Where a table written anew from its own rows gives the same bytes, they say nothing else. A file
 * by another version of the writer is judged by its statistics and its key-value texts.
 */
export async function statisticsFindings(engine: Engine, release: Release): Promise<Finding[]> {
  const found: Finding[] = [];
  const temporary = mkdtempSync(join(tmpdir(), 'dinamika-audit-'));
  try {
    await engine.run('SET threads = 1');
    for (const { path, columns } of release.tables.values()) {
      const name = path.replace(/\.csv$/, '.parquet');
      const file = join(release.folder, name);
      const again = join(temporary, 'again.parquet');
      await engine.run(`COPY (FROM read_parquet(${quoted(file)})) TO ${quoted(again)}
        (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 20480)`);
      if (readFileSync(file).equals(readFileSync(again))) continue;
      const told = await toldBeside(engine, file, columns);
      if (told !== null)
        found.push({ kind: 'statistics', file: name, release: release.number, details: { told }, chain: [] });
    }
  } finally {
    await engine.run('RESET threads');
    rmSync(temporary, { recursive: true, force: true });
  }
  return found;
}

/** The column whose statistics are not those of its rows, or that there are texts beside the rows. */
async function toldBeside(engine: Engine, path: string, columns: readonly string[]): Promise<string | null> {
  const file = quoted(path);
  const [texts] = await engine.query<Row>(`SELECT count(*) AS n FROM parquet_kv_metadata(${file})`);
  if (Number(texts?.n) > 0) return 'key-value';
  // Asked of the file itself, the engine would answer from the very statistics that are in doubt.
  await engine.run(`CREATE OR REPLACE TEMP TABLE audited_rows AS FROM read_parquet(${file})`);
  for (const column of columns) {
    const name = `"${column.replaceAll('"', '""')}"`;
    // Compared as values of the column: statistics are texts.
    const [row] = await engine.query<Row>(`WITH own AS (
        SELECT min(${name}) AS least, max(${name}) AS most, count(*) - count(${name}) AS empty, count(*) AS n FROM audited_rows
      ), told AS (
        SELECT min(coalesce(stats_min_value, stats_min)) AS any_least, sum(stats_null_count) AS empty, sum(num_values) AS n,
          list(coalesce(stats_min_value, stats_min)) AS lows, list(coalesce(stats_max_value, stats_max)) AS highs
        FROM parquet_metadata(${file}) WHERE path_in_schema = ${quoted(column)}
      )
      SELECT coalesce(told.empty <> own.empty, false) OR told.n <> own.n
        OR len(list_filter(lows, lambda low: try_cast(low AS ${await typeOf(engine, file, name)}) < least)) > 0
        OR len(list_filter(highs, lambda high: try_cast(high AS ${await typeOf(engine, file, name)}) > most)) > 0 AS more
      FROM own, told`);
    if (row?.more === true) return column;
  }
  return null;
}

async function typeOf(engine: Engine, file: string, name: string): Promise<string> {
  const [row] = await engine.query<{ column_type: string }>(
    `DESCRIBE SELECT ${name} FROM read_parquet(${file})`,
  );
  return row?.column_type ?? 'VARCHAR';
}
