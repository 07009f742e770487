import { normalInterval, type Proportion, share } from './proportion.ts';
import { type Interval, z95 } from './wilson.ts';

/** One success and one failure added to a sample. */
const plusOne = ({ count, total }: Proportion): Proportion => ({ count: count + 1, total: total + 2 });

/** p(1 − p)/n of one sample after one success and one failure are added; never 0. */
export function adjustedVariance(sample: Proportion): number {
  share(sample);
  const adjusted = plusOne(sample);
  const p = share(adjusted);
  return (p * (1 - p)) / adjusted.total;
}

/**
 * Variance of the difference of two independent proportions with one success and one failure added to each:
 * p̃₁(1 − p̃₁)/(n₁ + 2) + p̃₂(1 − p̃₂)/(n₂ + 2), p̃ = (x + 1)/(n + 2). Unlike the plain one it is never 0.
 *
 * A. Agresti and B. Caffo, "Simple and effective confidence intervals for proportions and differences of proportions
 * result from adding two successes and two failures", The American Statistician 54 (2000) 280–288.
 *
 * @throws RangeError when a count lies outside 0…total or a total is not positive
 */
export function agrestiCaffoVariance(first: Proportion, second: Proportion): number {
  return adjustedVariance(first) + adjustedVariance(second);
}

/**
 * The Agresti–Caffo interval of `first` − `second`: p̃₁ − p̃₂ ± z·√variance, cut to −1…1. Source as above.
 * @param z normal quantile of the wanted confidence; 95 % unless told
 */
export function agrestiCaffo(first: Proportion, second: Proportion, z = z95): Interval {
  const error = Math.sqrt(agrestiCaffoVariance(first, second));
  const { low, high } = normalInterval(share(plusOne(first)) - share(plusOne(second)), error, z);
  return { low: Math.max(-1, low), high: Math.min(1, high) };
}
