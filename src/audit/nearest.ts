import type { Sparse } from './system.ts';

/**
 * A point with fractions that agrees with every row, or nearly: from the middle of the box onto each broken row in turn,
 * back into the box, again until little is broken.
 * @see L. M. Bregman, The method of successive projection for finding a common point of convex sets, 1965
 * @param sweeps at most
 */
export function nearestPoint(sparse: Sparse, sweeps = 200): Float64Array {
  const { low, high, rowLow } = sparse;
  const point = Float64Array.from(low, (from, id) => (from + (high[id] as number)) / 2);
  // Rounding moves a row by more than this.
  const enough = 1e-3 * rowLow.length;
  for (let sweep = 0, lack = Number.POSITIVE_INFINITY; sweep < sweeps && lack > enough; sweep++) {
    lack = 0;
    for (let row = 0; row < rowLow.length; row++) lack += project(sparse, row, point);
  }
  return point;
}

/** Moves a point onto a row. @returns how far the row was from holding */
function project(
  { rowStart, index, coefficient, low, high, ...ends }: Sparse,
  row: number,
  point: Float64Array,
): number {
  const [from, to] = [rowStart[row] as number, rowStart[row + 1] as number];
  let sum = 0;
  let length = 0;
  for (let i = from; i < to; i++) {
    const by = coefficient[i] as number;
    sum += by * (point[index[i] as number] as number);
    length += by * by;
  }
  const goal = Math.min(ends.rowHigh[row] as number, Math.max(ends.rowLow[row] as number, sum));
  if (goal === sum) return 0;
  for (let i = from; i < to; i++) {
    const id = index[i] as number;
    const moved = (point[id] as number) + ((goal - sum) * (coefficient[i] as number)) / length;
    point[id] = Math.min(high[id] as number, Math.max(low[id] as number, moved));
  }
  return Math.abs(goal - sum);
}
