import type { Beta } from './beta-binomial.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Rng } from './rng.ts';

/** One standard normal number, by inversion. */
export function drawNormal(random: Rng): number {
  return normalQuantile(Math.max(Number.MIN_VALUE, random()));
}

/**
 * One number of the gamma distribution with the given shape and scale 1. G. Marsaglia and W. W. Tsang, "A simple method
 * for generating gamma variables", ACM TOMS 26 (2000) 363–372; shapes under 1 by their power of a uniform.
 */
export function drawGamma(random: Rng, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** One number of Beta(a, b), as the share of one gamma number in two. */
export function drawBeta(random: Rng, { a, b }: Beta): number {
  const x = drawGamma(random, a);
  return x / (x + drawGamma(random, b));
}

/** Successes in `n` trials of probability `p`. */
export function drawBinomial(random: Rng, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) count += 1;
  return count;
}
