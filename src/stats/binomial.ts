import { logChoose } from './log-beta.ts';

/**
 * ln P(X = k) of the binomial distribution: k successes in `n` independent trials of probability `p`.
 * @throws RangeError when `k` lies outside 0…`n` or `p` outside 0…1
 */
export function logBinomial(k: number, n: number, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  const successes = k === 0 ? 0 : k * Math.log(p);
  const failures = k === n ? 0 : (n - k) * Math.log1p(-p);
  return logChoose(n, k) + successes + failures;
}

/** P(X ≥ k) of the binomial distribution, summed term by term. `k` at or under 0 gives 1, over `n` gives 0. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  let total = 0;
  for (let i = k; i <= n; i += 1) total += Math.exp(logBinomial(i, n, p));
  return Math.min(1, total);
}
