/** c₀ + c₁·x + c₂·x² + … by Horner's rule. An empty list is 0. */
export function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}
