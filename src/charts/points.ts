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

/** Under this width, a fraction, a range is drawn as a point: the point's own mark is wider. */
const thin = 0.01;

/** True where hidden counts leave the share open so far that it shows. */
export const isRange = ({ share }: RatePoint): boolean => share.high - share.low > thin;

/** Where a point stands whose range is too thin to show. */
export const middle = ({ share }: RatePoint): number => (share.low + share.high) / 2;

/** A point with the panel it belongs to and the run of the line that passes it. */
export type Placed = RatePoint & { fx: number; fy: number; run: number };
/** A point as a part of one stroke. */
type Joined = Placed & { piece: number };

/**
 * Cuts runs into strokes: a line joins two exact points, a band lies between two of which one is a range. A point where
 * the stroke changes belongs to both.
 */
export function pieces(points: readonly Placed[]): { lines: Joined[]; bands: Joined[] } {
  const lines: Joined[] = [];
  const bands: Joined[] = [];
  let piece = 0;
  let before: Joined[] | undefined;
  for (const [index, point] of points.entries()) {
    const last = points[index - 1];
    if (!last || last.run !== point.run) {
      before = undefined;
      continue;
    }
    const kind = isRange(last) || isRange(point) ? bands : lines;
    if (before !== kind) {
      piece += 1;
      kind.push({ ...last, piece });
    }
    kind.push({ ...point, piece });
    before = kind;
  }
  return { lines, bands };
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
