import { type Interval, z95 } from './wilson.ts';

/** `count` of `total`: whole numbers, 0 ≤ count ≤ total, total 1 or more. */
export interface Proportion {
  count: number;
  total: number;
}

/**
 * The share of a proportion, 0 to 1.
 * @throws RangeError when the count lies outside 0…total or the total is not positive
 */
export function share({ count, total }: Proportion): number {
  if (!(total > 0) || !(count >= 0) || !(count <= total))
    throw new RangeError(`invalid proportion: ${count} of ${total}`);
  return count / total;
}

/** The symmetric interval estimate ± z·error; 95 % unless told. */
export function normalInterval(estimate: number, error: number, z = z95): Interval {
  return { low: estimate - z * error, high: estimate + z * error };
}
