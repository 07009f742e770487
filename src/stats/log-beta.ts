import { logGamma } from './log-gamma.ts';

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), the logarithm of the beta function (NIST DLMF 5.12.1).
 * @throws RangeError when `a` or `b` is not positive
 */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * ln of the binomial coefficient "`n` choose `k`" = −ln(n + 1) − ln B(n − k + 1, k + 1).
 * @throws RangeError when `k` lies outside 0…`n`
 */
export function logChoose(n: number, k: number): number {
  if (!(k >= 0 && k <= n)) throw new RangeError(`invalid choice: ${k} of ${n}`);
  return k === 0 || k === n ? 0 : -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}
