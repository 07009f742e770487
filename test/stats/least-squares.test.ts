import { expect, it } from 'vitest';
import { leastSquares } from '../../src/stats/least-squares.ts';
import { rng } from '../../src/stats/rng.ts';

it('finds a plane exactly', () => {
  const rows = [
    [1, 2],
    [2, 1],
    [3, 5],
    [4, 3],
    [5, 8],
  ];
  const { coefficients, residual } = leastSquares(
    rows,
    rows.map(([x = 0, y = 0]) => 7 - 2 * x + 0.5 * y),
  );
  expect(coefficients[0]).toBeCloseTo(7, 9);
  expect(coefficients[1]).toBeCloseTo(-2, 9);
  expect(coefficients[2]).toBeCloseTo(0.5, 9);
  expect(residual).toBeCloseTo(0, 12);
});

it('on one column is the textbook line, with the textbook variance of its slope', () => {
  const [x, y] = [
    [1, 2, 3, 4, 5, 6],
    [2.1, 2.9, 4.2, 4.8, 6.3, 6.8],
  ];
  const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const spread = x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0);
  const slope = x.reduce((sum, value, i) => sum + (value - mean(x)) * ((y[i] ?? 0) - mean(y)), 0) / spread;
  const fit = leastSquares(
    x.map((value) => [value]),
    y,
  );
  expect(fit.coefficients[1]).toBeCloseTo(slope, 10);
  const errors = x.map((value, i) => (y[i] ?? 0) - mean(y) - slope * (value - mean(x)));
  const residual = errors.reduce((sum, e) => sum + e * e, 0) / (x.length - 2);
  expect(fit.residual).toBeCloseTo(residual, 10);
  expect(fit.varianceOf([3])).toBeCloseTo((9 * residual) / spread, 10);
});

it('gives 0 to a column that another determines, and the fit stays', () => {
  const random = rng(5);
  const rows = Array.from({ length: 20 }, () => {
    const x = random();
    return [x, 2 * x];
  });
  const { coefficients } = leastSquares(
    rows,
    rows.map(([x = 0]) => 1 + 3 * x),
  );
  expect((coefficients[1] ?? 0) + 2 * (coefficients[2] ?? 0)).toBeCloseTo(3, 6);
  expect(coefficients.every(Number.isFinite)).toBe(true);
});

it('refuses no rows and rows without values', () => {
  expect(() => leastSquares([], [])).toThrow(RangeError);
  expect(() => leastSquares([[1]], [])).toThrow(RangeError);
});
