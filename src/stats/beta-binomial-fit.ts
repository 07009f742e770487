import type { Beta } from './beta-binomial.ts';
import { type Proportion, share } from './proportion.ts';

interface Moments {
  mean: number;
  /** Correlation of two members of one group, 1/(a + b + 1). */
  correlation: number;
}

/** One step of Kleinman's estimator with the given weights; `null` when every group is alike or too small to tell. */
function moments(groups: readonly Proportion[], weights: readonly number[]): Moments | null {
  const pairs = groups.map((group, i) => ({ p: share(group), n: group.total, w: weights[i] ?? 0 }));
  const all = pairs.reduce((sum, { w }) => sum + w, 0);
  const mean = pairs.reduce((sum, { p, w }) => sum + w * p, 0) / all;
  const spread = pairs.reduce((sum, { p, w }) => sum + w * (p - mean) ** 2, 0);
  const binomial = pairs.reduce((sum, { n, w }) => sum + (w / n) * (1 - w / all), 0);
  const total = pairs.reduce((sum, { w }) => sum + w * (1 - w / all), 0);
  const pq = mean * (1 - mean);
  const correlation = (spread - pq * binomial) / (pq * (total - binomial));
  return Number.isFinite(correlation) ? { mean, correlation } : null;
}

/**
 * Fits Beta(a, b), the spread of true shares between groups, to counts with unequal totals by the method of moments.
 * With weights w the weighted variance S of the shares p has mean pq·[Σ(w/n)(1 − w/W)·(1 − ρ) + Σw(1 − w/W)·ρ];
 * solved for ρ = 1/(a + b + 1). First w = n, then once more w = n/(1 + ρ(n − 1)), the inverse of each share's variance.
 *
 * J. C. Kleinman, "Proportions with extraneous variance: single and independent samples", JASA 68 (1973) 46–54.
 *
 * @returns `null` when there are fewer than three groups, or the shares vary no more than binomial counts of one
 *   common share would, or as much as 0/1 shares do: then no a, b > 0 fits
 * @throws RangeError when a group is not a proportion
 */
export function fitBetaBinomial(groups: readonly Proportion[]): Beta | null {
  if (groups.length < 3) return null;
  const sizes = groups.map(({ total }) => total);
  const first = moments(groups, sizes);
  if (first === null || !(first.correlation > 0)) return null;
  const rho = Math.min(1, first.correlation);
  const fit = moments(
    groups,
    sizes.map((n) => n / (1 + rho * (n - 1))),
  );
  if (fit === null || !(fit.correlation > 0 && fit.correlation < 1)) return null;
  const precision = 1 / fit.correlation - 1;
  const beta = { a: fit.mean * precision, b: (1 - fit.mean) * precision };
  return beta.a > 0 && beta.b > 0 ? beta : null;
}

/**
 * The prior for groups whose shares vary no more than chance alone makes them: mean and precision of all groups taken
 * as one, with half a success and half a failure added so that both shapes are positive. It shrinks nearly all the way.
 * @throws RangeError when there are no groups
 */
export function commonShare(groups: readonly Proportion[]): Beta {
  if (groups.length === 0) throw new RangeError('invalid groups: none');
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return { a: count + 0.5, b: total - count + 0.5 };
}
