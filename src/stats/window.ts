import { adjustedVariance } from './agresti-caffo.ts';
import type { ProportionRange } from './change-range.ts';
import type { Interval } from './wilson.ts';

/** One series over the years of a window. Totals are exact, counts may be ranges. */
export interface WindowSeries {
  /** By year, two or more; the change is from the first to the last. */
  years: readonly ProportionRange[];
  /** The region's change over the same time, both ends. */
  shift: Interval;
}

/** An ellipse of level × change: all points with (v − centre)ᵀ Q⁻¹ (v − centre) ≤ 1, fractions. */
export interface LevelChange {
  level: number;
  change: number;
  /** Q: [level², level · change, change²]. */
  shape: readonly [number, number, number];
  /** What the published counts allow for the two numbers themselves; equal ends where all are exact. */
  levelRange: Interval;
  changeRange: Interval;
}

export interface WindowOptions {
  /** Of the region, 0 to 1: 0.95 for 95 %. */
  confidence: number;
  /** Variance of a series' true change from cohort to cohort, half of it each cohort's own; see `betweenVariance`. */
  scatter?: number;
}

/** One count of a window: what adding one to it does to level and change, its range and its greatest variance. */
interface Term {
  level: number;
  change: number;
  count: Interval;
  variance: number;
}

/** The greatest variance of a count of `total` within its range, chance and cohort together. */
function countVariance({ count, total }: ProportionRange, scatter: number): number {
  const n = total.low;
  const widest = Math.min(Math.max(n / 2, count.low), count.high);
  return n ** 2 * (adjustedVariance({ count: widest, total: n }) + scatter / 2);
}

function terms(series: readonly WindowSeries[], scatter: number): { terms: Term[]; shift: Interval } {
  const all = series.reduce((sum, { years }) => sum + years.reduce((n, { total }) => n + total.low, 0), 0);
  const ends = series.map(({ years, shift }) => {
    const [before, after] = [years[0]?.total.low ?? 0, years.at(-1)?.total.low ?? 0];
    return { weight: (before * after) / (before + after), shift };
  });
  const weights = ends.reduce((sum, { weight }) => sum + weight, 0);
  const made = series.flatMap(({ years }, index) =>
    years.map((year, at): Term => {
      const sign = at === 0 ? -1 : at === years.length - 1 ? 1 : 0;
      const part = (ends[index]?.weight ?? 0) / weights;
      return {
        level: 1 / all,
        change: (sign * part) / year.total.low,
        count: year.count,
        variance: countVariance(year, scatter),
      };
    }),
  );
  const sum = (end: 'low' | 'high') =>
    ends.reduce((total, { weight, shift }) => total + (weight / weights) * shift[end], 0);
  return { terms: made, shift: { low: sum('low'), high: sum('high') } };
}

const ends = (parts: readonly Term[], of: 'level' | 'change'): Interval => ({
  low: parts.reduce((sum, part) => sum + part[of] * (part[of] < 0 ? part.count.high : part.count.low), 0),
  high: parts.reduce((sum, part) => sum + part[of] * (part[of] < 0 ? part.count.low : part.count.high), 0),
});

const middle = ({ low, high }: Interval): number => (low + high) / 2;

/**
 * The ellipse of least trace around a sum of ellipses with the same centre and of segments (flat ellipses):
 * (Σ√tr Qᵢ) · Σ Qᵢ/√tr Qᵢ. A. B. Kurzhanski and I. Vályi, "Ellipsoidal Calculus for Estimation and Control" (1997),
 * lemma 2.2.1. A sum of one is itself.
 */
function around(shapes: readonly LevelChange['shape'][]): LevelChange['shape'] {
  const sizes = shapes.map(([level, , change]) => Math.sqrt(level + change));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const sum = (at: 0 | 1 | 2) =>
    shapes.reduce((total, shape, i) => (sizes[i] ? total + shape[at] / (sizes[i] as number) : total), 0);
  return [size * sum(0), size * sum(1), size * sum(2)];
}

/**
 * Level and change of a window of years together, with the region in which 95 % of such estimates lie around the truth.
 *
 * Level: all counts over all participants. Change: last year less first, less the region's, the series joined with
 * Cochran–Mantel–Haenszel weights, as in `pooledDifference`. Both are sums of the same counts, so they depend on each
 * other: with x the count of one series and year, n its total, N all participants, w its share of the weights, the level
 * gains 1/N and the change ±w/n for every one in x, and the covariance is Σ ± (w/(n·N)) · Var x, where Var x = n² times
 * the Agresti–Caffo variance of a share, plus half the scatter of cohorts. The first year pulls them apart, the last
 * together. The ellipse is that of the normal distribution: its square radius is −2 ln(1 − confidence), the χ² quantile
 * of two degrees of freedom.
 *
 * Where counts are ranges the ellipse contains those of all tables that the ranges allow: variances are the greatest,
 * and the places where the centre may lie are added.
 *
 * @returns null where there is no series
 * @throws RangeError when a count lies outside 0…total or a total is not positive
 */
export function levelAndChange(
  series: readonly WindowSeries[],
  { confidence, scatter = 0 }: WindowOptions,
): LevelChange | null {
  if (series.length === 0) return null;
  const { terms: parts, shift } = terms(series, scatter);
  const radius = -2 * Math.log(1 - confidence);
  const moment = (of: (part: Term) => number) =>
    radius * parts.reduce((sum, part) => sum + part.variance * of(part), 0);
  const chance: LevelChange['shape'] = [
    moment((part) => part.level ** 2),
    moment((part) => part.level * part.change),
    moment((part) => part.change ** 2),
  ];
  const segments = parts
    .map((part) => ({ part, half: (part.count.high - part.count.low) / 2 }))
    .filter(({ half }) => half > 0)
    .map(({ part: { level, change }, half }): LevelChange['shape'] => [
      (level * half) ** 2,
      level * change * half ** 2,
      (change * half) ** 2,
    ]);
  const open = (shift.high - shift.low) / 2;
  const levelRange = ends(parts, 'level');
  const formal = ends(parts, 'change');
  const changeRange = { low: formal.low - shift.high, high: formal.high - shift.low };
  return {
    level: middle(levelRange),
    change: middle(changeRange),
    shape: around([chance, ...segments, ...(open > 0 ? [[0, 0, open ** 2] as const] : [])]),
    levelRange,
    changeRange,
  };
}
