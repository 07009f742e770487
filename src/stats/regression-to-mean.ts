import { type Beta, betaBinomialLowerTail, betaBinomialUpperTail, posterior } from './beta-binomial.ts';
import { type Proportion, share } from './proportion.ts';

export interface Expectation {
  /** Posterior mean of the first share moved by the change of the region, cut to 0…1. */
  expected: number;
  /** Second share − expected, a fraction: under 0 is fewer than expected. */
  excess: number;
  /** Probability of so few or fewer, P(X ≤ x₁), when nothing but the region changed. */
  lowerTail: number;
  /** Probability of so many or more, P(X ≥ x₁), when nothing but the region changed. */
  upperTail: number;
}

/** Precision of a beta distribution of this mean and precision once `scatter` is added to its variance; 1 or more. */
function loosened(mean: number, precision: number, scatter: number): number {
  if (scatter === 0) return precision;
  const spread = mean * (1 - mean);
  return Math.max(1, spread / (spread / (precision + 1) + scatter) - 1);
}

/**
 * What a group picked for a high first share is expected to show next time with no change of its own, and how far the
 * second count lies from it. The first count updates the prior to Beta(a + x₀, b + n₀ − x₀), of mean m₀; expected =
 * m₀ + regionalChange, cut to 0…1.
 *
 * The tails are of a beta-binomial whose precision is the posterior's, M = a + b + n₀, and whose mean is `expected`: the
 * change of the region moves the distribution and adds no knowledge of the group. For the tails alone the mean is kept
 * at least half a success of M away from 0 and 1, so that a cut expectation does not make one failure impossible.
 *
 * Empirical Bayes: B. Efron and C. Morris, "Data analysis using Stein's estimator and its generalizations", JASA 70
 * (1975) 311–319; posterior-predictive tails: D. B. Rubin, Annals of Statistics 12 (1984) 1151–1172.
 *
 * @param prior spread of true shares between groups in the first year; `null`: no shrinkage, a = b = 0
 * @param scatter variance of the true change from cohort to cohort, squared fraction (`betweenVariance`), added to that
 *   of the beta distribution behind the tails; 0 unless told
 * @throws RangeError when a count lies outside 0…total or a total is not positive
 */
export function regressionToMean(
  prior: Beta | null,
  before: Proportion,
  after: Proportion,
  regionalChange: number,
  scatter = 0,
): Expectation {
  share(before);
  const { a, b } = posterior(prior ?? { a: 0, b: 0 }, before);
  const precision = a + b;
  const expected = Math.min(1, Math.max(0, a / precision + regionalChange));
  const edge = Math.min(0.5, 0.5 / precision);
  const mean = Math.min(1 - edge, Math.max(edge, expected));
  const loose = loosened(mean, precision, scatter);
  const predictive = { a: mean * loose, b: (1 - mean) * loose };
  return {
    expected,
    excess: share(after) - expected,
    lowerTail: betaBinomialLowerTail(after.count, after.total, predictive),
    upperTail: betaBinomialUpperTail(after.count, after.total, predictive),
  };
}
