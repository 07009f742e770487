import { quantile } from './quantile.ts';
import type { Interval } from './wilson.ts';

/**
 * Tukey's fences: Q25 − k·IQR and Q75 + k·IQR, IQR = Q75 − Q25. Values outside are far from the rest; k = 3 gives the
 * outer fences, 1.5 the inner ones.
 *
 * J. W. Tukey, Exploratory Data Analysis (1977), section 2D.
 *
 * @throws RangeError when there are no values
 */
export function fences(values: readonly number[], k = 3): Interval {
  const lower = quantile(values, 0.25);
  const upper = quantile(values, 0.75);
  return { low: lower - k * (upper - lower), high: upper + k * (upper - lower) };
}
