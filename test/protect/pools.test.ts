import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/protect/base-polyhedron.ts';
import { type HiddenKind, nodeOfRows, publishTotal } from '../../src/protect/partition.ts';
import { largeEnough, type Pool, poolRanges } from '../../src/protect/pools.ts';
import { rng } from '../../src/stats/rng.ts';

type Vector = readonly number[];

/** Fewer than four participants: [3 − participants, below the threshold, the others, not known]. */
const few: HiddenKind = { count: 1, widths: [2, 3, 3, 0], rank: 3 };
/** One or two below the threshold of a known number. */
const failing: HiddenKind = { count: 1, widths: [0, 1, 1, 0], rank: 1 };

const points = ({ widths: [n = 0, x = 0, y = 0], rank }: HiddenKind): Vector[] => {
  const found: Vector[] = [];
  for (let a = 0; a <= n; a++)
    for (let b = 0; b <= x; b++)
      if (rank - a - b >= 0 && rank - a - b <= y) found.push([a, b, rank - a - b, 0]);
  return found;
};

const sum = (vectors: readonly Vector[]): number[] =>
  vectors.reduce<number[]>((all, vector) => all.map((value, i) => value + (vector[i] ?? 0)), [0, 0, 0, 0]);
const inside = (point: Vector, { low, high }: Box): boolean =>
  point.every((value, i) => value >= (low[i] ?? 0) && value <= (high[i] ?? 0));

/** Every filling of one series: a vector for each school. */
const columns = (kinds: readonly HiddenKind[]): Vector[][] =>
  kinds.reduce<Vector[][]>(
    (made, kind) => made.flatMap((column) => points(kind).map((one) => [...column, one])),
    [[]],
  );

interface Setting {
  name: string;
  /** By series, then school. */
  kinds: HiddenKind[][];
  /** Pools as lists of series; every school has each of them. */
  pools: number[][];
}

const settings: Setting[] = [
  {
    name: 'two small schools, three series, one pool each',
    kinds: [
      [few, few],
      [few, few],
      [few, few],
    ],
    pools: [[0, 1, 2]],
  },
  {
    name: 'overlapping windows',
    kinds: [
      [few, few],
      [few, few],
      [few, few],
    ],
    pools: [
      [0, 1],
      [1, 2],
      [0, 1, 2],
    ],
  },
  {
    name: 'three schools, two series',
    kinds: [
      [few, few, few],
      [few, failing, few],
    ],
    pools: [[0, 1]],
  },
  {
    name: 'small beside large schools',
    kinds: [
      [few, failing, failing],
      [failing, few, few],
    ],
    pools: [[0, 1]],
  },
];

describe('pools and totals together', () => {
  it.each(settings)('$name: every hidden number keeps both ends of its range', ({ kinds, pools }) => {
    const random = rng(20);
    let narrow = 0;
    const all = kinds.map(columns);
    for (let round = 0; round < 6; round++) {
      const truth = all.map((list) => list[Math.floor(random() * list.length)] as Vector[]);
      const boxes = kinds.map((own, t) => publishTotal(nodeOfRows(4, own), [0, 1, 2], sum(truth[t] ?? [])));
      const schools = (kinds[0] ?? []).map((_, s) => s);
      const published = schools.flatMap((s) =>
        pools.map((series) => {
          const own = series.map((t) => kinds[t]?.[s] as HiddenKind);
          const hidden = sum(series.map((t) => truth[t]?.[s] as Vector));
          const ranges = poolRanges(own, [-100, 0, 0, 0], hidden);
          if (ranges.belowThreshold[1] < own.reduce((most, { widths }) => most + (widths[1] ?? 0), 0))
            narrow++;
          return { s, series, ranges };
        }),
      );
      const allowed = all.map((list, t) => list.filter((column) => inside(sum(column), boxes[t] as Box)));
      const seen = kinds.map((own) => own.map(({ widths }) => widths.map(() => [99, -1])));
      const visit = (table: Vector[][]) => {
        if (table.length < kinds.length) {
          for (const column of allowed[table.length] ?? []) visit([...table, column]);
          return;
        }
        const fits = published.every(({ s, series, ranges }) => {
          const [n = 0, x = 0] = sum(series.map((t) => table[t]?.[s] as Vector));
          return (
            100 - n >= ranges.participants[0] &&
            100 - n <= ranges.participants[1] &&
            x >= ranges.belowThreshold[0] &&
            x <= ranges.belowThreshold[1]
          );
        });
        if (!fits) return;
        for (const [t, column] of table.entries())
          for (const [s, vector] of column.entries())
            for (const [i, value] of vector.entries()) {
              const range = seen[t]?.[s]?.[i] as number[];
              range[0] = Math.min(range[0] as number, value);
              range[1] = Math.max(range[1] as number, value);
            }
      };
      visit([]);
      for (const [t, own] of kinds.entries())
        for (const [s, { widths }] of own.entries())
          expect(seen[t]?.[s], `series ${t} school ${s}`).toEqual(widths.map((width) => [0, width]));
    }
    // The pools say something: some are narrower than the sum of what they hold.
    if (pools.some((series) => series.length > 2)) expect(narrow).toBeGreaterThan(0);
  });

  it('tells a pool without hidden numbers exactly', () => {
    expect(poolRanges([], [-120, 17, 103, 0], [0, 0, 0, 0])).toEqual({
      participants: [120, 120],
      belowThreshold: [17, 17],
    });
  });
});

describe('which pools are large enough', () => {
  const pool = (subject: string, grade: number, years: [number, number], least: number): Pool => ({
    key: {
      entity_id: 's',
      procedure: 'vpr',
      comparability: 'spring',
      subject,
      grade,
      year_from: years[0],
      year_to: years[1],
    },
    cells: 3,
    hiddenCells: 3,
    participants: [least, least + 20],
    belowThreshold: [0, 9],
  });

  it('counts different pupils: ten works of five pupils are not ten pupils', () => {
    const both = [
      pool('russian', 0, [2025, 2025], 5),
      pool('mathematics', 0, [2025, 2025], 5),
      pool('', 0, [2025, 2025], 10),
    ];
    expect(largeEnough(both, 10)).toEqual([]);
    const whole = [pool('russian', 0, [2025, 2025], 10), pool('', 0, [2025, 2025], 15)];
    expect(largeEnough(whole, 10)).toEqual(whole);
  });

  it('takes the same children in two grades of two years as one', () => {
    const twice = [pool('russian', 0, [2025, 2025], 6), pool('russian', 0, [2023, 2025], 12)];
    expect(largeEnough(twice, 10)).toEqual([]);
    const cohorts = [pool('russian', 4, [2023, 2025], 10), pool('russian', 0, [2023, 2025], 30)];
    expect(largeEnough(cohorts, 10)).toEqual(cohorts);
  });
});
