const g = 7;
const first = 0.9999999999998099;
const rest = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/**
 * ln Γ(x), the natural logarithm of the gamma function; Γ(n) = (n − 1)! for whole n.
 *
 * C. Lanczos, "A precision approximation of the gamma function", SIAM Journal on Numerical Analysis B 1 (1964) 86–96,
 * with the nine coefficients for g = 7 computed by P. Godfrey. Relative error of Γ about 1e-15 for small x.
 *
 * @throws RangeError when `x` is not positive
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid argument of the gamma function: ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const series = rest.reduce((total, coefficient, i) => total + coefficient / (x + i), first);
  const t = x + g - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
