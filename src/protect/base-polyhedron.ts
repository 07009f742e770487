/**
 * A base polyhedron on a handful of elements: the vectors x with Σx = rank and Σ_{k∈A} x_k ≤ bound[A] for every subset
 * A, written as a bit mask. Boxes inside a hyperplane, their Minkowski sums and their cuts by boxes are of this kind, and
 * every integer point of a sum is a sum of integer points, so the ranges below hold for whole pupils, not only for
 * fractions. Formulas: S. Fujishige, Submodular Functions and Optimization, 2nd ed. 2005, §3.1; A. Frank, Connections in
 * Combinatorial Optimization, 2011, §14.2.
 */
export interface BasePolyhedron {
  /** By subset of elements; `bound[0]` is 0 and `bound[all]` is the rank. */
  bound: Float64Array;
  rank: number;
}

/** Lower and upper end of every element. */
export interface Box {
  low: readonly number[];
  high: readonly number[];
}

/** Sums of every subset of the values. */
function subsetSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(1 << values.length);
  for (let set = 1; set < sums.length; set++) {
    const last = 31 - Math.clz32(set);
    sums[set] = at(sums, set ^ (1 << last)) + (values[last] ?? 0);
  }
  return sums;
}

const at = (values: Float64Array, index: number): number => values[index] as number;

/** The points of a box on the plane Σx = rank. The box must meet the plane. */
export function boxOnPlane({ low, high }: Box, rank: number): BasePolyhedron {
  const lows = subsetSums(low);
  const highs = subsetSums(high);
  const all = lows.length - 1;
  const bound = highs.map((sum, set) => Math.min(sum, rank - at(lows, all ^ set)));
  return { bound, rank };
}

/** Adds `times` copies of a polyhedron to a sum, in place. */
export function addTo(sum: BasePolyhedron, { bound, rank }: BasePolyhedron, times = 1): void {
  for (let set = 0; set < bound.length; set++) sum.bound[set] = at(sum.bound, set) + times * at(bound, set);
  sum.rank += times * rank;
}

/** The sum of nothing. */
export const emptySum = (elements: number): BasePolyhedron => ({
  bound: new Float64Array(1 << elements),
  rank: 0,
});

/** A sum in which one part is replaced by another of the same rank. */
export function replaced(sum: BasePolyhedron, part: BasePolyhedron, by: BasePolyhedron): BasePolyhedron {
  const bound = sum.bound.map((value, set) => value - at(part.bound, set) + at(by.bound, set));
  return { bound, rank: sum.rank };
}

/** A box as sums over subsets, so that many polyhedra can be cut by it. */
export interface Cut {
  low: Float64Array;
  high: Float64Array;
}

export const cutOf = ({ low, high }: Box): Cut => ({ low: subsetSums(low), high: subsetSums(high) });

/** The greatest Σ over a subset (a bit mask) among the points inside the cut, which must meet the polyhedron. */
export function greatest({ bound }: BasePolyhedron, { low, high }: Cut, set: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let other = 0; other < bound.length; other++) {
    const value = at(bound, other) + at(high, set & ~other) - at(low, other & ~set);
    if (value < least) least = value;
  }
  return least;
}

/** The points of a polyhedron inside a box. */
export function cutBy(polyhedron: BasePolyhedron, cut: Cut): BasePolyhedron {
  const bound = polyhedron.bound.map((_, set) => greatest(polyhedron, cut, set));
  return { bound, rank: polyhedron.rank };
}

/** Least and greatest value of one element among the points inside the cut. */
export function rangeOf(polyhedron: BasePolyhedron, cut: Cut, element: number): [low: number, high: number] {
  const own = 1 << element;
  const others = (polyhedron.bound.length - 1) ^ own;
  return [polyhedron.rank - greatest(polyhedron, cut, others), greatest(polyhedron, cut, own)];
}
