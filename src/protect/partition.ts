import {
  addTo,
  type BasePolyhedron,
  type Box,
  boxOnPlane,
  cutBy,
  cutOf,
  emptySum,
  rangeOf,
  replaced,
} from './base-polyhedron.ts';

/** Hidden rows that look alike to a reader, shifted so that every published range starts at 0. */
export interface HiddenKind {
  count: number;
  /** Width of the published range of every element. */
  widths: readonly number[];
  /** What the elements of one row add up to. */
  rank: number;
}

/**
 * What a reader may think possible of the hidden part of a total. `extremes`: the same, given that one hidden number
 * stands at one end of its published range. All have the same rank.
 */
export interface Node {
  sum: BasePolyhedron;
  extremes: BasePolyhedron[];
}

/** One hidden row, at each end of each of its ranges. */
function endsOf({ widths, rank }: HiddenKind): BasePolyhedron[] {
  const zero = widths.map(() => 0);
  return widths.flatMap((width, element) =>
    width === 0
      ? []
      : [0, width].map((end) =>
          boxOnPlane({ low: zero.with(element, end), high: widths.with(element, end) }, rank),
        ),
  );
}

/** The node of a total whose children are rows. */
export function nodeOfRows(elements: number, kinds: readonly HiddenKind[]): Node {
  const sum = emptySum(elements);
  const parts = kinds.map((kind) => ({
    whole: boxOnPlane({ low: kind.widths.map(() => 0), high: kind.widths }, kind.rank),
    ends: endsOf(kind),
    count: kind.count,
  }));
  for (const { whole, count } of parts) addTo(sum, whole, count);
  return { sum, extremes: parts.flatMap(({ whole, ends }) => ends.map((end) => replaced(sum, whole, end))) };
}

/** The node of a total whose children are totals with what was published of them. */
export function nodeOfTotals(elements: number, children: readonly { node: Node; box: Box }[]): Node {
  const sum = emptySum(elements);
  const parts = children.map(({ node, box }) => {
    const cut = cutOf(box);
    const own = box.low.flatMap((low, element) => {
      const high = box.high[element] as number;
      return low === high ? [] : [low, high].map((end) => cutBy(node.sum, cutOf(fixed(box, element, end))));
    });
    return {
      whole: cutBy(node.sum, cut),
      ends: [...node.extremes.map((one) => cutBy(one, cut)), ...own],
    };
  });
  for (const { whole } of parts) addTo(sum, whole);
  return { sum, extremes: parts.flatMap(({ whole, ends }) => ends.map((end) => replaced(sum, whole, end))) };
}

const fixed = ({ low, high }: Box, element: number, end: number): Box => ({
  low: low.with(element, end),
  high: high.with(element, end),
});

/** Numbers that are published alike whatever is hidden: a number by itself, or those that round to the same. */
export type Grain = (element: number, value: number) => readonly [low: number, high: number];
const single: Grain = (_, value) => [value, value];

interface Bounds {
  least: number;
  greatest: number;
  /** A range must reach up to here … */
  reach: number;
  /** … or must begin no higher than here, or else some hidden number could not stand at one of its ends. */
  start: number;
}

function boundsOf({ sum, extremes }: Node, box: Box, done: readonly number[], element: number): Bounds {
  const cut = cutOf(box);
  const [least, greatest] = rangeOf(sum, cut, element);
  const ranges = extremes.map((one) => rangeOf(one, cut, element));
  for (const other of done)
    for (const end of [box.low[other] as number, box.high[other] as number])
      ranges.push(rangeOf(sum, cutOf(fixed(box, other, end)), element));
  return {
    least,
    greatest,
    reach: ranges.reduce((high, [low]) => Math.max(high, low), least),
    start: ranges.reduce((low, [, high]) => Math.min(low, high), greatest),
  };
}

/** The part of [least, greatest] that holds the value. The parts depend on the bounds alone, never on the value. */
function partOf(
  { least, greatest, reach, start }: Bounds,
  value: number,
  grain: (value: number) => readonly [number, number],
): [number, number] {
  const firstEnd = grain(reach)[1];
  const lastStart = grain(start)[0];
  if (reach >= start || firstEnd >= lastStart) return [least, greatest];
  if (value <= firstEnd) return [least, firstEnd];
  if (value >= lastStart) return [lastStart, greatest];
  const [low, high] = grain(value);
  return [Math.max(low, firstEnd + 1), Math.min(high, lastStart - 1)];
}

/**
 * What is published of the hidden part of a total, element after element. The possible values of an element, given what
 * is published already, are parted into a first range, single values and a last range, so that whichever part is told,
 * every hidden number below may still stand at either end of its own range. The parts follow from what is published:
 * a reader who knows this rule learns the part and nothing else.
 * @param order elements to publish, most important first
 * @param truth the hidden part, inside the node
 * @returns the published box; elements that are not in `order` keep their whole range
 */
export function publishTotal(
  node: Node,
  order: readonly number[],
  truth: readonly number[],
  grain = single,
): Box {
  const free = cutOf({ low: truth.map(() => 0), high: truth.map(() => node.sum.rank) });
  const ranges = truth.map((_, element) => rangeOf(node.sum, free, element));
  let box: Box = { low: ranges.map(([low]) => low), high: ranges.map(([, high]) => high) };
  const done: number[] = [];
  for (const element of order) {
    const bounds = boundsOf(node, box, done, element);
    const [low, high] = partOf(bounds, truth[element] as number, (value) => grain(element, value));
    box = { low: box.low.with(element, low), high: box.high.with(element, high) };
    done.push(element);
  }
  return tightened(node, box);
}

/** Every end of a published range can be reached: ranges that others have narrowed since are told as they are. */
export function tightened({ sum }: Node, box: Box): Box {
  const cut = cutOf(box);
  const ranges = box.low.map((_, element) => rangeOf(sum, cut, element));
  return { low: ranges.map(([low]) => low), high: ranges.map(([, high]) => high) };
}
