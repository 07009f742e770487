import { describe, expect, it } from 'vitest';
import { change, pooledChange } from '../../src/stats/change.ts';
import { newcombe } from '../../src/stats/newcombe.ts';
import { rng } from '../../src/stats/rng.ts';
import { verdict } from '../../src/stats/verdict.ts';

const options = { practicalEffect: 0.03, confidence: 0.95 };
const series = (x0: number, n0: number, x1: number, n1: number, shift = 0) => ({
  before: { count: x0, total: n0 },
  after: { count: x1, total: n1 },
  shift,
});

describe('a verdict', () => {
  it('needs an interval clear of 0 and a change that matters', () => {
    expect(verdict(-0.1, { low: -0.2, high: -0.01 }, 0.03)).toBe('improved');
    expect(verdict(0.1, { low: 0.01, high: 0.2 }, 0.03)).toBe('worsened');
    expect(verdict(-0.1, { low: -0.2, high: 0 }, 0.03)).toBe('no-clear-change');
    expect(verdict(-0.02, { low: -0.03, high: -0.01 }, 0.03)).toBe('no-clear-change');
  });

  it('counts a change of exactly the practical effect, whatever binary fractions make of it', () => {
    expect(0.32 - 0.35).toBeGreaterThan(-0.03);
    expect(verdict(0.32 - 0.35, { low: -0.04, high: -0.02 }, 0.03)).toBe('improved');
    expect(verdict(0.35 - 0.32, { low: 0.02, high: 0.04 }, 0.03)).toBe('worsened');
  });
});

describe('the change of one series', () => {
  it('subtracts the region’s change from the difference and from its interval', () => {
    const found = change(series(48, 80, 56, 70, 0.05), options);
    expect(found.formal).toBeCloseTo(0.2, 14);
    expect(found.relative).toBeCloseTo(0.15, 14);
    expect(found.interval.low.toFixed(4)).toBe('0.0024');
    expect(found.interval.high.toFixed(4)).toBe('0.2839');
    expect(found.verdict).toBe('worsened');
  });

  it('a fall that the whole region shares is no clear change', () => {
    expect(change(series(40, 100, 20, 100), options).verdict).toBe('improved');
    expect(change(series(40, 100, 20, 100, -0.15), options).verdict).toBe('no-clear-change');
  });

  it('the p-value is under 5 % exactly when the interval leaves 0 out', () => {
    const random = rng(3);
    for (let round = 0; round < 3000; round += 1) {
      const n0 = 5 + Math.floor(random() * 60);
      const n1 = 5 + Math.floor(random() * 60);
      const x0 = Math.floor(random() * (n0 + 1));
      const x1 = Math.floor(random() * (n1 + 1));
      const { interval, pValue } = change(series(x0, n0, x1, n1, random() * 0.2 - 0.1), options);
      expect(pValue >= 0 && pValue <= 1).toBe(true);
      expect(pValue < 0.05).toBe(interval.low > 0 || interval.high < 0);
    }
  });

  it('the p-value is near the one found by widening the interval until it meets 0', () => {
    const { pValue } = change(series(30, 80, 15, 80), options);
    let [low, high] = [0, 10];
    for (let i = 0; i < 60; i += 1) {
      const z = (low + high) / 2;
      if (newcombe({ count: 15, total: 80 }, { count: 30, total: 80 }, z).high < 0) low = z;
      else high = z;
    }
    let tail = 0;
    for (let x = low; x < 12; x += 1e-4) tail += (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * 1e-4;
    expect(pValue).toBeCloseTo(2 * tail, 3);
  });

  it('no difference at all has p = 1, and time turned back mirrors everything', () => {
    expect(change(series(0, 20, 0, 20), options).pValue).toBe(1);
    const there = change(series(20, 50, 9, 60, 0.02), options);
    const back = change(series(9, 60, 20, 50, -0.02), options);
    expect(back.relative).toBeCloseTo(-there.relative, 14);
    expect(back.interval.low).toBeCloseTo(-there.interval.high, 14);
    expect(back.pValue).toBeCloseTo(there.pValue, 14);
    expect([there.verdict, back.verdict]).toEqual(['improved', 'worsened']);
  });

  it('a greater confidence widens the interval', () => {
    const usual = change(series(20, 50, 9, 60), options).interval;
    const wide = change(series(20, 50, 9, 60), { ...options, confidence: 0.99 }).interval;
    expect(wide.low).toBeLessThan(usual.low);
    expect(wide.high).toBeGreaterThan(usual.high);
  });
});

describe('the pooled change', () => {
  const grades = [series(14, 40, 9, 42, 0.01), series(12, 38, 8, 40), series(15, 41, 8, 39, -0.01)];

  it('confirms what no single series does', () => {
    expect(grades.map((grade) => change(grade, options).verdict)).toEqual(
      grades.map(() => 'no-clear-change'),
    );
    const found = pooledChange(grades, options);
    expect(found.verdict).toBe('improved');
    expect(found.pValue).toBeLessThan(0.05);
    expect(found.interval.high).toBeLessThan(0);
  });

  it('its p-value agrees with its interval', () => {
    const random = rng(4);
    for (let round = 0; round < 500; round += 1) {
      const drawn = [1, 2, 3].map(() =>
        series(Math.floor(random() * 21), 20, Math.floor(random() * 31), 30, random() * 0.1 - 0.05),
      );
      const { interval, pValue, relative } = pooledChange(drawn, options);
      expect(pValue < 0.05).toBe(interval.low > 0 || interval.high < 0);
      expect(interval.low).toBeLessThan(relative);
    }
  });
});
