import type { ResultRow } from '../contract/public.ts';
import { type Count, rate, rateInterval } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';

/** One year of one grade: the share that stayed below the threshold, and how far it can be trusted. */
export interface RatePoint {
  year: number;
  grade: number;
  session: ResultRow['session'];
  comparability: string;
  participants: Count;
  below: Count;
  /** The share that the published counts allow; equal ends where they are exact. */
  share: Interval;
  /** Wilson's 95 % interval around it. */
  interval: Interval;
}

/** The count `name` of a row, both ends; `null` where it is not published. */
export function countOf(row: ResultRow, name: string): Count | null {
  const low = row[`${name}_low`];
  const high = row[`${name}_high`];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

/** The point of a row; `null` where its share is not shown because too few took part or the count is unknown. */
export function ratePoint(row: ResultRow, minimum: number): RatePoint | null {
  const participants = { low: row.participants_low, high: row.participants_high };
  const below = countOf(row, 'below_threshold');
  const share = rate(below, participants, minimum);
  if (!share || !below) return null;
  const { year, grade, session, comparability } = row;
  const interval = rateInterval(below, participants);
  return { year, grade, session, comparability, participants, below, share, interval };
}

/** The points that may be shown, by grade and year. */
export function ratePoints(rows: readonly ResultRow[], minimum: number): RatePoint[] {
  return rows
    .map((row) => ratePoint(row, minimum))
    .filter((point) => point !== null)
    .sort((a, b) => a.grade - b.grade || a.year - b.year || a.session.localeCompare(b.session));
}

/** Runs that a line may join: one grade, consecutive calendar years, one comparability group. */
export function runs(points: readonly RatePoint[]): RatePoint[][] {
  const found: RatePoint[][] = [];
  for (const point of points) {
    const run = found.at(-1);
    const last = run?.at(-1);
    const joins =
      last?.grade === point.grade &&
      last.year + 1 === point.year &&
      last.comparability === point.comparability;
    if (run && joins) run.push(point);
    else found.push([point]);
  }
  return found;
}

/** Every calendar year from the first to the last, so that a year without data leaves a gap. */
export function calendar(rows: readonly { year: number }[]): number[] {
  const years = rows.map((row) => row.year);
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** The grades present, ascending. */
export const gradesOf = (rows: readonly { grade: number }[]): number[] =>
  [...new Set(rows.map((row) => row.grade))].sort((a, b) => a - b);
