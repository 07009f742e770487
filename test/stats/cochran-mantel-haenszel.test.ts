import { expect, it } from 'vitest';
import { agrestiCaffoVariance } from '../../src/stats/agresti-caffo.ts';
import { pooledDifference, type Stratum } from '../../src/stats/cochran-mantel-haenszel.ts';

const stratum = (x0: number, n0: number, x1: number, n1: number, shift = 0): Stratum => ({
  before: { count: x0, total: n0 },
  after: { count: x1, total: n1 },
  shift,
});

const grades = [stratum(12, 40, 8, 44, 0.01), stratum(5, 25, 6, 20, -0.02), stratum(20, 60, 11, 58, 0.03)];

/** The textbook form Σ(x₁n₀ − x₀n₁)/N over Σ n₀n₁/N, without any division by n₀ or n₁. */
function textbook(strata: readonly Stratum[]): number {
  let top = 0;
  let bottom = 0;
  for (const { before, after, shift } of strata) {
    const all = before.total + after.total;
    top += (after.count * before.total - before.count * after.total) / all;
    top -= (shift * before.total * after.total) / all;
    bottom += (before.total * after.total) / all;
  }
  return top / bottom;
}

it('the estimate is the textbook Mantel–Haenszel risk difference, shifted', () => {
  expect(pooledDifference(grades).estimate).toBeCloseTo(textbook(grades), 14);
});

it('one stratum is its plain difference with the Agresti–Caffo error', () => {
  const one = pooledDifference([stratum(12, 40, 8, 44, 0.01)]);
  expect(one.estimate).toBeCloseTo(8 / 44 - 12 / 40 - 0.01, 14);
  const variance = agrestiCaffoVariance({ count: 8, total: 44 }, { count: 12, total: 40 });
  expect(one.error).toBeCloseTo(Math.sqrt(variance), 14);
});

it('a difference common to all strata is the pooled one, and k equal strata shrink the error by √k', () => {
  const one = stratum(12, 40, 8, 40);
  const four = pooledDifference([one, one, one, one]);
  expect(four.estimate).toBeCloseTo(-0.1, 14);
  expect(four.error).toBeCloseTo(pooledDifference([one]).error / 2, 14);
});

it('the region’s common change moves the estimate by itself and leaves the error alone', () => {
  const moved = grades.map((grade) => ({ ...grade, shift: grade.shift + 0.05 }));
  expect(pooledDifference(moved).estimate).toBeCloseTo(pooledDifference(grades).estimate - 0.05, 14);
  expect(pooledDifference(moved).error).toBe(pooledDifference(grades).error);
});

it('the order of strata does not matter, and time turned back mirrors the estimate', () => {
  const back = grades.map(({ before, after, shift }) => ({ before: after, after: before, shift: -shift }));
  expect(pooledDifference(back).estimate).toBeCloseTo(-pooledDifference(grades).estimate, 14);
  expect(pooledDifference([...grades].reverse()).error).toBeCloseTo(pooledDifference(grades).error, 14);
});

it('no strata is refused', () => {
  expect(() => pooledDifference([])).toThrow('invalid strata: none');
});
