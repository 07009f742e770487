import { expect, it } from 'vitest';
import { binomialUpperTail, logBinomial } from '../../src/stats/binomial.ts';
import { logBeta, logChoose } from '../../src/stats/log-beta.ts';
import { logGamma } from '../../src/stats/log-gamma.ts';

/** From mpmath with 40 digits. */
const published = [
  [0.01, 4.599479878042022],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [3.7, 1.428072326665388],
  [10.25, 13.368023671476045],
  [100, 359.1342053695754],
  [1234.5, 7550.550901077895],
] as const;

it.each(published)('ln Γ(%d) is %d', (x, truth) => {
  expect(Math.abs(logGamma(x) - truth)).toBeLessThan(1e-13 * Math.max(1, Math.abs(truth)));
});

it('Γ(n) is the factorial of n − 1, and Γ(x + 1) is x·Γ(x)', () => {
  let factorial = 1;
  for (let n = 1; n < 20; n += 1) {
    expect(Math.exp(logGamma(n)) / factorial).toBeCloseTo(1, 12);
    factorial *= n;
  }
  for (let x = 0.05; x < 50; x += 0.13) {
    expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 11);
  }
});

it('the beta function is symmetric and equals its integral', () => {
  expect(logBeta(2.5, 7)).toBe(logBeta(7, 2.5));
  let area = 0;
  const steps = 100_000;
  for (let i = 0; i < steps; i += 1) {
    const t = (i + 0.5) / steps;
    area += (t ** 1.5 * (1 - t) ** 6) / steps;
  }
  expect(Math.exp(logBeta(2.5, 7))).toBeCloseTo(area, 8);
});

it("the binomial coefficients are Pascal's triangle", () => {
  for (let n = 1; n < 40; n += 1) {
    for (let k = 1; k <= n; k += 1) {
      const sum = Math.exp(logChoose(n - 1, k - 1)) + (k < n ? Math.exp(logChoose(n - 1, k)) : 0);
      expect(Math.exp(logChoose(n, k)) / sum).toBeCloseTo(1, 11);
    }
  }
});

it('binomial tails agree with SciPy and with the coin', () => {
  expect(binomialUpperTail(12, 20, 1 / 3)).toBeCloseTo(0.012973296825300327, 13);
  expect(binomialUpperTail(3, 3, 0.5)).toBeCloseTo(0.125, 14);
  expect(binomialUpperTail(0, 5, 0.2)).toBe(1);
  expect(binomialUpperTail(6, 5, 0.2)).toBe(0);
  expect(Math.exp(logBinomial(0, 5, 0))).toBe(1);
  expect(Math.exp(logBinomial(5, 5, 1))).toBe(1);
});

it('refuses what is not defined', () => {
  expect(() => logGamma(0)).toThrow('invalid argument of the gamma function: 0');
  expect(() => logChoose(3, 4)).toThrow('invalid choice: 4 of 3');
  expect(() => logBinomial(1, 2, -0.1)).toThrow('invalid probability: -0.1');
});
