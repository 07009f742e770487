import { normalInterval } from './proportion.ts';
import type { Interval } from './wilson.ts';

/**
 * The interval of a mean: mean ± z·s/√n. z is 1.96 unless told, the figure printed in the federal method for
 * markers of biased results.
 *
 * @param deviation sample standard deviation, 0 or more, in the unit of the mean
 * @param n number of values, 2 or more
 * @throws RangeError when `deviation` is negative or `n` under 2
 */
export function meanInterval(mean: number, deviation: number, n: number, z = 1.96): Interval {
  if (!(deviation >= 0)) throw new RangeError(`invalid standard deviation: ${deviation}`);
  if (!(n >= 2)) throw new RangeError(`invalid sample size: ${n}`);
  return normalInterval(mean, deviation / Math.sqrt(n), z);
}
