import { describe, expect, it } from 'vitest';
import { newcombe } from '../../src/stats/newcombe.ts';

/** Newcombe 1998, "…comparison of eleven methods", table II, method 10. */
const published = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

const z = 1.959963984540054;

/** The ends of |x/n − t| = z·√(t(1 − t)/n) found by bisection, where the code solves a quadratic. */
function score(x: number, n: number): [number, number] {
  const p = x / n;
  const outside = (t: number) => (p - t) ** 2 > (z * z * t * (1 - t)) / n;
  const search = (away: number) => {
    let [out, inside] = [away, p];
    for (let i = 0; i < 200; i += 1) {
      const middle = (out + inside) / 2;
      if (outside(middle)) out = middle;
      else inside = middle;
    }
    return inside;
  };
  return [x === 0 ? 0 : search(0), x === n ? 1 : search(1)];
}

function independent(x1: number, n1: number, x2: number, n2: number): [number, number] {
  const [l1, u1] = score(x1, n1);
  const [l2, u2] = score(x2, n2);
  const [p1, p2] = [x1 / n1, x2 / n2];
  return [
    p1 - p2 - Math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
    p1 - p2 + Math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
  ];
}

const of = (x1: number, n1: number, x2: number, n2: number) =>
  newcombe({ count: x1, total: n1 }, { count: x2, total: n2 });

describe("Newcombe's hybrid score interval", () => {
  it.each(published)('of %i/%i − %i/%i is %d to %d, as published', (x1, n1, x2, n2, low, high) => {
    const interval = of(x1, n1, x2, n2);
    expect(interval.low.toFixed(4)).toBe(low.toFixed(4));
    expect(interval.high.toFixed(4)).toBe(high.toFixed(4));
  });

  it('agrees with score bounds found by bisection', () => {
    for (const [x1, n1, x2, n2] of published) {
      const [low, high] = independent(x1, n1, x2, n2);
      expect(of(x1, n1, x2, n2).low).toBeCloseTo(low, 9);
      expect(of(x1, n1, x2, n2).high).toBeCloseTo(high, 9);
    }
  });

  it('holds the difference, stays inside −1…1 and mirrors when the samples change places', () => {
    for (let x1 = 0; x1 <= 12; x1 += 1) {
      for (let x2 = 0; x2 <= 17; x2 += 1) {
        const { low, high } = of(x1, 12, x2, 17);
        expect(low).toBeLessThanOrEqual(x1 / 12 - x2 / 17);
        expect(high).toBeGreaterThanOrEqual(x1 / 12 - x2 / 17);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(of(x2, 17, x1, 12).low).toBeCloseTo(-high, 14);
      }
    }
  });

  it('rises with the first count and falls with the second', () => {
    for (let x = 0; x < 25; x += 1) {
      for (const other of [0, 3, 20, 40]) {
        expect(of(x + 1, 25, other, 40).low).toBeGreaterThan(of(x, 25, other, 40).low);
        expect(of(x + 1, 25, other, 40).high).toBeGreaterThan(of(x, 25, other, 40).high);
        expect(of(other, 40, x + 1, 25).high).toBeLessThan(of(other, 40, x, 25).high);
      }
    }
  });

  it('refuses more failures than participants', () => {
    expect(() => of(5, 4, 1, 4)).toThrow('invalid proportion: 5 of 4');
    expect(() => of(1, 4, 0, 0)).toThrow('invalid proportion: 0 of 0');
    expect(() => of(Number.NaN, 4, 0, 4)).toThrow('invalid proportion: NaN of 4');
  });
});
