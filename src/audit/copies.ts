import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, Row } from '../contract/engine.ts';
import type { Finding } from './finding.ts';
import type { PublishedTable, Release } from './release.ts';
import type { CountRow, Counts } from './rows.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The same numbers in other files of a release: CSV beside Parquet, JSON of places; and rows in the order of their key. */
export async function copyFindings(engine: Engine, release: Release, counts: Counts): Promise<Finding[]> {
  const found: Finding[] = [];
  const add = (kind: Finding['kind'], file: string, details: Finding['details']) =>
    found.push({ kind, file, release: release.number, details, chain: [] });
  for (const table of release.tables.values()) {
    const rows = await unlikeCsv(engine, release.folder, table);
    if (rows > 0) add('disagreement', table.path, { rows });
    const moved = await outOfOrder(engine, release.folder, table);
    if (moved > 0) add('row-order', table.path.replace(/\.csv$/, '.parquet'), { rows: moved });
  }
  const own = new Map(counts.rows.map((row) => [`${row.level} ${row.entity} ${row.series}`, row]));
  for (const file of globSync('{schools/*,municipalities/*,region}.json', { cwd: release.folder }).sort()) {
    const { results = [] } = JSON.parse(readFileSync(join(release.folder, file), 'utf8')) as {
      results?: Row[];
    };
    const rows = results.filter((row) => !isCopy(row, own, counts)).length;
    if (rows > 0) add('disagreement', file, { rows });
  }
  return found;
}

async function count(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.query<Row>(sql);
  return Number(row?.n ?? 0);
}

async function unlikeCsv(engine: Engine, folder: string, { view, path }: PublishedTable): Promise<number> {
  const file = join(folder, path);
  if (!existsSync(file)) return 0;
  const types = await engine.query<{ column_name: string; column_type: string }>(`DESCRIBE ${view}`);
  const columns = types.map(
    ({ column_name, column_type }) => `${quoted(column_name)}: ${quoted(column_type)}`,
  );
  const csv = `SELECT * FROM read_csv(${quoted(file)}, header = true, auto_detect = false, delim = ',', quote = '"',
    escape = '"', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`;
  const parquet = `SELECT * FROM ${view}`;
  // Sums of hashes first: one pass over each, and hardly ever more is needed.
  const print = (rows: string) =>
    `SELECT ROW(count(*), sum(CAST(hash(t) AS HUGEINT)))::VARCHAR AS print FROM (${rows}) AS t`;
  const alike = await count(engine, `SELECT (${print(csv)}) = (${print(parquet)}) AS n`);
  if (alike === 1) return 0;
  return count(
    engine,
    `SELECT (SELECT count(*) FROM (${csv} EXCEPT ALL ${parquet})) + (SELECT count(*) FROM (${parquet} EXCEPT ALL ${csv})) AS n`,
  );
}

/** An order other than that of the public key could be the order of something hidden. */
async function outOfOrder(engine: Engine, folder: string, { key, path }: PublishedTable): Promise<number> {
  const file = quoted(join(folder, path.replace(/\.csv$/, '.parquet')));
  const by = key.map((name) => `"${name}"`).join(', ');
  return count(
    engine,
    `SELECT count(*) AS n FROM (SELECT file_row_number AS own, row_number() OVER (ORDER BY ${by}) - 1 AS place
      FROM read_parquet(${file}, file_row_number = true)) WHERE own <> place`,
  );
}

/** Whether a row of a place's file says what the table says; it may leave out what is empty. */
function isCopy(row: Row, own: ReadonlyMap<string, CountRow>, { columns, means }: Counts): boolean {
  const series = [row.year, row.procedure, row.subject, row.grade, row.session].join('|');
  const found = own.get(`${row.level} ${row.entity_id} ${series}`);
  return (
    found !== undefined &&
    columns.every(
      (name, c) =>
        (row[`${name}_low`] ?? null) === (found.low[c] ?? null) &&
        (row[`${name}_high`] ?? null) === (found.high[c] ?? null),
    ) &&
    means.every((name) => (row[name] ?? null) === (found.means[name] ?? null))
  );
}
