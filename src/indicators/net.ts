import type { ChangeVerdict } from '../contract/vocabulary.ts';
import type { Beta } from '../stats/beta-binomial.ts';
import { commonShare, fitBetaBinomial } from '../stats/beta-binomial-fit.ts';
import type { SeriesRange } from '../stats/change-range.ts';
import type { Proportion } from '../stats/proportion.ts';
import { regressionToMean } from '../stats/regression-to-mean.ts';
import { middleOf } from './change-series.ts';

/** Lens 4 of a row, both ends. */
export interface Net {
  excess: { low: number; high: number };
  /** The larger of the two ends' probabilities of a result so far from the expectation, on its side. */
  tail: number;
  verdict: ChangeVerdict;
}

export interface NetOptions {
  practicalEffect: number;
  confidence: number;
}

/** One end of the tables that the ranges allow. */
interface End {
  before: Proportion;
  after: Proportion;
  shift: number;
}

/** The prior of one family; all taken as one share where schools differ no more than chance makes them. */
export function priorOf(family: readonly SeriesRange[]): Beta {
  const before = family.map((range) => middleOf(range.before));
  return fitBetaBinomial(before) ?? commonShare(before);
}

const cut = (count: number, total: number): Proportion => ({ count: Math.min(count, total), total });

/** Sums of the strata at the end that looks best, and at the end that looks worst. */
function ends(strata: readonly SeriesRange[], best: boolean): End {
  let weights = 0;
  let shifted = 0;
  const sums = { x0: 0, n0: 0, x1: 0, n1: 0 };
  for (const { before, after, shift } of strata) {
    const n0 = best ? before.total.low : before.total.high;
    const n1 = best ? after.total.high : after.total.low;
    const weight = (n0 * n1) / (n0 + n1);
    weights += weight;
    shifted += weight * (best ? shift.high : shift.low);
    sums.x0 += Math.min(n0, best ? before.count.high : before.count.low);
    sums.x1 += Math.min(n1, best ? after.count.low : after.count.high);
    sums.n0 += n0;
    sums.n1 += n1;
  }
  return { before: cut(sums.x0, sums.n0), after: cut(sums.x1, sums.n1), shift: shifted / weights };
}

function sideOf(excess: number, lower: number, upper: number, options: NetOptions) {
  const alpha = (1 - options.confidence) / 2;
  const least = options.practicalEffect - 1e-12;
  if (lower <= alpha && -excess >= least) return 'improved';
  return upper <= alpha && excess >= least ? 'worsened' : 'no-clear-change';
}

/**
 * Lens 4: how far the later share lies from what a school picked for its earlier one is expected to show.
 * @param strata one series, or the grades of a subject
 * @param prior of the sums of those strata over all schools
 * @param scatter variance of a true change of the sums from cohort to cohort
 */
export function netChange(
  strata: readonly SeriesRange[],
  prior: Beta,
  scatter: number,
  options: NetOptions,
): Net {
  const [best, worst] = [true, false].map((side) => {
    const { before, after, shift } = ends(strata, side);
    const found = regressionToMean(prior, before, after, shift, scatter);
    const tail = found.excess < 0 ? found.lowerTail : found.upperTail;
    return { ...found, tail, verdict: sideOf(found.excess, found.lowerTail, found.upperTail, options) };
  });
  if (!best || !worst) throw new RangeError('invalid strata: none');
  return {
    excess: { low: best.excess, high: worst.excess },
    tail: Math.max(best.tail, worst.tail),
    verdict: best.verdict === worst.verdict ? (best.verdict as ChangeVerdict) : 'undetermined',
  };
}
