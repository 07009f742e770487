import { expect, it } from 'vitest';
import { drawBeta, drawBinomial, drawGamma, drawNormal } from '../../src/stats/draw.ts';
import { rng } from '../../src/stats/rng.ts';

const n = 40_000;

/** Mean and variance of many draws. */
function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: n }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n };
}

it('the same seed gives the same numbers, another seed others', () => {
  const take = (seed: number) => Array.from({ length: 5 }, rng(seed));
  expect(take(42)).toEqual(take(42));
  expect(take(42)).not.toEqual(take(43));
});

it('uniform numbers fill twenty bins evenly (χ² with 19 degrees of freedom under its 99.9 % point)', () => {
  for (const seed of [0, 1, 2, 12345]) {
    const random = rng(seed);
    const bins = new Array<number>(20).fill(0);
    for (let i = 0; i < n; i += 1) {
      const value = random();
      expect(value >= 0 && value < 1).toBe(true);
      const bin = Math.floor(value * 20);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = n / 20;
    const square = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(square).toBeLessThan(43.82);
  }
});

it('neighbouring seeds and neighbouring numbers do not go together', () => {
  const correlation = (pairs: [number, number][]) =>
    (12 * pairs.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0)) / pairs.length;
  const random = rng(17);
  expect(Math.abs(correlation(Array.from({ length: n }, () => [random(), random()])))).toBeLessThan(0.02);
  expect(Math.abs(correlation(Array.from({ length: n }, (_, i) => [rng(i)(), rng(i + 1)()])))).toBeLessThan(
    0.02,
  );
});

it('draws have the mean and variance of their distribution', () => {
  const random = rng(18);
  const normal = moments(() => drawNormal(random));
  expect(normal.mean).toBeCloseTo(0, 1);
  expect(normal.variance).toBeCloseTo(1, 1);
  for (const shape of [0.4, 1, 6.5]) {
    const gamma = moments(() => drawGamma(random, shape));
    expect(gamma.mean / shape).toBeCloseTo(1, 1);
    expect(gamma.variance / shape).toBeCloseTo(1, 1);
  }
  const beta = moments(() => drawBeta(random, { a: 2, b: 8 }));
  expect(beta.mean).toBeCloseTo(0.2, 2);
  expect(beta.variance).toBeCloseTo((0.2 * 0.8) / 11, 3);
  const binomial = moments(() => drawBinomial(random, 30, 0.3));
  expect(binomial.mean).toBeCloseTo(9, 1);
  expect(binomial.variance / 6.3).toBeCloseTo(1, 1);
});
