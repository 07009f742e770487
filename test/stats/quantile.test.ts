import { expect, it } from 'vitest';
import { fences } from '../../src/stats/fences.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';
import { quantile } from '../../src/stats/quantile.ts';
import { rng } from '../../src/stats/rng.ts';

/** R: quantile(c(15, 20, 35, 40, 50), p), type 7. */
const published = [
  [0, 15],
  [0.05, 16],
  [0.25, 20],
  [0.3, 23],
  [0.4, 29],
  [0.5, 35],
  [0.9, 46],
  [1, 50],
] as const;

it.each(published)('the quantile %d of 15 20 35 40 50 is %d, as in R', (p, value) => {
  expect(quantile([40, 15, 50, 20, 35], p)).toBeCloseTo(value, 12);
});

it('rises with p from the least value to the greatest and turns over with the sample', () => {
  const random = rng(6);
  const values = Array.from({ length: 37 }, () => random() * 10 - 5);
  const turned = values.map((value) => -value);
  let last = Math.min(...values);
  for (let p = 0; p <= 1; p += 0.01) {
    const value = quantile(values, p);
    expect(value).toBeGreaterThanOrEqual(last);
    expect(quantile(turned, 1 - p)).toBeCloseTo(-value, 12);
    last = value;
  }
  expect(last).toBeLessThanOrEqual(Math.max(...values));
});

it('one value is all its quantiles; none has none', () => {
  expect(quantile([7], 0.3)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('invalid sample: no values');
  expect(() => quantile([1], 1.1)).toThrow('invalid probability: 1.1');
});

it('the outer fences of 1…9 are 3 − 12 and 7 + 12', () => {
  const values = [9, 1, 8, 2, 7, 3, 6, 4, 5];
  expect(fences(values)).toEqual({ low: -9, high: 19 });
  expect(fences(values, 1.5)).toEqual({ low: -3, high: 13 });
  expect(fences([4, 4, 4])).toEqual({ low: 4, high: 4 });
});

it('a mean of 20 with s = 5 over 100 lies between 19.02 and 20.98', () => {
  const { low, high } = meanInterval(20, 5, 100);
  expect(low).toBeCloseTo(19.02, 12);
  expect(high).toBeCloseTo(20.98, 12);
  expect(meanInterval(20, 0, 2)).toEqual({ low: 20, high: 20 });
  expect(() => meanInterval(20, 5, 1)).toThrow('invalid sample size: 1');
  expect(() => meanInterval(20, -1, 10)).toThrow('invalid standard deviation: -1');
});
