import { expect, it } from 'vitest';
import { agrestiCaffo, agrestiCaffoVariance } from '../../src/stats/agresti-caffo.ts';

const of = (count: number, total: number) => ({ count, total });

it('5 of 56 against 0 of 29 is −0.029 to 0.171, worked by hand from 6/58 and 1/31', () => {
  const difference = 6 / 58 - 1 / 31;
  const variance = ((6 / 58) * (52 / 58)) / 58 + ((1 / 31) * (30 / 31)) / 31;
  expect(agrestiCaffoVariance(of(5, 56), of(0, 29))).toBeCloseTo(variance, 15);
  const interval = agrestiCaffo(of(5, 56), of(0, 29));
  expect(interval.low).toBeCloseTo(difference - 1.959963984540054 * Math.sqrt(variance), 12);
  expect(interval.high).toBeCloseTo(difference + 1.959963984540054 * Math.sqrt(variance), 12);
});

it('the variance is positive and the interval has a width when nobody fails', () => {
  expect(agrestiCaffoVariance(of(0, 10), of(0, 10))).toBeCloseTo((2 * (1 / 12) * (11 / 12)) / 12, 15);
  const { low, high } = agrestiCaffo(of(0, 10), of(0, 10));
  expect(high).toBeGreaterThan(0.2);
  expect(low).toBe(-high);
});

it('the interval stays inside −1…1 and mirrors when the samples change places', () => {
  for (let x1 = 0; x1 <= 3; x1 += 1) {
    for (let x2 = 0; x2 <= 5; x2 += 1) {
      const { low, high } = agrestiCaffo(of(x1, 3), of(x2, 5));
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      expect(agrestiCaffo(of(x2, 5), of(x1, 3)).low).toBeCloseTo(-high, 14);
    }
  }
});

it('exact coverage over all tables is at least 93 % for ten against ten', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  const chance = (k: number, p: number) => choose(10, k) * p ** k * (1 - p) ** (10 - k);
  for (const [p1, p2] of [
    [0.1, 0.1],
    [0.3, 0.1],
    [0.5, 0.3],
    [0.8, 0.6],
  ] as const) {
    let covered = 0;
    for (let x1 = 0; x1 <= 10; x1 += 1) {
      for (let x2 = 0; x2 <= 10; x2 += 1) {
        const { low, high } = agrestiCaffo(of(x1, 10), of(x2, 10));
        if (low <= p1 - p2 && p1 - p2 <= high) covered += chance(x1, p1) * chance(x2, p2);
      }
    }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.995);
  }
});
