import { describe, expect, it } from 'vitest';
import { rng } from '../../../src/stats/rng.ts';
import { coverage } from '../../../src/stats/simulate/coverage.ts';
import { figures } from '../../../src/stats/simulate/figures.ts';
import { inflatedByChance } from '../../../src/stats/simulate/inflated.ts';
import { drawRegion, plain, type School } from '../../../src/stats/simulate/model.ts';
import { power } from '../../../src/stats/simulate/power.ts';
import { afterSelection } from '../../../src/stats/simulate/selection.ts';
import { markdownTable, percent } from '../../../src/stats/simulate/table.ts';
import { frequency, tally } from '../../../src/stats/simulate/tally.ts';

const seed = 70_001;
const groups = {
  all: () => true,
  small: ({ size }: School) => size < 25,
  large: ({ size }: School) => size >= 60,
};

describe('where the assumptions hold', () => {
  const found = coverage(plain, 60, groups, seed);

  it.each(['all', 'small', 'large'])('lens 3 covers the truth in 93–97 % of %s schools', (name) => {
    const { single, pooled } = found.get(name) ?? {};
    for (const outcome of [single, pooled]) {
      const share = frequency(outcome?.covered ?? tally());
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
  });

  it('calls improved at most 5 % of schools without a true relative change, and some', () => {
    for (const { single, pooled } of found.values()) {
      for (const outcome of [single, pooled]) {
        expect(frequency(outcome.improved)).toBeLessThan(0.05);
        expect(frequency(outcome.improved)).toBeGreaterThan(0.005);
        expect(frequency(outcome.significant)).toBeLessThan(0.07);
      }
    }
  });

  it('covers as well when a third of the weaker schools truly improve', () => {
    const changed = coverage({ ...plain, changed: { part: 0.3, effect: -0.1 } }, 60, groups, seed).get('all');
    for (const outcome of [changed?.single, changed?.pooled]) {
      const share = frequency(outcome?.covered ?? tally());
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
  });
});

describe('where cohorts differ by 5 points', () => {
  const drift = { ...plain, drift: 0.05 };

  it('plain intervals are too narrow', () => {
    expect(frequency(coverage(drift, 30, groups, seed).get('all')?.pooled.covered ?? tally())).toBeLessThan(
      0.9,
    );
  });

  it('intervals widened by the scatter of the region cover again', () => {
    const widened = coverage(drift, 30, groups, seed, true).get('all');
    for (const outcome of [widened?.single, widened?.pooled]) {
      const share = frequency(outcome?.covered ?? tally());
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
  });
});

it('power grows with size, effect and the number of series', () => {
  const cells = power(150, seed);
  const at = (size: number, effect: number) => {
    const cell = cells.find((one) => one.size === size && one.effect === effect);
    return { single: frequency(cell?.single ?? tally()), pooled: frequency(cell?.pooled ?? tally()) };
  };
  expect(at(100, -0.15).pooled).toBeGreaterThan(0.95);
  expect(at(100, -0.15).single).toBeGreaterThan(0.5);
  expect(at(12, -0.15).single).toBeLessThan(0.25);
  expect(at(100, -0.1).single).toBeGreaterThan(at(25, -0.1).single);
  expect(at(50, -0.15).pooled).toBeGreaterThan(at(50, -0.05).pooled);
  expect(at(50, -0.1).pooled).toBeGreaterThan(at(50, -0.1).single + 0.3);
});

describe('schools picked because 30 % or more failed, none of which changed', () => {
  const found = afterSelection(plain, 100, 0.3, seed);

  it('look better next year far more often than every other time', () => {
    expect(frequency(found.formal)).toBeGreaterThan(0.57);
    expect(frequency(found.relative)).toBeGreaterThan(0.6);
  });

  it('are called improved by lens 4 in at most 2.5 % of cases, twice as often by lens 3', () => {
    expect(frequency(found.net)).toBeLessThan(0.025);
    expect(frequency(found.confirmed)).toBeGreaterThan(2 * frequency(found.net));
    expect(frequency(found.netNone)).toBeGreaterThan(frequency(found.net));
  });

  it('are called so twice as often when cohorts differ, unless the scatter is allowed for', () => {
    const drift = afterSelection({ ...plain, drift: 0.05 }, 100, 0.3, seed);
    expect(frequency(drift.net)).toBeGreaterThan(0.04);
    expect(frequency(drift.netWidened)).toBeLessThan(0.035);
    expect(frequency(found.netWidened)).toBeLessThanOrEqual(frequency(found.netCommon));
  });

  it('need the common share as a prior when schools hardly differ and the fit fails', () => {
    const alike = afterSelection({ ...plain, prior: { a: 530, b: 1430 } }, 100, 0.3, seed);
    expect(frequency(alike.failedFits)).toBeGreaterThan(0.2);
    expect(frequency(alike.net)).toBeGreaterThan(frequency(alike.netCommon));
    expect(frequency(alike.netCommon)).toBeLessThan(0.025);
    expect(frequency(alike.confirmed)).toBeGreaterThan(0.05);
  });
});

it('true relative changes of a region without change are nothing but rounding of the region’s mean', () => {
  const region = drawRegion(rng(seed), plain);
  expect(region).toHaveLength(100);
  for (const { series } of region) {
    expect(series).toHaveLength(5);
    for (const { truth } of series) expect(Math.abs(truth)).toBeLessThan(0.005);
  }
});

it('the same seed gives the same figures', () => {
  expect(figures(2, 5)).toBe(figures(2, 5));
  expect(figures(2, 5)).not.toBe(figures(2, 6));
});

it('a table is Markdown, and a tally without trials is a dash', () => {
  expect(markdownTable(['a', 'b'], [['x', '1']])).toBe('| a | b |\n|---|---:|\n| x | 1 |');
  expect(percent({ hits: 1, trials: 8 })).toBe('12.5 %');
  expect(percent(tally())).toBe('–');
});

describe('the marker of an inflated mean, where nobody inflates', () => {
  const share = (between: number) => frequency(inflatedByChance(between, 40, seed).all ?? tally());

  it('marks about 2 % where schools are alike', () => {
    expect(share(0)).toBeGreaterThan(0.01);
    expect(share(0)).toBeLessThan(0.03);
  });

  it('marks a fifth to a third where schools differ as usual: the words of the school’s page', () => {
    expect(share(0.4)).toBeGreaterThan(0.19);
    expect(share(0.8)).toBeLessThan(0.35);
  });
});
