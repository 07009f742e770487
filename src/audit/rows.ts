import type { Engine, Row } from '../contract/engine.ts';

/** One published row of counts: where it stands, and the two ends of every count. */
export interface CountRow {
  /** Which release it is from; 0 is the newest. */
  release: number;
  table: string;
  level: string;
  entity: string;
  /** The municipality of a school or municipality row; empty for a region. */
  municipality: string;
  /** year|procedure|subject|grade|session: rows that add up over places have the same. */
  series: string;
  key: Readonly<Record<string, string | number>>;
  protection: string;
  /** By count, in the order of `Counts.columns`; null: nothing published. */
  low: readonly (number | null)[];
  high: readonly (number | null)[];
  /** Comparability group, where the table has one. */
  comparability: string;
  /** Published means and the like, by column. */
  means: Readonly<Record<string, number | null>>;
}

/** The rows of one table of counts. */
export interface Counts {
  columns: readonly string[];
  means: readonly string[];
  rows: CountRow[];
}

const decimals = ['DECIMAL', 'DOUBLE', 'FLOAT'];
const isDecimal = (type: string | undefined): boolean => decimals.some((name) => type?.startsWith(name));

/** Columns of a view with their types. */
async function columnsOf(engine: Engine, view: string): Promise<Map<string, string>> {
  const found = await engine.query<{ column_name: string; column_type: string }>(`DESCRIBE ${view}`);
  return new Map(found.map(({ column_name, column_type }) => [column_name, column_type]));
}

/** Names that have both a `_low` and a `_high` column of whole numbers. */
const pairsOf = (columns: ReadonlyMap<string, string>): string[] =>
  [...columns.keys()]
    .filter((name) => name.endsWith('_low') && columns.has(name.replace(/_low$/, '_high')))
    .filter((name) => !isDecimal(columns.get(name)))
    .map((name) => name.replace(/_low$/, ''));

/** Where a table of counts is, and how its rows are told apart. */
export interface CountsAt {
  /** Name in the engine. */
  view: string;
  table: string;
  release: number;
  /** Columns of the primary key, as the data package declares them. */
  key: readonly string[];
}

/** Reads a table of protected counts by its own columns: its key, every pair of ends, every mean. */
export async function readCounts(engine: Engine, at: CountsAt): Promise<Counts> {
  const types = await columnsOf(engine, at.view);
  const columns = pairsOf(types);
  const ends = columns.flatMap((name) => [`${name}_low`, `${name}_high`]);
  const text = ['municipality_id', 'comparability', 'protection'].filter((name) => types.has(name));
  const used = new Set([...at.key, ...text, ...ends]);
  const means = [...types.keys()].filter(
    (name) => !used.has(name) && (isDecimal(types.get(name)) || name === 'mean_participants'),
  );
  const list = [...used, ...means].map((name) => `"${name}"`).join(', ');
  const rows = await engine.query<Row>(`SELECT ${list} FROM ${at.view}`);
  return { columns, means, rows: rows.map((row) => countRow(row, { ...at, columns, means })) };
}

interface Shape extends CountsAt {
  columns: readonly string[];
  means: readonly string[];
}

const place = new Set(['level', 'entity_level', 'entity_id', 'school_id']);

function countRow(row: Row, { table, release, columns, means, key: keys }: Shape): CountRow {
  const named = keys.filter((name) => row[name] !== null);
  const key = Object.fromEntries(named.map((name) => [name, row[name] as string | number]));
  const ends = (end: string) => columns.map((name) => row[`${name}_${end}`] as number | null);
  const level = String(row.level ?? row.entity_level ?? 'school');
  return {
    release,
    table,
    level,
    entity: String(row.entity_id ?? row.school_id),
    municipality: row.municipality_id ? String(row.municipality_id) : '',
    series: named
      .filter((name) => !place.has(name))
      .map((name) => row[name])
      .join('|'),
    key,
    protection: String(row.protection ?? 'none'),
    comparability: String(row.comparability ?? ''),
    low: ends('low'),
    high: ends('high'),
    means: Object.fromEntries(means.map((name) => [name, row[name] as number | null])),
  };
}
