import { expect, it } from 'vitest';
import { betaBinomialLowerTail } from '../../src/stats/beta-binomial.ts';
import { regressionToMean } from '../../src/stats/regression-to-mean.ts';

const prior = { a: 2, b: 8 };
const of = (count: number, total: number) => ({ count, total });

it('ten of twenty after a prior of 20 % are expected to be 40 %, and 43 % when the region rises by three', () => {
  expect(regressionToMean(prior, of(10, 20), of(8, 20), 0).expected).toBeCloseTo(0.4, 14);
  const risen = regressionToMean(prior, of(10, 20), of(8, 20), 0.03);
  expect(risen.expected).toBeCloseTo(0.43, 14);
  expect(risen.excess).toBeCloseTo(-0.03, 14);
});

it('without a change of the region the tails are those of the posterior', () => {
  const { lowerTail } = regressionToMean(prior, of(10, 20), of(4, 25), 0);
  expect(lowerTail).toBeCloseTo(betaBinomialLowerTail(4, 25, { a: 12, b: 18 }), 14);
});

it('the expectation lies between the school’s own share and the mean of the prior', () => {
  for (let x = 0; x <= 30; x += 1) {
    const { expected } = regressionToMean(prior, of(x, 30), of(5, 30), 0);
    expect(expected).toBeGreaterThanOrEqual(Math.min(x / 30, 0.2) - 1e-12);
    expect(expected).toBeLessThanOrEqual(Math.max(x / 30, 0.2) + 1e-12);
  }
});

it('a larger school is shrunk less', () => {
  const gap = (n: number) => n / 2 / n - regressionToMean(prior, of(n / 2, n), of(1, 10), 0).expected;
  expect(gap(20)).toBeGreaterThan(gap(40));
  expect(gap(40)).toBeGreaterThan(gap(400));
  expect(gap(400)).toBeGreaterThan(0);
});

it('tails overlap in one term and the lower one rises with the count', () => {
  let last = 0;
  for (let x = 0; x <= 40; x += 1) {
    const { lowerTail, upperTail } = regressionToMean(prior, of(16, 40), of(x, 40), -0.02);
    expect(lowerTail).toBeGreaterThan(last);
    expect(lowerTail + upperTail).toBeGreaterThan(1);
    last = lowerTail;
  }
  expect(last).toBe(1);
});

it('without a prior there is no shrinkage', () => {
  const { expected, excess } = regressionToMean(null, of(12, 40), of(9, 36), -0.01);
  expect(expected).toBeCloseTo(0.29, 14);
  expect(excess).toBeCloseTo(-0.04, 14);
});

it('an expectation cut at 0 does not make one failure impossible', () => {
  const { expected, upperTail } = regressionToMean(null, of(0, 20), of(1, 20), -0.1);
  expect(expected).toBe(0);
  expect(upperTail).toBeGreaterThan(0.1);
  expect(regressionToMean(prior, of(19, 20), of(20, 20), 0.9).expected).toBe(1);
});

it('a scatter of cohorts adds its square to the variance and leaves the expectation alone', () => {
  const plain = regressionToMean(prior, of(20, 40), of(8, 40), 0);
  const loose = regressionToMean(prior, of(20, 40), of(8, 40), 0, 0.005);
  expect(loose.expected).toBe(plain.expected);
  expect(loose.lowerTail).toBeGreaterThan(1.5 * plain.lowerTail);
  const [mean, precision] = [0.44, 50];
  const variance = (mean * (1 - mean)) / (precision + 1) + 0.005;
  const m = (mean * (1 - mean)) / variance - 1;
  const predictive = { a: mean * m, b: (1 - mean) * m };
  expect(loose.lowerTail).toBeCloseTo(betaBinomialLowerTail(8, 40, predictive), 12);
  expect(regressionToMean(prior, of(0, 40), of(1, 40), -0.5, 0.2).upperTail).toBeLessThan(1);
});

it('refuses what is no proportion', () => {
  expect(() => regressionToMean(null, of(5, 4), of(1, 4), 0)).toThrow('invalid proportion: 5 of 4');
  expect(() => regressionToMean(prior, of(1, 4), of(1, 0), 0)).toThrow('invalid proportion: 1 of 0');
});
