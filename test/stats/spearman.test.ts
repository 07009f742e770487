import { expect, it } from 'vitest';
import { rng } from '../../src/stats/rng.ts';
import { spearman, spearmanTable } from '../../src/stats/spearman.ts';

const zip = (x: readonly number[], y: readonly number[]) => x.map((value, i) => [value, y[i] ?? 0] as const);

/** Ranks by counting smaller and equal values one pair at a time, then Pearson's correlation. */
function independent(pairs: readonly (readonly [number, number])[]): number {
  const rank = (values: readonly number[], value: number) =>
    values.filter((other) => other < value).length +
    (values.filter((other) => other === value).length + 1) / 2;
  const xs = pairs.map(([x]) => x);
  const ys = pairs.map(([, y]) => y);
  const r = xs.map((x) => rank(xs, x));
  const s = ys.map((y) => rank(ys, y));
  const mean = (pairs.length + 1) / 2;
  const product = (a: number[], b: number[]) =>
    a.reduce((sum, value, i) => sum + (value - mean) * ((b[i] ?? 0) - mean), 0);
  return product(r, s) / Math.sqrt(product(r, r) * product(s, s));
}

it('the worked example without ties is −29/165', () => {
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(spearman(zip(iq, hours))).toBeCloseTo(-29 / 165, 14);
});

it('ties share their mid-rank, as SciPy does', () => {
  const marks = [2, 2, 3, 3, 3, 4, 4, 5, 5, 5];
  const scores = [1, 3, 3, 5, 6, 6, 9, 8, 10, 10];
  expect(spearman(zip(marks, scores))).toBeCloseTo(0.9150496218424933, 14);
});

it('agrees with ranks counted pair by pair, as list and as table', () => {
  const random = rng(5);
  for (let round = 0; round < 100; round += 1) {
    const pairs = Array.from({ length: 40 }, () => {
      const mark = Math.floor(random() * 4);
      return [mark, Math.floor(random() * 8) + mark] as const;
    });
    const table = Array.from({ length: 4 }, () => new Array<number>(12).fill(0));
    for (const [mark, score] of pairs) {
      const row = table[mark];
      if (row) row[score] = (row[score] ?? 0) + 1;
    }
    expect(spearman(pairs)).toBeCloseTo(independent(pairs), 12);
    expect(spearmanTable(table)).toBeCloseTo(independent(pairs), 12);
  }
});

it('is 1 for any rising function, −1 for any falling one, and symmetric', () => {
  const x = [3, -1, 12, 7, 0.5];
  expect(spearman(zip(x, x.map(Math.exp)))).toBe(1);
  expect(
    spearman(
      zip(
        x,
        x.map((value) => -(value ** 3)),
      ),
    ),
  ).toBe(-1);
  const y = [1, 5, 2, 2, 8];
  expect(spearman(zip(x, y))).toBeCloseTo(spearman(zip(y, x)) ?? Number.NaN, 14);
});

it('is not defined when all marks are equal, or there is nobody', () => {
  expect(spearmanTable([[3, 4, 5]])).toBeNull();
  expect(spearmanTable([[3], [4]])).toBeNull();
  expect(spearmanTable([])).toBeNull();
  expect(spearman([])).toBeNull();
  expect(() => spearmanTable([[1, 2], [3]])).toThrow('invalid contingency table');
  expect(() => spearmanTable([[1, -2]])).toThrow('invalid contingency table');
});
