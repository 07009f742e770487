import { expect, it } from 'vitest';
import { change, pooledChange } from '../../src/stats/change.ts';
import {
  changeRange,
  type ProportionRange,
  pooledChangeRange,
  type SeriesRange,
} from '../../src/stats/change-range.ts';
import { type Rng, rng } from '../../src/stats/rng.ts';
import type { Interval } from '../../src/stats/wilson.ts';

const options = { practicalEffect: 0.03, confidence: 0.95 };
const exact = (value: number): Interval => ({ low: value, high: value });
const shares = (low: number, high: number, total: number): ProportionRange => ({
  count: { low, high },
  total: exact(total),
});

const integer = (random: Rng, { low, high }: Interval) => low + Math.floor(random() * (high - low + 1));
const within = ({ low, high }: Interval, value: number) => value >= low - 1e-12 && value <= high + 1e-12;

function drawRange(random: Rng): SeriesRange {
  const proportion = (): ProportionRange => {
    const total = 10 + Math.floor(random() * 60);
    const low = Math.floor(random() * (total - 4));
    return shares(low, low + Math.floor(random() * 5), total);
  };
  const shift = random() * 0.1 - 0.05;
  return { before: proportion(), after: proportion(), shift: { low: shift, high: shift + random() * 0.02 } };
}

/** A table that the ranges allow. */
function drawTable(random: Rng, { before, after, shift }: SeriesRange) {
  const proportion = ({ count, total }: ProportionRange) => ({
    count: integer(random, count),
    total: integer(random, total),
  });
  const moved = shift.low + (shift.high - shift.low) * random();
  return { before: proportion(before), after: proportion(after), shift: moved };
}

it('exact counts give the plain change', () => {
  const range = changeRange(
    { before: shares(20, 20, 50), after: shares(9, 9, 60), shift: exact(0.02) },
    options,
  );
  const plain = change(
    { before: { count: 20, total: 50 }, after: { count: 9, total: 60 }, shift: 0.02 },
    options,
  );
  expect(range.relative).toEqual(exact(plain.relative));
  expect(range.interval).toEqual(plain.interval);
  expect(range.pValue).toBe(plain.pValue);
  expect(range.verdict).toBe('improved');
});

it('a hidden count whose ends disagree is undetermined, not "no clear change"', () => {
  const hidden = { before: shares(9, 20, 40), after: shares(5, 5, 40), shift: exact(0) };
  expect(changeRange(hidden, options).verdict).toBe('undetermined');
  const small = { before: shares(1, 2, 40), after: shares(1, 2, 40), shift: exact(0) };
  expect(changeRange(small, options)).toMatchObject({ verdict: 'no-clear-change', pValue: 1 });
});

it('every table between the ends has the verdict of the ends and a p-value no larger', () => {
  const random = rng(21);
  const seen = new Set<string>();
  for (let round = 0; round < 1500; round += 1) {
    const series = drawRange(random);
    const range = changeRange(series, options);
    seen.add(range.verdict);
    for (let i = 0; i < 5; i += 1) {
      const table = change(drawTable(random, series), options);
      if (range.verdict !== 'undetermined') expect(table.verdict).toBe(range.verdict);
      expect(within(range.relative, table.relative)).toBe(true);
      expect(within(range.formal, table.formal)).toBe(true);
      expect(table.pValue).toBeLessThanOrEqual(range.pValue + 1e-12);
      expect(within(range.interval, table.interval.low)).toBe(true);
      expect(within(range.interval, table.interval.high)).toBe(true);
    }
  }
  expect([...seen].sort()).toEqual(['improved', 'no-clear-change', 'undetermined', 'worsened']);
});

it('so it is for pooled series with exact totals', () => {
  const random = rng(22);
  const seen = new Set<string>();
  for (let round = 0; round < 800; round += 1) {
    const series = [drawRange(random), drawRange(random), drawRange(random)];
    const range = pooledChangeRange(series, options);
    seen.add(range.verdict);
    for (let i = 0; i < 5; i += 1) {
      const table = pooledChange(
        series.map((one) => drawTable(random, one)),
        options,
      );
      if (range.verdict !== 'undetermined') expect(table.verdict).toBe(range.verdict);
      expect(within(range.interval, table.interval.low)).toBe(true);
      expect(within(range.interval, table.interval.high)).toBe(true);
    }
  }
  expect(seen.size).toBe(4);
});

it('a count that cannot exceed the smaller total is cut to it', () => {
  const rounded: ProportionRange = { count: { low: 8, high: 12 }, total: { low: 10, high: 14 } };
  const range = changeRange({ before: shares(5, 5, 10), after: rounded, shift: exact(0) }, options);
  expect(range.formal).toEqual({ low: 8 / 14 - 0.5, high: 0.5 });
});
