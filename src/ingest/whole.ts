/**
 * Percentages as whole pupils by largest remainder, as `wholeCounts` does in SQL: they add up to the participants
 * when the percentages add up to about 100.
 */
export function wholePupils(percents: readonly number[], participants: number): number[] {
  const exact = percents.map((percent) => (percent * participants) / 100);
  const sum = percents.reduce((a, b) => a + b, 0);
  const wanted = Math.abs(sum - 100) <= 1.5 ? participants : Math.round((sum * participants) / 100);
  const counts = exact.map((value) => Math.floor(value + 1e-9));
  let left = wanted - counts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, fraction: value - (counts[i] ?? 0) }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
    left--;
  }
  return counts;
}
