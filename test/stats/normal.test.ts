import { expect, it } from 'vitest';
import { normalCumulative, normalDensity, twoSided } from '../../src/stats/normal.ts';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { z95 } from '../../src/stats/wilson.ts';

/** x and Φ(x) to 17 digits, from mpmath with 40 digits. */
const cumulative = [
  [-10, 7.619853024160525e-24],
  [-5, 2.866515718791939e-7],
  [-3.5, 0.00023262907903552504],
  [-3, 0.0013498980316300946],
  [-2.5, 0.006209665325776135],
  [-1, 0.15865525393145705],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.7, 0.758036347776927],
  [1.96, 0.9750021048517796],
  [2.9, 0.998134186699616],
  [3.1, 0.9990323967867816],
  [6, 0.9999999990134123],
] as const;

const quantiles = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-10, -6.361340902404056],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357997],
] as const;

const relative = (value: number, truth: number) => Math.abs(value / truth - 1);

it.each(cumulative)('Φ(%d) is %d to twelve digits', (x, truth) => {
  expect(relative(normalCumulative(x), truth)).toBeLessThan(1e-12);
});

it.each(quantiles)('the quantile of %d is %d to twelve digits', (p, truth) => {
  expect(relative(normalQuantile(p), truth)).toBeLessThan(1e-12);
});

it('the quantile undoes the distribution function over the whole line', () => {
  for (let x = -30; x <= 5; x += 0.0371) {
    expect(normalQuantile(normalCumulative(x))).toBeCloseTo(x, x > 3 ? 8 : 11);
  }
});

it('the distribution function is the integral of the density', () => {
  const step = 1e-3;
  let area = normalCumulative(-4);
  for (let i = 0; i < 8000; i += 1) {
    const x = -4 + i * step;
    area += (step / 6) * (normalDensity(x) + 4 * normalDensity(x + step / 2) + normalDensity(x + step));
    if (i % 100 === 99) expect(area).toBeCloseTo(normalCumulative(x + step), 12);
  }
});

it('the distribution function rises and mirrors itself', () => {
  for (let x = -6; x < 6; x += 0.01) {
    expect(normalCumulative(x + 0.01)).toBeGreaterThan(normalCumulative(x));
    expect(normalCumulative(x) + normalCumulative(-x)).toBeCloseTo(1, 14);
  }
});

it('the ends of the scale are infinite, and beyond them is refused', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(() => normalQuantile(1.5)).toThrow('invalid probability: 1.5');
  expect(() => normalQuantile(Number.NaN)).toThrow('invalid probability: NaN');
});

it('a z of 1.96 is a two-sided p of 5 %', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(z95, 14);
  expect(twoSided(z95)).toBeCloseTo(0.05, 14);
  expect(twoSided(-z95)).toBe(twoSided(z95));
  expect(twoSided(0)).toBe(1);
});
