import { expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { rng } from '../../src/stats/rng.ts';

/** Benjamini and Hochberg 1995, section 3.2: thrombolysis in acute myocardial infarction. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

/** The procedure as the paper words it: reject the k smallest, k the largest i with p₍ᵢ₎ ≤ i·α/m. */
function rejected(pValues: readonly number[], alpha: number): Set<number> {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const k = order.findLastIndex(({ p }, i) => p <= ((i + 1) * alpha) / order.length);
  return new Set(order.slice(0, k + 1).map(({ i }) => i));
}

it('rejects four of the fifteen hypotheses of the paper at 5 %', () => {
  const q = benjaminiHochberg(published);
  expect(q.map((value) => value <= 0.05)).toEqual(published.map((_, i) => i < 4));
  expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 14);
  expect(q[4]).toBeCloseTo((0.0201 * 15) / 5, 14);
});

it('q ≤ α is the step-up procedure, for any order of p-values', () => {
  const random = rng(1);
  for (let round = 0; round < 200; round += 1) {
    const pValues = Array.from({ length: 1 + Math.floor(random() * 30) }, () => random() ** 3);
    const q = benjaminiHochberg(pValues);
    for (const alpha of [0.013, 0.05, 0.2]) {
      const set = rejected(pValues, alpha);
      expect(q.map((value) => value <= alpha)).toEqual(pValues.map((_, i) => set.has(i)));
    }
  }
});

it('q is never under p nor over 1, keeps the order of p, and equal p have equal q', () => {
  const random = rng(2);
  const pValues = Array.from({ length: 100 }, () => Math.round(random() * 20) / 20);
  const q = benjaminiHochberg(pValues);
  pValues.forEach((p, i) => {
    expect(q[i]).toBeGreaterThanOrEqual(p);
    expect(q[i]).toBeLessThanOrEqual(1);
    pValues.forEach((other, j) => {
      if (p === other) expect(q[i]).toBe(q[j]);
      if (p < other) expect(q[i]).toBeLessThanOrEqual(q[j] ?? Number.NaN);
    });
  });
});

it('nothing tested gives nothing, one test is its own q', () => {
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow('invalid p-value: NaN');
});
