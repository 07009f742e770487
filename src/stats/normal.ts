const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution, exp(−x²/2)/√(2π). */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / rootTwoPi;
}

/** Φ(x) − 1/2 by the series φ(x)·(x + x³/3 + x⁵/(3·5) + …): for |x| up to about 3. */
function centralSeries(x: number): number {
  let term = x;
  let total = x;
  for (let k = 3; Math.abs(term) > Math.abs(total) * 1e-17; k += 2) {
    term *= (x * x) / k;
    total += term;
  }
  return total * normalDensity(x);
}

/** 1 − Φ(x) for x ≥ 3 by Laplace's continued fraction φ(x)/(x + 1/(x + 2/(x + 3/(x + …)))). */
function upperTail(x: number): number {
  let fraction = x;
  for (let k = 100; k >= 1; k -= 1) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
}

/**
 * The standard normal distribution function Φ(x), the probability of a value not above `x`.
 *
 * G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4) (2004): the series near the
 * centre; in the tails Laplace's continued fraction (Abramowitz and Stegun 26.2.14). Relative error under 1e-12,
 * also in the
 * lower tail down to 1e-300.
 */
export function normalCumulative(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < -3) return upperTail(-x);
  if (x > 3) return 1 - upperTail(x);
  return 0.5 + centralSeries(x);
}

/** The two-sided p-value of a z statistic: the probability of a value at least as far from 0. */
export function twoSided(z: number): number {
  return Math.min(1, 2 * normalCumulative(-Math.abs(z)));
}
