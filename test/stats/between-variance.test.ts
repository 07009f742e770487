import { expect, it } from 'vitest';
import { betweenVariance } from '../../src/stats/between-variance.ts';
import { drawNormal } from '../../src/stats/draw.ts';
import { rng } from '../../src/stats/rng.ts';

it('with equal variances is the sample variance less the chance variance', () => {
  const values = [-0.2, -0.05, 0, 0.1, 0.3];
  const mean = values.reduce((sum, value) => sum + value, 0) / 5;
  const sample = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4;
  const found = betweenVariance(values.map((value) => ({ value, variance: 0.01 })));
  expect(found).toBeCloseTo(sample - 0.01, 14);
});

it('is 0 when estimates scatter no more than chance makes them, and for one estimate', () => {
  expect(betweenVariance([0.1, 0.11, 0.12].map((value) => ({ value, variance: 0.01 })))).toBe(0);
  expect(betweenVariance([{ value: 5, variance: 1 }])).toBe(0);
  expect(betweenVariance([])).toBe(0);
  expect(() => betweenVariance([{ value: 1, variance: 0 }])).toThrow('invalid variance: 0');
});

it('finds the variance that unequal estimates were drawn with', () => {
  const random = rng(31);
  const estimates = Array.from({ length: 20_000 }, () => {
    const variance = 0.5 + 3 * random();
    return { value: drawNormal(random) * Math.sqrt(variance + 2), variance };
  });
  expect(betweenVariance(estimates)).toBeGreaterThan(1.9);
  expect(betweenVariance(estimates)).toBeLessThan(2.1);
});
