import { expect, it } from 'vitest';
import { boundarySpike } from '../../src/stats/boundary-spike.ts';
import { rng } from '../../src/stats/rng.ts';

const straight = [0, 2, 4, 6, 8, 10, 12, 14];

it('a straight distribution has no surplus at any score', () => {
  for (let boundary = 1; boundary < straight.length - 1; boundary += 1) {
    const spike = boundarySpike(straight, boundary);
    expect(spike?.surplus).toBe(0);
    expect(spike?.z).toBeCloseTo(0, 14);
    expect(spike?.pValue).toBeGreaterThan(0.4);
  }
});

it('three pupils lifted over the boundary raise the surplus by four and a half', () => {
  const lifted = [0, 2, 4, 3, 11, 10, 12, 14];
  expect(boundarySpike(lifted, 4)?.surplus).toBe(4.5);
});

it('twelve of twenty at the boundary agrees with SciPy: z and exact tail', () => {
  const spike = boundarySpike([30, 3, 12, 5], 2);
  expect(spike?.expected).toBe(4);
  expect(spike?.z).toBeCloseTo((12 - 20 / 3) / Math.sqrt(40 / 9), 12);
  expect(spike?.pValue).toBeCloseTo(0.012973296825300327, 12);
  expect(spike?.informative).toBe(true);
});

it('is informative from fifty participants, absent under twenty', () => {
  expect(boundarySpike([4, 5, 5, 5], 2)).toBeNull();
  expect(boundarySpike([5, 5, 5, 5], 2)?.informative).toBe(false);
  expect(boundarySpike([34, 5, 5, 5], 2)?.informative).toBe(false);
  expect(boundarySpike([35, 5, 5, 5], 2)?.informative).toBe(true);
});

it('says nothing when nobody is near the boundary, and refuses one at the end of the scale', () => {
  expect(boundarySpike([60, 0, 0, 0], 2)).toBeNull();
  expect(() => boundarySpike([10, 10, 10], 2)).toThrow('invalid boundary: 2');
  expect(() => boundarySpike([10, 10, 10], 0)).toThrow('invalid boundary: 0');
  expect(() => boundarySpike([10, -1, 20], 1)).toThrow('invalid score distribution');
});

it('grows with the count at the boundary', () => {
  let last = boundarySpike([40, 6, 0, 6], 2);
  for (let at = 1; at < 30; at += 1) {
    const next = boundarySpike([40, 6, at, 6], 2);
    expect(next?.z).toBeGreaterThan(last?.z ?? Infinity);
    expect(next?.pValue).toBeLessThan(last?.pValue ?? -Infinity);
    last = next;
  }
});

it('honest bell-shaped scores are called a spike at 5 % in at most 5 % of schools of eighty', () => {
  const random = rng(7);
  let found = 0;
  for (let school = 0; school < 2000; school += 1) {
    const counts = new Array<number>(21).fill(0);
    for (let pupil = 0; pupil < 80; pupil += 1) {
      let score = 0;
      for (let task = 0; task < 20; task += 1) if (random() < 0.5) score += 1;
      counts[score] = (counts[score] ?? 0) + 1;
    }
    if ((boundarySpike(counts, 8)?.pValue ?? 1) <= 0.05) found += 1;
  }
  expect(found / 2000).toBeLessThan(0.06);
  expect(found / 2000).toBeGreaterThan(0.01);
});
