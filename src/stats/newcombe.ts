import { type Proportion, share } from './proportion.ts';
import { type Interval, wilson, z95 } from './wilson.ts';

/**
 * Newcombe's hybrid score interval for the difference of two independent proportions, `first` − `second`:
 * low = d − √((p₁ − l₁)² + (u₂ − p₂)²), high = d + √((u₁ − p₁)² + (p₂ − l₂)²), where (l, u) are Wilson's intervals.
 *
 * Method 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998) 873–890. It never leaves −1…1 and keeps a width at 0 and 100 %.
 *
 * @param z normal quantile of the wanted confidence; 95 % unless told
 * @throws RangeError when a count lies outside 0…total or a total is not positive
 */
export function newcombe(first: Proportion, second: Proportion, z = z95): Interval {
  const p1 = share(first);
  const p2 = share(second);
  const w1 = wilson(first.count, first.total, z);
  const w2 = wilson(second.count, second.total, z);
  return {
    low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
    high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low),
  };
}
