import { describe, expect, it } from 'vitest';
import {
  betaBinomial,
  betaBinomialLowerTail,
  betaBinomialUpperTail,
  betaMean,
  posterior,
} from '../../src/stats/beta-binomial.ts';
import { commonShare, fitBetaBinomial } from '../../src/stats/beta-binomial-fit.ts';
import { drawBeta, drawBinomial } from '../../src/stats/draw.ts';
import { rng } from '../../src/stats/rng.ts';

/** k, n, a, b, then P(X = k), P(X ≤ k), P(X ≥ k) by scipy.stats.betabinom. */
const published = [
  [3, 10, 2, 5, 0.16483516483516472, 0.6538461538461537, 0.510989010989011],
  [0, 40, 0.7, 3.1, 0.1536486785193128, 0.1536486785193128, 1],
  [25, 60, 12.5, 40, 0.008307011863403635, 0.984393632253253, 0.02391337961015061],
] as const;

/** P(X = k) as the product of Pólya's urn, without gamma functions. */
function urn(k: number, n: number, a: number, b: number): number {
  let chance = 1;
  for (let i = 0; i < k; i += 1) chance *= ((a + i) / (a + b + i)) * ((n - i) / (k - i));
  for (let i = 0; i < n - k; i += 1) chance *= (b + i) / (a + b + k + i);
  return chance;
}

describe('the beta-binomial distribution', () => {
  it.each(published)('of %i in %i with a = %d, b = %d agrees with SciPy', (k, n, a, b, pmf, lower, upper) => {
    expect(betaBinomial(k, n, { a, b })).toBeCloseTo(pmf, 12);
    expect(betaBinomialLowerTail(k, n, { a, b })).toBeCloseTo(lower, 12);
    expect(betaBinomialUpperTail(k, n, { a, b })).toBeCloseTo(upper, 12);
  });

  it("is the distribution of Pólya's urn, adds up to 1, and its tails overlap in one term", () => {
    for (const [a, b, n] of [
      [0.3, 0.4, 7],
      [2, 8, 25],
      [30, 5, 60],
    ] as const) {
      let total = 0;
      for (let k = 0; k <= n; k += 1) {
        const term = betaBinomial(k, n, { a, b });
        total += term;
        expect(term / urn(k, n, a, b)).toBeCloseTo(1, 9);
        const tails = betaBinomialLowerTail(k, n, { a, b }) + betaBinomialUpperTail(k, n, { a, b });
        expect(tails).toBeCloseTo(1 + term, 10);
      }
      expect(total).toBeCloseTo(1, 11);
    }
  });

  it('with a = b = 1 is uniform, and with a great precision is binomial', () => {
    for (let k = 0; k <= 9; k += 1) expect(betaBinomial(k, 9, { a: 1, b: 1 })).toBeCloseTo(0.1, 13);
    expect(betaBinomial(1, 3, { a: 2e6, b: 6e6 })).toBeCloseTo(3 * 0.25 * 0.75 ** 2, 5);
  });

  it('outside of 0…n the tails are certain or impossible', () => {
    expect(betaBinomialLowerTail(-1, 5, { a: 1, b: 2 })).toBe(0);
    expect(betaBinomialLowerTail(5, 5, { a: 1, b: 2 })).toBe(1);
    expect(betaBinomialUpperTail(0, 5, { a: 1, b: 2 })).toBe(1);
    expect(betaBinomialUpperTail(6, 5, { a: 1, b: 2 })).toBe(0);
  });
});

it('the posterior adds what was seen, and its mean lies between the prior and the data', () => {
  const after = posterior({ a: 2, b: 8 }, { count: 10, total: 20 });
  expect(after).toEqual({ a: 12, b: 18 });
  expect(betaMean(after)).toBe(0.4);
});

describe('the fit by moments', () => {
  it('with equal totals is the textbook solution', () => {
    const counts = [3, 12, 7, 1, 19, 9, 4, 11];
    const n = 20;
    const k = counts.length;
    const mean = counts.reduce((sum, x) => sum + x / n, 0) / k;
    const variance = counts.reduce((sum, x) => sum + (x / n - mean) ** 2, 0) / (k - 1);
    const pq = mean * (1 - mean);
    const rho = (variance - pq / n) / (pq * (1 - 1 / n));
    const fit = fitBetaBinomial(counts.map((count) => ({ count, total: n })));
    if (fit === null) throw new Error('no fit');
    expect(betaMean(fit)).toBeCloseTo(mean, 12);
    expect(1 / (fit.a + fit.b + 1)).toBeCloseTo(rho, 12);
  });

  it('with unequal totals solves the moment equation with weights from a first solution', () => {
    const groups = [2, 30, 9, 5, 0].map((count, i) => ({ count, total: [10, 60, 15, 80, 25][i] ?? 1 }));
    const solve = (weigh: (n: number) => number) => {
      const all = groups.reduce((sum, { total }) => sum + weigh(total), 0);
      const mean = groups.reduce((sum, { count, total }) => sum + (weigh(total) * count) / total, 0) / all;
      const gap = (rho: number) =>
        groups.reduce((sum, { count, total: n }) => {
          const variance = mean * (1 - mean) * (rho + (1 - rho) / n);
          return sum + weigh(n) * ((count / n - mean) ** 2 - (1 - weigh(n) / all) * variance);
        }, 0);
      let [low, high] = [0, 1];
      for (let i = 0; i < 80; i += 1) {
        if (gap((low + high) / 2) > 0) low = (low + high) / 2;
        else high = (low + high) / 2;
      }
      return { mean, rho: low };
    };
    const first = solve((n) => n);
    const second = solve((n) => n / (1 + first.rho * (n - 1)));
    const fit = fitBetaBinomial(groups) ?? { a: Number.NaN, b: Number.NaN };
    expect(betaMean(fit)).toBeCloseTo(second.mean, 10);
    expect(1 / (fit.a + fit.b + 1)).toBeCloseTo(second.rho, 10);
    expect(first.rho).not.toBeCloseTo(second.rho, 2);
  });

  it('finds the shapes that unequal counts were drawn from', () => {
    const random = rng(11);
    const groups = Array.from({ length: 6000 }, () => {
      const total = 12 + Math.floor(random() * 100);
      return { count: drawBinomial(random, total, drawBeta(random, { a: 2, b: 8 })), total };
    });
    const fit = fitBetaBinomial(groups);
    if (fit === null) throw new Error('no fit');
    expect(betaMean(fit)).toBeCloseTo(0.2, 2);
    expect(fit.a + fit.b).toBeGreaterThan(9.2);
    expect(fit.a + fit.b).toBeLessThan(10.8);
  });

  it('fails when shares vary no more than chance, when all or none fail, and with two groups', () => {
    const groups = (counts: number[]) => counts.map((count) => ({ count, total: 20 }));
    expect(fitBetaBinomial(groups([5, 6, 5, 6]))).toBeNull();
    expect(fitBetaBinomial(groups([0, 0, 0]))).toBeNull();
    expect(fitBetaBinomial(groups([20, 20, 20]))).toBeNull();
    expect(fitBetaBinomial(groups([0, 20, 20, 0]))).toBeNull();
    expect(fitBetaBinomial(groups([1, 19]))).toBeNull();
    expect(fitBetaBinomial([1, 0, 1].map((count) => ({ count, total: 1 })))).toBeNull();
    expect(fitBetaBinomial([])).toBeNull();
  });

  it('the common share is all groups taken as one', () => {
    expect(
      commonShare([
        { count: 3, total: 10 },
        { count: 1, total: 30 },
      ]),
    ).toEqual({ a: 4.5, b: 36.5 });
    expect(() => commonShare([])).toThrow('invalid groups: none');
  });
});
