import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openNative } from '../../src/query/native.ts';
import { temporaryFolder } from '../support.ts';

export type Value = string | number | boolean | null;
/** Exact, a range, or nothing published. */
export type Count = number | readonly [low: number, high: number] | null;

/** A published row: where, which work, and its counts. */
export interface Given {
  at: string;
  year?: number;
  grade?: number;
  subject?: string;
  procedure?: string;
  protection?: string;
  mean?: number;
  /** Over how many the mean is taken, where it says so. */
  mean_participants?: number;
  [count: string]: unknown;
}

const counts = ['participants', 'below_threshold', 'mark_2', 'mark_3', 'mark_4', 'mark_5'] as const;
const ends = (name: string, value: Count | undefined): [string, Value][] => {
  const [low, high] = value === undefined || value === null ? [null, null] : [value].flat();
  return [
    [`${name}_low`, (low as number | null) ?? null],
    [`${name}_high`, (high as number | undefined) ?? (low as number | null) ?? null],
  ];
};
const levelOf = (at: string): string =>
  ({ s: 'school', m: 'municipality', r: 'region' })[at[0] ?? ''] ?? 'school';

const kindOf = (given: Given): string => {
  const n = given.participants as Count;
  if (Array.isArray(n) && n[1] < 10) return 'few-participants';
  return counts.some((name) => Array.isArray(given[name])) ? 'widened' : 'none';
};

/** A row of `results`. Places are `r…` region, `m…` municipality, `s…` school. */
export const resultRow = (given: Given): Record<string, Value> => ({
  level: levelOf(given.at),
  entity_id: given.at,
  year: given.year ?? 2025,
  procedure: given.procedure ?? 'vpr',
  subject: given.subject ?? 'russian',
  grade: given.grade ?? 5,
  session: 'spring',
  municipality_id: levelOf(given.at) === 'region' ? null : 'm1',
  comparability: 'spring',
  protection: given.protection ?? kindOf(given),
  ...Object.fromEntries(counts.flatMap((name) => ends(name, given[name] as Count))),
  score_mean: given.mean ?? null,
  mean_participants: given.mean_participants ?? null,
});

export const resultKey = ['level', 'entity_id', 'year', 'procedure', 'subject', 'grade', 'session'];

/** A row of pooled results; a grade of 0 stands for all. */
const poolRow = (given: Given & { from: number; to: number }): Record<string, Value> => {
  const { year: _year, ...row } = resultRow({ grade: 0, ...given });
  return { ...row, year_from: given.from, year_to: given.to };
};
const poolKey = ['level', 'entity_id', 'procedure', 'subject', 'grade', 'session', 'year_from', 'year_to'];

export interface Small {
  results: Given[];
  pools?: (Given & { from: number; to: number })[];
  /** Further tables: name → key and rows. */
  tables?: Record<string, { key: string[]; rows: Record<string, Value>[] }>;
  /** School → municipality; all schools are in m1 otherwise. */
  schools?: Record<string, string>;
  preset?: string;
  name?: string;
}

const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
const typeOf = (name: string, rows: readonly Record<string, Value>[]): string => {
  if (/mean$|value|share/.test(name)) return 'DECIMAL(9,6)';
  return rows.some((row) => typeof row[name] === 'string') ? 'VARCHAR' : 'INTEGER';
};

/** Writes a release as publish does: Parquet and CSV of every table, data package, methodology, manifest. */
export async function writeRelease(small: Small, folder = temporaryFolder()): Promise<string> {
  const ids = [...new Set(small.results.map(({ at }) => at))].filter((at) => at.startsWith('s'));
  const municipalities = [...new Set(Object.values(small.schools ?? { s: 'm1' }))];
  const schools = ids.map((id) => ({ school_id: id, municipality_id: small.schools?.[id] ?? 'm1' }));
  const tables: NonNullable<Small['tables']> = {
    results: { key: resultKey, rows: small.results.map(resultRow) },
    schools: { key: ['school_id'], rows: schools },
    municipalities: {
      key: ['municipality_id'],
      rows: municipalities.map((id) => ({ municipality_id: id, region_id: 'r' })),
    },
    ...(small.pools ? { pooled_results: { key: poolKey, rows: small.pools.map(poolRow) } } : {}),
    ...small.tables,
  };
  const engine = await openNative({ threads: 1 });
  for (const [name, { key, rows }] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {});
    const path = join(folder, name.startsWith('indicators-') ? name.replace('-', '/') : name);
    mkdirSync(dirname(path), { recursive: true });
    const list = columns.map((column) => `CAST(${column} AS ${typeOf(column, rows)}) AS ${column}`);
    const values = rows.map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`);
    const select = `SELECT ${list.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(${columns.join(', ')}) ORDER BY ${key.join(', ')}`;
    await engine.run(
      `COPY (${select}) TO '${path}.parquet' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1)`,
    );
    await engine.run(`COPY (${select}) TO '${path}.csv' (FORMAT csv, HEADER true)`);
  }
  await engine.close();
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('manifest.json', { release: small.name ?? 'small', preset: small.preset ?? 'public' });
  json('methodology.json', {
    version: 'test',
    protection: { min_participants: 10, min_failing: 3, rounding_base: 5 },
    identification: { threshold: 0.3, subjects: ['russian'], min_participants: 10 },
  });
  json('datapackage.json', {
    resources: Object.entries(tables).map(([name, { key, rows }]) => ({
      name,
      path: `${name.startsWith('indicators-') ? name.replace('-', '/') : name}.csv`,
      schema: { fields: Object.keys(rows[0] ?? {}).map((column) => ({ name: column })), primaryKey: key },
    })),
  });
  return folder;
}
