import { type KnownSeries, knownSeries, type SeriesRow } from './change-series.ts';

/** The grades of one subject of one school or area in one year. */
export interface Pool {
  /** Everything but the counts; grade 0. */
  row: SeriesRow;
  strata: KnownSeries[];
}

const sum = (strata: readonly KnownSeries[], name: keyof SeriesRow): number | null =>
  strata.length === 0 ? null : strata.reduce((total, { row }) => total + Number(row[name]), 0);

const summed = [
  'participants_before_low',
  'participants_before_high',
  'below_threshold_before_low',
  'below_threshold_before_high',
  'participants_low',
  'participants_high',
  'below_threshold_low',
  'below_threshold_high',
] as const;

const empty = {
  formal_low: null,
  formal_high: null,
  region_low: null,
  region_high: null,
  relative_low: null,
  relative_high: null,
  quality_low: null,
  quality_high: null,
  mean_change: null,
  sharp_worsening: null,
};

function pool(rows: readonly SeriesRow[]): Pool[] {
  // Works that were last held in different years are not pooled: the nearest year counts.
  const nearest = Math.max(...rows.map((row) => row.year_before));
  const own = rows.filter((row) => row.year_before === nearest);
  const [first] = own;
  if (!first) return [];
  const strata = own.map(knownSeries).filter((series) => series !== null);
  const counts = Object.fromEntries(summed.map((name) => [name, sum(strata, name)]));
  const reason = own.find((row) => row.reason === 'few-participants')?.reason ?? first.reason;
  const row = { ...first, ...empty, ...counts, grade: 0, reason: strata.length > 0 ? null : reason };
  return [{ row, strata }];
}

/** One pool for every school or area, subject, comparability group and year. */
export function pools(rows: readonly SeriesRow[]): Pool[] {
  const groups = Map.groupBy(rows, (row) =>
    [row.level, row.entity_id, row.procedure, row.subject, row.comparability, row.year].join('|'),
  );
  return [...groups.values()].flatMap(pool);
}
