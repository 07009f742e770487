/**
 * Sample quantile of type 7, the default of R, NumPy and DuckDB's quantile_cont: with values ascending x₀…xₙ₋₁ and
 * h = (n − 1)·p, linear between x at ⌊h⌋ and the next.
 *
 * R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361–365.
 *
 * @param values in any order; not changed
 * @param p 0 to 1
 * @throws RangeError when there are no values or `p` lies outside 0…1
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  const ascending = [...values].sort((a, b) => a - b);
  const place = (ascending.length - 1) * p;
  const low = ascending[Math.floor(place)];
  const high = ascending[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new RangeError('invalid sample: no values');
  return low + (high - low) * (place - Math.floor(place));
}
