import { expect, it } from 'vitest';
import { studentQuantile } from '../../src/stats/student-quantile.ts';

it.each([
  [0.05, 1, 12.7062],
  [0.05, 2, 4.30265],
  [0.05, 3, 3.18245],
  [0.05, 4, 2.77645],
  [0.05, 5, 2.57058],
  [0.05, 10, 2.22814],
  [0.02, 8, 2.89646],
  [0.02, 14, 2.62449],
  [0.01, 30, 2.75],
  [0.1, 60, 1.67065],
  [0.05, 1000, 1.96234],
])('two-sided %f with %i degrees of freedom as in tables', (tail, freedom, value) => {
  expect(studentQuantile(tail, freedom)).toBeCloseTo(value, freedom < 5 ? 2 : 4);
});

it('nears the normal quantile, grows with fewer degrees, and refuses what is no probability', () => {
  expect(studentQuantile(0.05, 1e7)).toBeCloseTo(1.959964, 5);
  for (let freedom = 1; freedom < 60; freedom += 1)
    expect(studentQuantile(0.02, freedom)).toBeGreaterThan(studentQuantile(0.02, freedom + 1));
  expect(() => studentQuantile(0, 5)).toThrow(RangeError);
  expect(() => studentQuantile(0.05, 0.5)).toThrow(RangeError);
});
