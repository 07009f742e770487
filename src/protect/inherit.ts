import type { Row } from '../contract/engine.ts';
import { type Box, cutOf, rangeOf } from './base-polyhedron.ts';
import { columnsOfMarks, columnsOfScores } from './hidden-sql.ts';
import type { Inheritance } from './history.ts';
import type { Ranges, Since } from './narrow.ts';
import { type Node, tightened } from './partition.ts';
import { numberIn } from './rows.ts';

/** A total before publication: what is known of its rows to everybody (`base`), and the hidden part above it. */
interface Total {
  node: Node;
  base: readonly number[];
  truth: readonly number[];
  ofMarks: boolean;
}

/**
 * The hidden part of a total inside what a release before leaves to be told of it.
 * @param sums of the total; participants whose result the publisher does not have may be in any part
 * @param rounded high scores are one element then, with the greatest among them
 * @returns null where it does not hold the truth
 */
export function inheritedBox(
  { node, base, truth, ofMarks }: Total,
  ranges: Ranges,
  sums: Row,
  rounded: boolean,
): Box | null {
  const free = cutOf({ low: truth.map(() => 0), high: truth.map(() => node.sum.rank) });
  const own = truth.map((_, element) => rangeOf(node.sum, free, element));
  const [low, high] = [own.map(([end]) => end), own.map(([, end]) => end)];
  const names = ofMarks ? columnsOfMarks : rounded ? columnsOfScores.slice(0, 4) : columnsOfScores;
  const most = ofMarks || rounded ? 0 : (ranges.get('max_score')?.[1] ?? 0);
  for (const [element, name] of names.entries()) {
    const allowed = ranges.get(name ?? '');
    if (!name || !allowed) continue;
    // High scores are told with the greatest among them, which are an element of their own.
    const besides =
      element === 0 ? 0 : numberIn(sums, `${name}_unknown`) + (name === 'high_score' ? most : 0);
    const [from, to] = element === 0 ? [-allowed[1], -allowed[0]] : [allowed[0] - besides, allowed[1]];
    low[element] = Math.max(low[element] as number, from - (base[element] as number));
    high[element] = Math.min(high[element] as number, to - (base[element] as number));
  }
  if (truth.some((value, i) => value < (low[i] as number) || value > (high[i] as number))) return null;
  return tightened(node, { low, high });
}

/**
 * What nothing changed in since a region's total was told first: the totals of its other municipalities.
 * @param children totals of municipalities of this release, by key
 */
export function sinceBefore(
  { totals, below }: Inheritance,
  region: string,
  children: readonly { key: string; ranges: Ranges }[],
): Since | undefined {
  const whole = totals.get(region)?.before;
  if (!whole) return undefined;
  const first = new Set(below.get(region));
  // One that came later is not in the first total, however long it is as it is.
  const isOpen = (key: string) => !first.has(key) || totals.get(key)?.isChanged !== false;
  const now = new Set(children.map(({ key }) => key));
  const left = [...first].filter((key) => !now.has(key) || isOpen(key));
  const before = left.map((key) => totals.get(key)?.before);
  const changed = children.filter(({ key }) => isOpen(key)).map(({ ranges }) => ranges);
  const rest: Ranges = new Map();
  for (const [name, [low, high]] of whole) {
    const parts = before.map((one) => one?.get(name));
    if (parts.some((part) => part === undefined)) continue;
    const sum = (end: 0 | 1) => parts.reduce((total, part) => total + (part?.[end] ?? 0), 0);
    rest.set(name, [low - sum(1), high - sum(0)]);
  }
  return { rest, changed };
}
