import { type Interval, wilson } from './wilson.ts';

/** Both ends of a published count; equal ends mean an exact count. */
export type Count = Interval;

/**
 * The share that the published counts allow: both ends, 0 to 1. Exact counts give equal ends.
 * @returns `null` where the numerator is not known or the total is under `minimum`, because a rate is then not shown
 */
export function rate(count: Count | null, total: Count, minimum = 1): Interval | null {
  if (count === null || total.low < Math.max(1, minimum)) return null;
  return { low: count.low / total.high, high: Math.min(1, count.high / total.low) };
}

/**
 * A 95 % interval of the share that covers every table the published counts allow: Wilson's lower bound of the lowest
 * share, and the upper bound of the highest.
 */
export function rateInterval(count: Count, total: Count): Interval {
  return {
    low: wilson(Math.min(count.low, total.high), total.high).low,
    high: wilson(Math.min(count.high, total.low), total.low).high,
  };
}

/** Adds counts end by end: the sum lies between the sums of the ends. */
export function sum(counts: readonly Count[]): Count {
  return {
    low: counts.reduce((total, count) => total + count.low, 0),
    high: counts.reduce((total, count) => total + count.high, 0),
  };
}
