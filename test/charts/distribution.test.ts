import { expect, it } from 'vitest';
import { barsOf, distribution } from '../../src/charts/distribution.ts';
import { document, expectReference } from './reference.ts';

const values = [0, 4.9, 5, 12, 12.4, 30, 30, 31, 55, 100];
const input = {
  ...{ values, step: 5, x: 'не преодолели порог, %', y: 'школ' },
  ...{ range: { from: 10, to: 40 }, lines: [30], domain: [0, 100] as const },
};

it('a value on an edge belongs to the bar above, the greatest to the last bar', () => {
  const counts = barsOf(input).map(({ count }) => count);
  expect(counts.slice(0, 3)).toEqual([2, 1, 2]);
  expect(counts[6]).toBe(3);
  expect(counts.at(-1)).toBe(1);
  expect(counts.reduce((a, b) => a + b)).toBe(values.length);
  const tenths = barsOf({ values: [0.3, 0.7], step: 0.1, domain: [0, 1] }).map(({ count }) => count);
  expect([tenths[3], tenths[7]]).toEqual([1, 1]);
});

it('draws the chosen part dark', () => {
  for (const width of [340, 520])
    expectReference(
      distribution(input, { document, width, lang: 'ru', label: 'Распределение' }),
      `distribution-${width}`,
    );
});
