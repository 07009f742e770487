import { expect, it } from 'vitest';
import { pooledDifference } from '../../src/stats/cochran-mantel-haenszel.ts';
import { drawBinomial, drawNormal } from '../../src/stats/draw.ts';
import { rng } from '../../src/stats/rng.ts';
import { type LevelChange, levelAndChange, type WindowSeries } from '../../src/stats/window.ts';

type Counts = readonly (readonly [count: number | readonly [number, number], total: number])[];

const series = (years: Counts, shift: number | readonly [number, number] = 0): WindowSeries => {
  const range = (value: number | readonly [number, number]) =>
    typeof value === 'number' ? { low: value, high: value } : { low: value[0], high: value[1] };
  return {
    years: years.map(([count, total]) => ({ count: range(count), total: range(total) })),
    shift: range(shift),
  };
};

const made = (all: readonly WindowSeries[], scatter = 0): LevelChange => {
  const found = levelAndChange(all, { confidence: 0.95, scatter });
  if (!found) throw new Error('no window');
  return found;
};

/** Square distance of a point from the centre in the measure of the ellipse: 1 on its edge. */
function distance({ level, change, shape: [a, b, c] }: LevelChange, [x, y]: readonly [number, number]) {
  const [u, v] = [x - level, y - change];
  return (c * u * u - 2 * b * u * v + a * v * v) / (a * c - b * b);
}

const chi = 5.991464547107979;
const grades = [
  series(
    [
      [12, 40],
      [9, 41],
      [8, 44],
    ],
    0.01,
  ),
  series(
    [
      [5, 25],
      [6, 20],
    ],
    -0.02,
  ),
  series(
    [
      [20, 60],
      [15, 59],
      [11, 58],
    ],
    0.03,
  ),
];

it('the level is all counts over all participants, the change that of Cochran, Mantel and Haenszel', () => {
  const { level, change, shape } = made(grades, 0.003);
  expect(level).toBeCloseTo(86 / 347, 14);
  const pooled = pooledDifference(
    [
      { before: { count: 12, total: 40 }, after: { count: 8, total: 44 }, shift: 0.01 },
      { before: { count: 5, total: 25 }, after: { count: 6, total: 20 }, shift: -0.02 },
      { before: { count: 20, total: 60 }, after: { count: 11, total: 58 }, shift: 0.03 },
    ],
    0.003,
  );
  expect(change).toBeCloseTo(pooled.estimate, 14);
  expect(shape[2]).toBeCloseTo(chi * pooled.error ** 2, 12);
});

/** Level and change of drawn counts, written out anew: truths by grade and year, cohorts that scatter around them. */
function drawn(
  random: () => number,
  truth: readonly number[][],
  totals: readonly number[][],
  scatter: number,
) {
  const counts = truth.map((years, g) =>
    years.map((p, y) => {
      const own = Math.min(1, Math.max(0, p + Math.sqrt(scatter / 2) * drawNormal(random)));
      return drawBinomial(random, totals[g]?.[y] ?? 0, own);
    }),
  );
  return counts;
}

const totals = [
  [150, 160, 90],
  [220, 180, 240],
];
const truth = [
  [0.3, 0.26, 0.2],
  [0.22, 0.24, 0.18],
];

/** Straight from the definitions. */
function point(counts: readonly number[][]): [number, number] {
  const sum = (table: readonly (readonly number[])[]) => table.flat().reduce((a, b) => a + b, 0);
  const weight = totals.map(([n0 = 0, , n2 = 0]) => 1 / (1 / n0 + 1 / n2));
  const change = counts.map(
    ([x0 = 0, , x2 = 0], g) => x2 / (totals[g]?.[2] ?? 1) - x0 / (totals[g]?.[0] ?? 1),
  );
  const all = weight.reduce((a, b) => a + b, 0);
  return [sum(counts) / sum(totals), change.reduce((a, d, g) => a + d * (weight[g] ?? 0), 0) / all];
}

it.each([0, 0.002])('the covariance is that of 10,000 simulated schools, cohort scatter %d', (scatter) => {
  const random = rng(41);
  const points = Array.from({ length: 10_000 }, () => point(drawn(random, truth, totals, scatter)));
  const mean = [0, 1].map((at) => points.reduce((sum, one) => sum + (one[at] ?? 0), 0) / points.length);
  const moment = (i: 0 | 1, j: 0 | 1) =>
    points.reduce((sum, one) => sum + (one[i] - (mean[i] ?? 0)) * (one[j] - (mean[j] ?? 0)), 0) /
    points.length;
  const expected = made(
    truth.map((years, g) => series(years.map((p, y) => [p * (totals[g]?.[y] ?? 0), totals[g]?.[y] ?? 0]))),
    scatter,
  );
  const [levels, both, changes] = expected.shape.map((value) => value / chi);
  expect(moment(0, 0) / (levels ?? 0)).toBeCloseTo(1, 1);
  expect(moment(1, 1) / (changes ?? 0)).toBeCloseTo(1, 1);
  const correlation = (cross: number, a: number, b: number) => cross / Math.sqrt(a * b);
  const found = correlation(moment(0, 1), moment(0, 0), moment(1, 1));
  expect(Math.abs(found - correlation(both ?? 0, levels ?? 0, changes ?? 0))).toBeLessThan(0.02);
});

it('the last year with more weight in the level ties both together, the first pulls them apart', () => {
  const late = made([series([[10, 40], [60, 200]])]); // biome-ignore format: a table
  const early = made([series([[60, 200], [10, 40]])]); // biome-ignore format: a table
  expect(late.shape[1]).toBeGreaterThan(0);
  expect(early.shape[1]).toBeCloseTo(-late.shape[1], 12);
});

it('about 95 of 100 ellipses of drawn schools hold the truth', () => {
  const random = rng(7);
  const centre = point(truth.map((years, g) => years.map((p, y) => p * (totals[g]?.[y] ?? 0))));
  let inside = 0;
  const tries = 4000;
  for (let i = 0; i < tries; i++) {
    const counts = drawn(random, truth, totals, 0);
    const found = made(counts.map((years, g) => series(years.map((x, y) => [x, totals[g]?.[y] ?? 0]))));
    if (distance(found, centre) <= 1) inside += 1;
  }
  expect(inside / tries).toBeGreaterThan(0.94);
  expect(inside / tries).toBeLessThan(0.965);
});

it('hidden counts: the ellipse holds that of every table that the ranges allow', () => {
  const random = rng(3);
  const ranged: Counts[] = [
    [[[1, 2], 25], [4, 30], [[1, 2], 28]], // biome-ignore format: a table
    [[6, 31], [[1, 2], 29], [3, 27]], // biome-ignore format: a table
  ];
  const outer = made(ranged.map((years) => series(years, [-0.01, 0.02])));
  for (let i = 0; i < 200; i++) {
    const table = ranged.map((years) =>
      series(
        years.map(([count, total]) => [
          typeof count === 'number' ? count : count[Math.floor(random() * 2)] as number,
          total,
        ]),
        -0.01 + 0.03 * random(),
      ),
    ); // biome-ignore format: short
    const inner = made(table);
    const [a, b, c] = inner.shape;
    for (let angle = 0; angle < 6.28; angle += 0.2) {
      const [u, v] = [Math.cos(angle), Math.sin(angle)];
      const length = Math.sqrt(a * u * u + 2 * b * u * v + c * v * v);
      const edge = [inner.level + (a * u + b * v) / length, inner.change + (b * u + c * v) / length] as const;
      expect(distance(outer, edge)).toBeLessThanOrEqual(1 + 1e-9);
    }
  }
});

it('no series makes no window; a count over its total is refused', () => {
  expect(levelAndChange([], { confidence: 0.95 })).toBeNull();
  expect(() => made([series([[12, 10], [3, 10]])])).toThrow('invalid proportion'); // biome-ignore format: a table
});
