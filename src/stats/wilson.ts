/** The two ends of an interval. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5 % point of the standard normal distribution: the z of a 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval for a proportion, without continuity correction.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212;
 * method 3 of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
 * (1998) 857–872. Unlike p ± z·s it stays inside 0…1 and keeps a width when nobody or everybody fails.
 *
 * @param count whole number, 0 to `total`
 * @param total whole number, 1 or more
 * @param z normal quantile of the wanted confidence; 95 % unless told
 * @throws RangeError when `count` lies outside 0…`total` or `total` is not positive
 */
export function wilson(count: number, total: number, z = z95): Interval {
  if (!(total > 0) || count < 0 || count > total)
    throw new RangeError(`invalid proportion: ${count} of ${total}`);
  const share = count / total;
  const shrink = 1 + z ** 2 / total;
  const centre = (share + z ** 2 / (2 * total)) / shrink;
  const half = (z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))) / shrink;
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}
