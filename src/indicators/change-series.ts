import type { DynamicsRow } from '../contract/status.ts';
import type { SeriesRange } from '../stats/change-range.ts';
import type { Proportion } from '../stats/proportion.ts';

/** What `confirm.ts` adds to a row of dynamics-series.sql. */
type Added =
  | 'strata'
  | 'interval_low'
  | 'interval_high'
  | 'p_value'
  | 'q_value'
  | 'confirmed'
  | 'excess_low'
  | 'excess_high'
  | 'tail'
  | 'net'
  | 'identified_before'
  | 'verdict';

/** A row of dynamics-series.sql. */
export type SeriesRow = Omit<DynamicsRow, Added>;

/** A row whose change is known, with its counts as ranges. */
export interface KnownSeries {
  row: SeriesRow;
  range: SeriesRange;
}

const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };

/** The counts of a row as ranges; `null` where a change is not known. The region's own rows are not shifted. */
export function knownSeries(row: SeriesRow): KnownSeries | null {
  const before = interval(row.below_threshold_before_low, row.below_threshold_before_high);
  const totalBefore = interval(row.participants_before_low, row.participants_before_high);
  const after = interval(row.below_threshold_low, row.below_threshold_high);
  const total = interval(row.participants_low, row.participants_high);
  const shift = row.level === 'region' ? { low: 0, high: 0 } : interval(row.region_low, row.region_high);
  if (row.reason !== null || !before || !totalBefore || !after || !total || !shift) return null;
  const range = { before: { count: before, total: totalBefore }, after: { count: after, total }, shift };
  return { row, range };
}

const middle = ({ low, high }: { low: number; high: number }) => (low + high) / 2;

/** The middle of a range, for what is estimated over the whole region (prior, scatter). */
export function middleOf({ count, total }: SeriesRange['before']): Proportion {
  const all = middle(total);
  return { count: Math.min(all, middle(count)), total: all };
}

export const middleShift = ({ shift }: SeriesRange): number => middle(shift);

/** Which rows are estimated together: one level, work and pair of years, with or without the grade. */
export const familyOf = (row: SeriesRow, grade: number | 'any'): string =>
  [row.level, row.procedure, row.subject, grade, row.comparability, row.year, row.year_before].join('|');
