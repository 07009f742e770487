/**
 * Benjamini–Hochberg q-values (adjusted p-values), in the order given: q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j. Rejecting
 * every hypothesis with q ≤ α keeps the expected share of false rejections at or under α.
 *
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
 * testing", JRSS B 57 (1995) 289–300; as adjusted p-values in D. Yekutieli and Y. Benjamini, JSPI 82 (1999) 171–196.
 *
 * @param pValues each 0 to 1; `m` is their number, so leave out what was not tested
 * @throws RangeError when a p-value lies outside 0…1
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`invalid p-value: ${wrong}`);
  const descending = pValues.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p || b.place - a.place);
  const q = new Array<number>(pValues.length);
  let least = 1;
  descending.forEach(({ p, place }, i) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - i));
    q[place] = least;
  });
  return q;
}
