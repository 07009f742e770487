import { agrestiCaffoVariance } from '../stats/agresti-caffo.ts';
import type { Beta } from '../stats/beta-binomial.ts';
import { betweenVariance } from '../stats/between-variance.ts';
import type { SeriesRange } from '../stats/change-range.ts';
import { share } from '../stats/proportion.ts';
import { familyOf, type KnownSeries, middleOf, middleShift, type SeriesRow } from './change-series.ts';
import { priorOf } from './net.ts';

/** One row to be judged: a series, or the grades of a subject pooled. */
export interface Judged {
  row: SeriesRow;
  strata: KnownSeries[];
}

/** Variance of true changes from cohort to cohort, over the series of all schools and grades of one work. */
export function scatters(series: readonly KnownSeries[]): Map<string, number> {
  const families = Map.groupBy(series, ({ row }) => familyOf(row, 'any'));
  const scatterOf = (family: readonly KnownSeries[]) =>
    betweenVariance(
      family.map(({ range }) => {
        const [before, after] = [middleOf(range.before), middleOf(range.after)];
        return {
          value: share(after) - share(before) - middleShift(range),
          variance: agrestiCaffoVariance(after, before),
        };
      }),
    );
  return new Map([...families].map(([name, family]) => [name, scatterOf(family)]));
}

const total = (ranges: readonly SeriesRange[], time: 'before' | 'after'): SeriesRange['before'] => {
  const sum = (of: (part: SeriesRange['before']) => number) =>
    ranges.reduce((all, range) => all + of(range[time]), 0);
  return {
    count: { low: sum(({ count }) => count.low), high: sum(({ count }) => count.high) },
    total: { low: sum((part) => part.total.low), high: sum((part) => part.total.high) },
  };
};

/** The strata taken as one, for the prior. */
const whole = ({ strata }: Judged): SeriesRange => {
  const ranges = strata.map(({ range }) => range);
  return { before: total(ranges, 'before'), after: total(ranges, 'after'), shift: { low: 0, high: 0 } };
};

export function priors(judged: readonly Judged[]): Map<string, Beta> {
  const families = Map.groupBy(
    judged.filter(({ strata }) => strata.length > 0),
    ({ row }) => familyOf(row, row.grade),
  );
  return new Map([...families].map(([name, family]) => [name, priorOf(family.map(whole))]));
}

/** Of a mean with Mantel–Haenszel weights the scatter is that of one series times Σw²/(Σw)². */
export function pooledScatter(strata: readonly KnownSeries[], scatter: number): number {
  const weights = strata.map(({ range }) => {
    const [n0, n1] = [middleOf(range.before).total, middleOf(range.after).total];
    return (n0 * n1) / (n0 + n1);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return scatter * weights.reduce((sum, weight) => sum + (weight / all) ** 2, 0);
}
