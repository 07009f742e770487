import { type Change, type ChangeOptions, change, pooledChange } from './change.ts';
import type { Stratum } from './cochran-mantel-haenszel.ts';
import type { Verdict } from './verdict.ts';
import type { Interval } from './wilson.ts';

/** `count` of `total` as published: both ends of each; equal ends are exact. */
export interface ProportionRange {
  count: Interval;
  total: Interval;
}

/** One series as published. `shift` is the change of the region, both ends. */
export interface SeriesRange {
  before: ProportionRange;
  after: ProportionRange;
  shift: Interval;
}

/** The change that published counts allow; all numbers are fractions. */
export interface ChangeRange {
  /** Lens 1, both ends. */
  formal: Interval;
  /** Lens 2, both ends. */
  relative: Interval;
  /** Lens 3: from the lowest bound to the highest. */
  interval: Interval;
  /** The largest p-value that the counts allow. */
  pValue: number;
  /** `undetermined` when the ends disagree. */
  verdict: Verdict | 'undetermined';
}

const least = ({ count, total }: ProportionRange) => ({
  count: Math.min(count.low, total.high),
  total: total.high,
});
const most = ({ count, total }: ProportionRange) => ({
  count: Math.min(count.high, total.low),
  total: total.low,
});
const best = ({ before, after, shift }: SeriesRange): Stratum => ({
  before: most(before),
  after: least(after),
  shift: shift.high,
});
const worst = ({ before, after, shift }: SeriesRange): Stratum => ({
  before: least(before),
  after: most(after),
  shift: shift.low,
});

function between(low: Change, high: Change): ChangeRange {
  const changesSign = low.relative < 0 && high.relative > 0;
  return {
    formal: { low: low.formal, high: high.formal },
    relative: { low: low.relative, high: high.relative },
    interval: { low: low.interval.low, high: high.interval.high },
    pValue: changesSign ? 1 : Math.max(low.pValue, high.pValue),
    verdict: low.verdict === high.verdict ? low.verdict : 'undetermined',
  };
}

/**
 * The change of one series whose counts may be ranges. The two ends are the greatest fall (fewest after, most before,
 * greatest change of the region) and the greatest rise. Newcombe's bounds grow with the later share and fall with the
 * earlier one, so every table between the ends gets the same verdict when both ends agree.
 * @throws RangeError when an end is not a proportion
 */
export function changeRange(series: SeriesRange, options: ChangeOptions): ChangeRange {
  return between(change(best(series), options), change(worst(series), options));
}

/**
 * The change pooled over several series whose counts may be ranges. With exact totals the ends bound every table
 * between them, as above; where totals are ranges too, the weights differ between the ends and the ends are only the
 * plainest two of the tables.
 * @throws RangeError when there are no series or an end is not a proportion
 */
export function pooledChangeRange(series: readonly SeriesRange[], options: ChangeOptions): ChangeRange {
  return between(pooledChange(series.map(best), options), pooledChange(series.map(worst), options));
}
