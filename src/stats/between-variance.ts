/** An estimate and the variance that chance alone gives it, above 0. */
export interface Estimate {
  value: number;
  variance: number;
}

/**
 * Variance of the true values behind several estimates: how much more they scatter than their own chance errors make
 * them, τ² = (Q − (k − 1))/(Σw − Σw²/Σw) with w = 1/variance and Q = Σw(y − ȳ)²; 0 when they scatter no more.
 *
 * R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986) 177–188.
 *
 * @returns in the squared unit of the values; 0 for fewer than two estimates
 * @throws RangeError when a variance is not positive
 */
export function betweenVariance(estimates: readonly Estimate[]): number {
  let weights = 0;
  let squares = 0;
  let weighted = 0;
  for (const { value, variance } of estimates) {
    if (!(variance > 0)) throw new RangeError(`invalid variance: ${variance}`);
    weights += 1 / variance;
    squares += 1 / variance ** 2;
    weighted += value / variance;
  }
  if (estimates.length < 2) return 0;
  const mean = weighted / weights;
  const q = estimates.reduce((sum, { value, variance }) => sum + (value - mean) ** 2 / variance, 0);
  return Math.max(0, (q - (estimates.length - 1)) / (weights - squares / weights));
}
