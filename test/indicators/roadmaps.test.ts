import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { occurrences, type Scheduled } from '../../src/indicators/roadmap-occurrences.ts';
import { storeRoadmaps } from '../../src/indicators/roadmaps.ts';
import { openNative } from '../../src/query/native.ts';
import { fill } from './tables.ts';

const plain: Scheduled = {
  ...{ starts: null, ends: null, on_dates: null, recurrence: 'once', every_months: null, due_day: null },
  dated: null,
};
const dates = (changes: Partial<Scheduled>) =>
  occurrences({ ...plain, ...changes }).map(({ opens, due }) => `${opens}/${due}`);

describe('the times that an activity falls due', () => {
  it('a deadline runs from the day of the order, never from after itself', () => {
    expect(dates({ ends: '2024-12-01', dated: '2024-02-16' })).toEqual(['2024-02-16/2024-12-01']);
    expect(dates({ ends: '2024-01-31', dated: '2024-02-16' })).toEqual(['2024-01-31/2024-01-31']);
  });

  it('monthly by the 10th is due in the next month, also in January', () => {
    const found = dates({ recurrence: 'monthly', starts: '2021-01-01', ends: '2021-12-31', due_day: 10 });
    expect([found[0], found.at(-1), found.length]).toEqual([
      '2021-01-01/2021-02-10',
      '2021-12-01/2022-01-10',
      12,
    ]);
  });

  it('by the 31st is due on the last day of a shorter month', () => {
    const found = dates({ recurrence: 'monthly', starts: '2024-01-01', ends: '2024-01-31', due_day: 31 });
    expect(found).toEqual(['2024-01-01/2024-02-29']);
  });

  it('every two months is due six times a year, at the end of each pair', () => {
    expect(
      dates({ recurrence: 'monthly', every_months: 2, starts: '2024-01-01', ends: '2024-12-31' }).map((one) =>
        one.slice(11),
      ),
    ).toEqual(['2024-02-29', '2024-04-30', '2024-06-30', '2024-08-31', '2024-10-31', '2024-12-31']);
  });

  it('quarters are those of the calendar, cut by the road map', () => {
    expect(dates({ recurrence: 'quarterly', starts: '2024-02-16', ends: '2024-12-31' })).toEqual([
      '2024-02-16/2024-03-31',
      '2024-04-01/2024-06-30',
      '2024-07-01/2024-09-30',
      '2024-10-01/2024-12-31',
    ]);
  });

  it('April of each year is April of each year, and a winter may run into the next one', () => {
    expect(dates({ recurrence: 'yearly', starts: '2023-04-01', ends: '2025-04-30' })).toEqual([
      '2023-04-01/2023-04-30',
      '2024-04-01/2024-04-30',
      '2025-04-01/2025-04-30',
    ]);
    expect(dates({ recurrence: 'yearly', starts: '2023-11-01', ends: '2025-02-28' })).toEqual([
      '2023-11-01/2024-02-28',
      '2024-11-01/2025-02-28',
    ]);
  });

  it('are in order, and none opens after it is due', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    const recurrence = fc.constantFrom('once', 'monthly', 'quarterly', 'yearly', 'throughout' as const);
    fc.assert(
      fc.property(
        day,
        day,
        recurrence,
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 31 })),
        (a, b, how, every_months, due_day) => {
          const [starts, ends] = a < b ? [a, b] : [b, a];
          const found = occurrences({
            ...plain,
            starts,
            ends,
            recurrence: how as Scheduled['recurrence'],
            every_months,
            due_day,
          });
          for (const [i, { opens, due }] of found.entries()) {
            expect(opens <= due).toBe(true);
            expect(i === 0 || (found[i - 1]?.opens ?? '') < opens).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('states on a day', () => {
  let engine: Engine;
  const own = (item: string, changes: object) => ({
    roadmap_id: 'own',
    item,
    position: 1,
    level: 'region',
    title: item,
    recurrence: 'once',
    period_basis: 'stated',
    ...changes,
  });
  const share = (year: number, value: number) => ({
    indicator_id: 'parents-involved',
    level: 'region',
    entity_id: 'r',
    year,
    dimension: '',
    numerator_low: Math.round(1000 * value),
    numerator_high: Math.round(1000 * value),
    denominator_low: 1000,
    denominator_high: 1000,
    value_low: value,
    value_high: value,
  });

  beforeAll(async () => {
    engine = await openNative();
    await fill(engine, 'roadmap_sources', [
      { roadmap_id: 'own', title: 'own', starts: '2024-01-01', ends: '2024-12-31', origin: 'own' },
      { roadmap_id: 'order', title: 'order', starts: '2024-01-01', ends: '2024-12-31', origin: 'order' },
      { roadmap_id: 'chosen', title: 'chosen', starts: '2024-01-01', ends: '2024-12-31', origin: 'chosen' },
    ]);
    const parents = { ends: '2024-06-30', indicator_id: 'parents-involved', target: 60, target_unit: '%' };
    await fill(engine, 'roadmaps', [
      own('deadline', { ends: '2024-06-30' }),
      own('window', { starts: '2024-05-01', ends: '2024-05-31' }),
      own('monthly', { recurrence: 'monthly', starts: '2024-01-01', ends: '2024-12-31', due_day: 10 }),
      own('plan', { recurrence: 'on-demand', period_basis: 'text-only' }),
      own('finished', { ends: '2024-06-30', done_on: '2024-03-01' }),
      own('parents', parents),
      { ...own('parents', parents), roadmap_id: 'order' },
      { ...own('parents', parents), roadmap_id: 'chosen' },
    ]);
    await fill(engine, 'monitoring', [share(2023, 0.4), share(2024, 0.61)]);
  });
  afterAll(() => engine.close());

  const states = async (day: string) => {
    await storeRoadmaps(engine, day);
    const rows = await engine.query<Record<string, string>>(
      `SELECT roadmap_id, item, state, CAST(next_due AS VARCHAR) AS next_due FROM roadmap_states ORDER BY roadmap_id, item`,
    );
    return Object.fromEntries(
      rows.map((one) => [
        `${one.roadmap_id} ${one.item}`,
        [one.state, one.next_due].filter(Boolean).join(' '),
      ]),
    );
  };

  it('the last day of a time is not over; the day after it is', async () => {
    expect((await states('2024-06-30'))['own deadline']).toBe('due 2024-06-30');
    expect((await states('2024-07-01'))['own deadline']).toBe('overdue');
    expect((await states('2024-04-30'))['own window']).toBe('upcoming 2024-05-31');
    expect((await states('2024-05-01'))['own window']).toBe('due 2024-05-31');
  });

  it('a monthly report has its next date until the last one is over', async () => {
    expect((await states('2024-02-10'))['own monthly']).toBe('recurring 2024-02-10');
    expect((await states('2024-02-11'))['own monthly']).toBe('recurring 2024-03-10');
    expect((await states('2025-01-11'))['own monthly']).toBe('overdue');
  });

  it('a recorded result ends it from its day on; a plan without dates has no state', async () => {
    expect((await states('2024-02-28'))['own finished']).toBe('due 2024-06-30');
    expect((await states('2024-12-31'))['own finished']).toBe('done');
    expect((await states('2024-12-31'))['own plan']).toBe('no-date');
  });

  it('observations answer for this region’s own road map, never for the order of another region', async () => {
    const found = await states('2024-12-31');
    expect(found['own parents']).toBe('done');
    expect(found['order parents']).toBe('overdue');
    // An order that the region names as its own is compared: expected 60 %, observed 61 %.
    expect(found['chosen parents']).toBe('done');
    expect(
      await engine.query(
        `SELECT CAST(actual AS DOUBLE) AS actual, actual_year, reached FROM roadmap_states WHERE roadmap_id = 'chosen'`,
      ),
    ).toEqual([{ actual: 61, actual_year: 2024, reached: true }]);
    expect((await states('2023-12-31'))['own parents']).toBe('upcoming 2024-06-30');
  });
});
