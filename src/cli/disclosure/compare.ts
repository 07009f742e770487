import type { Engine, Row } from '../../contract/engine.ts';
import type { Methodology } from '../../contract/methodology.ts';
import { protect } from '../../protect/protect.ts';
import { attack, type KnownRow } from './attack.ts';

/** How much a way of protection shows, and how much of what it hides an attacker gets back. */
export interface Comparison {
  method: string;
  /** Rows of schools, and how many of them are shown with exact numbers of participants and of those below the threshold. */
  cells: number;
  shown: number;
  /** Municipality totals, how many are exact in the number below the threshold, and the mean width of the others. */
  totals: number;
  exactTotals: number;
  width: number;
  /** Hidden numbers, how many an attacker narrows, and how many he finds exactly. */
  hidden: number;
  narrowed: number;
  found: number;
}

const series = 'year, procedure, subject, grade, session';
const columns = ['participants', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];
const ofExam = ['participants', 'below_threshold'];

const endOf = (row: Row, name: string, end: 'low' | 'high'): number | null => {
  const value = row[`${name}_${end}`] ?? (name === 'mark_2' ? row[`below_threshold_${end}`] : null);
  return value === null || value === undefined ? null : Number(value);
};

/** A row with what is left of the participants as its last part where the parts are not all of them. */
function known(row: Row, names: readonly string[]): KnownRow {
  const low = names.map((name) => endOf(row, name, 'low'));
  const high = names.map((name) => endOf(row, name, 'high'));
  return names === columns ? { low, high } : { low: [...low, null], high: [...high, null] };
}

const isExact = ({ low, high }: KnownRow): boolean =>
  low.every((value, c) => (value === null ? c > 1 && low.length === 3 : value === high[c]));

/** The total less the rows that are told exactly. */
function remainder(total: KnownRow, exact: readonly KnownRow[]): KnownRow {
  const less = (ends: (number | null)[]) =>
    ends.map((value, c) =>
      value === null ? null : value - exact.reduce((sum, { low }) => sum + (low[c] ?? 0), 0),
    );
  return { low: less(total.low), high: less(total.high) };
}

const areaOf: Record<string, string> = { school: 'municipality', municipality: 'region' };

/** Attacks every row of a level by the totals above it. */
export async function attacked(rows: readonly Row[], level: 'school' | 'municipality', region: string) {
  const keyOf = (area: unknown, row: Row) => [area, ...series.split(', ').map((name) => row[name])].join(' ');
  const totals = new Map(
    rows.filter((row) => row.level === areaOf[level]).map((row) => [keyOf(row.entity_id, row), row]),
  );
  const children = rows.filter((row) => row.level === level);
  const groups = Map.groupBy(children, (row) =>
    keyOf(level === 'school' ? row.municipality_id : region, row),
  );
  const counts = { hidden: 0, narrowed: 0, found: 0, betrayed: [] as string[] };
  for (const [key, own] of groups) {
    const total = totals.get(key);
    if (!total) continue;
    const names =
      total.mark_2_low === null && own.every((row) => row.mark_2_low === null) && total.procedure === 'ege'
        ? ofExam
        : columns;
    const parts = own.map((row) => known(row, names));
    const exact = parts.filter(isExact);
    const open = parts.filter((row) => !isExact(row));
    if (open.length === 0) continue;
    const primary = new Set(open.flatMap((row, i) => (row.low[1] === null ? [] : [i])));
    for (const { row, column, published, feasible } of await attack(
      open,
      remainder(known(total, names), exact),
      [0, 1],
    )) {
      if (!primary.has(row)) continue;
      counts.hidden++;
      if (feasible[0] > published[0] + 1e-4 || feasible[1] < published[1] - 1e-4) {
        counts.narrowed++;
        counts.betrayed.push(`${key}: ${names[column]} ${published.join('–')} is ${feasible.join('–')}`);
      }
      if (feasible[1] - feasible[0] < 1e-4) counts.found++;
    }
  }
  return counts;
}

/** True where participants and those below the threshold are told exactly. */
const isShown = (row: Row): boolean =>
  ofExam.every(
    (name) => endOf(row, name, 'low') !== null && endOf(row, name, 'low') === endOf(row, name, 'high'),
  );

async function measure(
  engine: Engine,
  method: string,
  table: string,
  year: number,
  region: string,
): Promise<Comparison> {
  const rows = await engine.query<Row>(`SELECT * FROM ${table} WHERE year = ? ORDER BY ALL`, [year]);
  const schools = rows.filter((row) => row.level === 'school');
  const totals = rows.filter((row) => row.level === 'municipality');
  const width = (row: Row) =>
    (endOf(row, 'below_threshold', 'high') ?? 0) - (endOf(row, 'below_threshold', 'low') ?? 0);
  const wide = totals.filter((row) => width(row) > 0);
  const ofSchools = await attacked(rows, 'school', region);
  const ofTotals = await attacked(rows, 'municipality', region);
  return {
    method,
    cells: schools.length,
    shown: schools.filter(isShown).length,
    totals: totals.length,
    exactTotals: totals.length - wide.length,
    width: wide.reduce((sum, row) => sum + width(row), 0) / Math.max(1, wide.length),
    hidden: ofSchools.hidden + ofTotals.hidden,
    narrowed: ofSchools.narrowed + ofTotals.narrowed,
    found: ofSchools.found + ofTotals.found,
  };
}

/** `results_primary`: school rows as protected, totals exact. */
async function makePrimary(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE exact AS FROM results;
    CREATE OR REPLACE TEMP TABLE results_primary AS FROM ours WHERE level = 'school' UNION ALL FROM exact WHERE level <> 'school'`);
}

const hiddenNames = ['participants', 'below_threshold', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];

/** `results_one_more`: where a single row of a municipality is hidden, the smallest shown one is hidden as well. */
async function makeOneMore(engine: Engine): Promise<void> {
  const isHidden = '(participants_low < participants_high OR below_threshold_low < below_threshold_high)';
  await engine.run(`CREATE OR REPLACE TEMP TABLE more AS SELECT entity_id, ${series} FROM (
      SELECT *, row_number() OVER (PARTITION BY municipality_id, ${series} ORDER BY participants_low, entity_id) AS place
      FROM (SELECT *, count(*) FILTER (WHERE ${isHidden}) OVER (PARTITION BY municipality_id, ${series}) AS n FROM ours WHERE level = 'school')
      WHERE n = 1 AND NOT ${isHidden}) WHERE place = 1;
    CREATE OR REPLACE TEMP TABLE results_one_more AS FROM results_primary;
    UPDATE results_one_more AS r SET ${hiddenNames.map((name) => `${name}_low = NULL, ${name}_high = NULL`).join(', ')}
      FROM more m WHERE r.level = 'school' AND r.entity_id = m.entity_id AND ${series
        .split(', ')
        .map((name) => `r.${name} = m.${name}`)
        .join(' AND ')}`);
}

/**
 * Compares three ways of protection on the canonical tables of an engine: the primary rules alone, one more row hidden
 * where a row is alone, and ours. One year; the attacker writes every equation of rows, municipalities and the region.
 */
export async function compareProtection(
  engine: Engine,
  methodology: Methodology,
  year: number,
): Promise<Comparison[]> {
  await protect(engine, methodology, 'public');
  await engine.run('CREATE OR REPLACE TEMP TABLE ours AS FROM results');
  await protect(engine, methodology, 'internal');
  await makePrimary(engine);
  await makeOneMore(engine);
  const [region] = await engine.query<{ id: string }>(
    `SELECT entity_id AS id FROM ours WHERE level = 'region' LIMIT 1`,
  );
  const tables: [string, string][] = [
    ['primary rules only', 'results_primary'],
    ['one more row hidden', 'results_one_more'],
    ['Dinamika', 'ours'],
  ];
  const found: Comparison[] = [];
  for (const [method, table] of tables)
    found.push(await measure(engine, method, table, year, region?.id ?? ''));
  return found;
}
