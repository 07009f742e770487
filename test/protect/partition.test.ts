import { describe, expect, it } from 'vitest';
import {
  addTo,
  type Box,
  boxOnPlane,
  cutBy,
  cutOf,
  emptySum,
  rangeOf,
} from '../../src/protect/base-polyhedron.ts';
import { type HiddenKind, nodeOfRows, nodeOfTotals, publishTotal } from '../../src/protect/partition.ts';

type Vector = readonly number[];

/** Every integer vector inside a box whose numbers add up to the rank. */
function pointsOf(widths: Vector, rank: number): Vector[] {
  const [width, ...rest] = widths;
  if (width === undefined) return rank === 0 ? [[]] : [];
  return Array.from({ length: Math.min(width, rank) + 1 }, (_, value) => value).flatMap((value) =>
    pointsOf(rest, rank - value).map((tail) => [value, ...tail]),
  );
}

const plus = (a: Vector, b: Vector): Vector => a.map((value, i) => value + (b[i] ?? 0));
const inside = (point: Vector, { low, high }: Box): boolean =>
  point.every((value, i) => value >= (low[i] ?? 0) && value <= (high[i] ?? 0));

/** Every way to fill the rows: one vector for each row. */
const tables = (rows: readonly HiddenKind[]): Vector[][] =>
  rows.reduce<Vector[][]>(
    (made, { widths, rank }) =>
      made.flatMap((table) => pointsOf(widths, rank).map((point) => [...table, point])),
    [[]],
  );

const sumOf = (table: readonly Vector[], elements: number): Vector =>
  table.reduce(plus, new Array<number>(elements).fill(0));

/** Fewer than four participants of two marks: [participants, mark, mark]. */
const few: HiddenKind = { count: 1, widths: [2, 3, 3], rank: 3 };
/** One or two failing pupils, covered by the other mark. */
const failing: HiddenKind = { count: 1, widths: [0, 1, 1], rank: 1 };
/** All but at most two have one mark. */
const tail: HiddenKind = { count: 1, widths: [0, 2, 2], rank: 2 };

const order = [0, 1, 2];

describe('ranges of a base polyhedron', () => {
  it('are those of all integer points of a sum inside a box', () => {
    const kinds: HiddenKind[] = [
      { count: 1, widths: [2, 3, 3, 1], rank: 3 },
      { count: 2, widths: [0, 1, 1, 2], rank: 2 },
      { count: 1, widths: [4, 1, 2, 2], rank: 4 },
    ];
    const rows = kinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind));
    const points = tables(rows).map((table) => sumOf(table, 4));
    const sum = emptySum(4);
    for (const { widths, rank, count } of kinds)
      addTo(sum, boxOnPlane({ low: widths.map(() => 0), high: widths }, rank), count);
    let compared = 0;
    for (const point of points) {
      const box = {
        low: point.map((value, i) => value - (i % 2)),
        high: point.map((value, i) => value + (i % 3)),
      };
      const cut = cutOf(box);
      const own = points.filter((other) => inside(other, box));
      const whole = cutBy(sum, cut);
      const free = cutOf({ low: [0, 0, 0, 0], high: [99, 99, 99, 99] });
      for (let element = 0; element < 4; element++) {
        const values = own.map((other) => other[element] as number);
        const range = [Math.min(...values), Math.max(...values)];
        expect(rangeOf(sum, cut, element)).toEqual(range);
        expect(rangeOf(whole, free, element)).toEqual(range);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

/** What is published of municipalities, each a list of hidden rows, and of the region, for one filling of all rows. */
function publication(municipalities: readonly HiddenKind[][], filled: readonly (readonly Vector[])[]): Box[] {
  const children = municipalities.map((kinds, i) => {
    const node = nodeOfRows(3, kinds);
    return { node, box: publishTotal(node, order, sumOf(filled[i] ?? [], 3)) };
  });
  const all = sumOf(filled.flat(), 3);
  const region = publishTotal(nodeOfTotals(3, children), order, all);
  return [...children.map(({ box }) => box), region];
}

const settings: [name: string, HiddenKind[][]][] = [
  ['one hidden school', [[few]]],
  ['two municipalities with one each', [[few], [few]]],
  ['a municipality with two, one with one', [[few, few], [failing]]],
  [
    'three small schools and two with one or two failing',
    [
      [few, few, few],
      [failing, failing],
    ],
  ],
  ['four small schools', [[few, few, few, few]]],
  ['coded tails', [[tail, tail, failing], [tail], []]],
  ['all kinds', [[few, failing, tail], [few, failing], [failing]]],
  [
    'five with one or two failing',
    [
      [failing, failing],
      [failing, failing, failing],
    ],
  ],
];

describe('what is published of totals', () => {
  it.each(settings)(
    '%s: leaves every hidden number free, for a reader who knows the rule',
    (_, municipalities) => {
      const rows = municipalities.flat();
      const starts = municipalities.map((_, i) => municipalities.slice(0, i).flat().length);
      const split = (table: readonly Vector[]) =>
        municipalities.map((own, i) => table.slice(starts[i], (starts[i] ?? 0) + own.length));
      const alike = new Map<string, Vector[][]>();
      const all = tables(rows);
      const sums = all.map((table) => split(table).map((own) => sumOf(own, 3)));
      const published = all.map((table) => publication(municipalities, split(table)));
      for (const [i, boxes] of published.entries()) {
        // Soundness: the truth lies in every published range.
        const areas = [...(sums[i] ?? []), sumOf(all[i] ?? [], 3)];
        expect(areas.every((sum, at) => inside(sum, boxes[at] as Box))).toBe(true);
        const key = JSON.stringify(boxes);
        alike.set(key, [...(alike.get(key) ?? []), all[i] as Vector[]]);
      }
      for (const [key, same] of alike) {
        const boxes = JSON.parse(key) as Box[];
        // Every table that the published ranges allow has the same publication: the rule itself tells nothing.
        const allowed = all.filter((table, i) =>
          [...(sums[i] ?? []), sumOf(table, 3)].every((sum, at) => inside(sum, boxes[at] as Box)),
        );
        expect(same.length, key).toBe(allowed.length);
        // Every hidden number of every row, and every published range of a municipality, reaches both its ends.
        for (const [at, { widths }] of rows.entries())
          for (const [element, width] of widths.entries()) {
            const values = same.map((table) => table[at]?.[element] as number);
            expect([Math.min(...values), Math.max(...values)], `${key} row ${at} element ${element}`).toEqual(
              [0, width],
            );
          }
        for (const [at, { low, high }] of boxes.entries())
          for (const element of order) {
            const values = same.map(
              (table) => (split(table).map((own) => sumOf(own, 3))[at] ?? sumOf(table, 3))[element] as number,
            );
            expect([Math.min(...values), Math.max(...values)]).toEqual([low[element], high[element]]);
          }
      }
    },
  );

  it('tells the total exactly where enough is hidden below it', () => {
    const kinds = [{ ...few, count: 6 }];
    const box = publishTotal(nodeOfRows(3, kinds), order, [6, 6, 6]);
    expect(box).toEqual({ low: [6, 6, 6], high: [6, 6, 6] });
  });
});
