interface Ranked {
  rank: number;
  weight: number;
}

/** Mid-ranks of consecutive groups of equal values, given the size of each: a group shares the mean of its places. */
function midRanks(sizes: readonly number[]): number[] {
  let before = 0;
  return sizes.map((size) => {
    const rank = before + (size + 1) / 2;
    before += size;
    return rank;
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function spread(ranked: readonly Ranked[], mean: number): number {
  return sum(ranked.map(({ rank, weight }) => weight * (rank - mean) ** 2));
}

/**
 * Spearman's ρ of a contingency table: `table[i][j]` is how many pairs have the i-th value of one quantity and the j-th
 * of the other, both ascending (marks by scores). Pearson's correlation of mid-ranks, −1 to 1.
 *
 * C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15 (1904)
 * 72–101; ties by mid-ranks: M. G. Kendall, Rank Correlation Methods (1948), ch. 3.
 *
 * @returns `null` when all pairs share one value of either quantity: then ρ is not defined
 * @throws RangeError when rows differ in length or a count is negative
 */
export function spearmanTable(table: readonly (readonly number[])[]): number | null {
  const columns = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== columns || row.some((count) => !(count >= 0))))
    throw new RangeError('invalid contingency table');
  const rowSizes = table.map(sum);
  const columnSizes = Array.from({ length: columns }, (_, j) => sum(table.map((row) => row[j] ?? 0)));
  const rows = midRanks(rowSizes);
  const cols = midRanks(columnSizes);
  const mean = (sum(rowSizes) + 1) / 2;
  const ranked = (ranks: number[], sizes: number[]) =>
    ranks.map((rank, i) => ({ rank, weight: sizes[i] ?? 0 }));
  const variance = spread(ranked(rows, rowSizes), mean) * spread(ranked(cols, columnSizes), mean);
  if (!(variance > 0)) return null;
  const covariance = sum(
    table.map((row, i) =>
      sum(row.map((count, j) => count * ((rows[i] ?? 0) - mean) * ((cols[j] ?? 0) - mean))),
    ),
  );
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance)));
}

/**
 * Spearman's ρ of pairs (x, y), −1 to 1; see `spearmanTable`.
 * @returns `null` when all x or all y are equal, or there is no pair
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const places = (values: readonly number[]) => new Map(ascending(values).map((value, i) => [value, i]));
  const rows = places(pairs.map(([x]) => x));
  const columns = places(pairs.map(([, y]) => y));
  const table = Array.from({ length: rows.size }, () => new Array<number>(columns.size).fill(0));
  for (const [x, y] of pairs) {
    const row = table[rows.get(x) ?? -1];
    const j = columns.get(y) ?? -1;
    if (row?.[j] !== undefined) row[j] += 1;
  }
  return spearmanTable(table);
}
