import { describe, expect, it } from 'vitest';
import { matchedEffect, type Unit } from '../../src/stats/matched-effect.ts';
import { programmeBase, programmeOptions, recovery } from '../../src/stats/simulate/programme.ts';
import { frequency } from '../../src/stats/simulate/tally.ts';

const unit = (id: number, treated: boolean, after: number, changes: Partial<Unit> = {}): Unit => ({
  id: String(id),
  treated,
  context: { wellbeing: id % 7, size: id % 5 },
  before: { count: 200 + (id % 11), total: 1000 },
  after: { count: after, total: 1000 },
  usualBefore: 0.205,
  usualAfter: 0.205,
  ...changes,
});

const population = (effect: number, open = 0): Unit[] =>
  Array.from({ length: 60 }, (_, id) =>
    unit(id, id < 10, 200 + (id % 11) + (id < 10 ? effect : 0), { open }),
  );

describe('the matched effect', () => {
  it('is what was added to the treated, and nothing where nothing was', () => {
    expect(matchedEffect(population(-100), programmeOptions)?.effect).toBeCloseTo(-0.1, 2);
    expect(matchedEffect(population(0), programmeOptions)?.effect).toBeCloseTo(0, 3);
  });

  it('leaves out what the whole population did', () => {
    const easier = population(0).map((one) => ({
      ...one,
      after: { ...one.after, count: one.after.count - 50 },
      usualAfter: 0.155,
    }));
    expect(matchedEffect(easier, programmeOptions)?.effect).toBeCloseTo(0, 3);
  });

  it('widens its interval by what hidden counts leave open', () => {
    const width = (units: Unit[]) => {
      const { low, high } = matchedEffect(units, programmeOptions)?.interval ?? { low: 0, high: 0 };
      return high - low;
    };
    expect(width(population(0, 0.02)) - width(population(0))).toBeCloseTo(0.08, 6);
  });

  it('does not depend on the order of the units', () => {
    const one = matchedEffect(population(-40), programmeOptions);
    const other = matchedEffect(population(-40).toReversed(), programmeOptions);
    expect(other?.effect).toBeCloseTo(one?.effect ?? 1, 9);
    expect(other?.controls).toBe(one?.controls);
  });

  it('is null with one treated unit, or with fewer controls than matches', () => {
    expect(
      matchedEffect(
        population(0).filter(({ id, treated }) => !treated || id === '0'),
        programmeOptions,
      ),
    ).toBeNull();
    expect(matchedEffect(population(0).slice(0, 13), programmeOptions)).toBeNull();
  });

  it('has no result of the second year among what it matches by', () => {
    const chosen = (units: Unit[]) => matchedEffect(units, programmeOptions)?.before.controls;
    const shuffled = population(0).map((one, i) => ({
      ...one,
      after: { ...one.after, count: (i * 37) % 500 },
    }));
    expect(chosen(shuffled)).toBe(chosen(population(0)));
  });
});

describe('in invented regions where the truth is known', () => {
  const regions = 200;
  const cases = (['observed', 'social', 'chance'] as const).flatMap((choice) =>
    [10, 25].map((participants) => ({ ...programmeBase, choice, participants })),
  );

  it.each(cases)(
    '$participants schools chosen by $choice: an effect of 8 points lies in its interval',
    (model) => {
      const { covered, bias } = recovery({ ...model, effect: -0.08 }, regions, 1000);
      expect(frequency(covered)).toBeGreaterThanOrEqual(0.9);
      expect(Math.abs(bias)).toBeLessThan(0.012);
    },
  );

  it.each(cases)('$participants schools chosen by $choice: a placebo shows nothing', (model) => {
    const { fewer, more } = recovery(model, regions, 2000);
    expect(1 - frequency(fewer) - frequency(more)).toBeGreaterThanOrEqual(0.95);
  });

  it.each([-1, 0.6])(
    'a second year whose odds are e to the power of %s leaves the worst neither worse nor better than they are',
    (odds) => {
      const { bias, covered } = recovery({ ...programmeBase, odds }, regions, 4000);
      expect(Math.abs(bias)).toBeLessThan(0.01);
      expect(frequency(covered)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('the plain comparison credits a programme that takes the worst with two points it did not make', () => {
    const { naiveBias, bias } = recovery(programmeBase, regions, 3000);
    expect(naiveBias).toBeLessThan(-0.015);
    expect(Math.abs(bias)).toBeLessThan(Math.abs(naiveBias) / 3);
  });
});
