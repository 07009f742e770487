import { expect, it } from 'vitest';
import { rate, rateInterval, sum } from '../../src/stats/rate.ts';

const exact = (value: number) => ({ low: value, high: value });

it('an exact count gives one share', () => {
  expect(rate(exact(14), exact(38))).toEqual(exact(14 / 38));
});

it('a hidden count gives the range of shares it allows', () => {
  expect(rate({ low: 1, high: 2 }, exact(40))).toEqual({ low: 0.025, high: 0.05 });
});

it('a total under the minimum gives no share', () => {
  expect(rate({ low: 1, high: 2 }, { low: 1, high: 9 }, 10)).toBeNull();
  expect(rate(null, exact(40))).toBeNull();
});

it('the interval of a hidden count covers the intervals of both ends', () => {
  const wide = rateInterval({ low: 1, high: 2 }, exact(40));
  expect(wide.low).toBe(rateInterval(exact(1), exact(40)).low);
  expect(wide.high).toBe(rateInterval(exact(2), exact(40)).high);
});

it('sums add the ends', () => {
  expect(sum([exact(3), { low: 1, high: 2 }])).toEqual({ low: 4, high: 5 });
});
