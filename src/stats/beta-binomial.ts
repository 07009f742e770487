import { logBeta, logChoose } from './log-beta.ts';

/** A beta distribution by its two shapes, both above 0. Mean a/(a + b); a + b is its precision. */
export interface Beta {
  a: number;
  b: number;
}

/**
 * ln P(X = k) of the beta-binomial distribution: k successes in `n` trials whose common probability was drawn from
 * Beta(a, b). P = C(n, k)·B(k + a, n − k + b)/B(a, b).
 *
 * J. G. Skellam, "A probability distribution derived from the binomial distribution by regarding the probability of
 * success as variable between the sets of trials", JRSS B 10 (1948) 257–261.
 *
 * @throws RangeError when `k` lies outside 0…`n` or a shape is not positive
 */
function logBetaBinomial(k: number, n: number, { a, b }: Beta): number {
  return logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b);
}

/** P(X = k); see `logBetaBinomial`. */
export function betaBinomial(k: number, n: number, beta: Beta): number {
  return Math.exp(logBetaBinomial(k, n, beta));
}

/** P(X ≤ k), summed term by term. `k` under 0 gives 0, at or over `n` gives 1. */
export function betaBinomialLowerTail(k: number, n: number, beta: Beta): number {
  if (k >= n) return 1;
  let total = 0;
  for (let i = 0; i <= k; i += 1) total += betaBinomial(i, n, beta);
  return Math.min(1, total);
}

/** P(X ≥ k). `k` at or under 0 gives 1, over `n` gives 0. */
export function betaBinomialUpperTail(k: number, n: number, { a, b }: Beta): number {
  return betaBinomialLowerTail(n - k, n, { a: b, b: a });
}

/** What is known of a probability after `count` successes in `total` trials: Beta(a + x, b + n − x). */
export function posterior({ a, b }: Beta, { count, total }: { count: number; total: number }): Beta {
  return { a: a + count, b: b + total - count };
}

/** a/(a + b). */
export function betaMean({ a, b }: Beta): number {
  return a / (a + b);
}
