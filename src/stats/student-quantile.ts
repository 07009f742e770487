import { normalQuantile } from './normal-quantile.ts';

/**
 * The quantile of Student's t that leaves `tail` of probability beyond ± of it, both sides together.
 *
 * G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970) 619–620. Six or more correct
 * digits from five degrees of freedom on, three below.
 *
 * @param tail two-sided probability, above 0 and at most 1: 0.05 for a 95 % interval
 * @param freedom degrees of freedom, 1 or more
 * @throws RangeError outside these
 */
export function studentQuantile(tail: number, freedom: number): number {
  if (!(tail > 0 && tail <= 1)) throw new RangeError(`invalid probability: ${tail}`);
  if (!(freedom >= 1)) throw new RangeError(`invalid degrees of freedom: ${freedom}`);
  if (freedom === 1) return 1 / Math.tan((tail * Math.PI) / 2);
  if (freedom === 2) return Math.sqrt(2 / (tail * (2 - tail)) - 2);
  const a = 1 / (freedom - 0.5);
  const b = 48 / a ** 2;
  const c = ((20700 * (a / b) - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  const y = (d * tail) ** (2 / freedom);
  if (y > 0.05 + a) return Math.sqrt(freedom * central(tail, freedom, { a, b, c, d }));
  const far =
    ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4)) *
      y -
      1) *
      ((freedom + 1) / (freedom + 2)) +
    1 / y;
  return Math.sqrt(freedom * far);
}

/** The asymptotic expansion about the normal quantile. */
function central(
  tail: number,
  freedom: number,
  { a, b, c: start, d }: Record<'a' | 'b' | 'c' | 'd', number>,
): number {
  const x = normalQuantile(tail / 2);
  const square = x * x;
  const moved = freedom < 5 ? start + 0.3 * (freedom - 4.5) * (x + 0.6) : start;
  const c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + moved;
  const y = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / c - square - 3) / b + 1) * x;
  const scaled = a * y * y;
  return scaled > 0.002 ? Math.exp(scaled) - 1 : 0.5 * scaled * scaled + scaled;
}
