import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import type { CohortRow } from '../../src/contract/status.ts';
import type { SeriesRow } from '../../src/indicators/change-series.ts';
import { confirm, finalVerdict } from '../../src/indicators/confirm.ts';
import { parameterViews } from '../../src/indicators/parameters.ts';
import { sqlOf } from '../../src/indicators/run.ts';
import { openNative } from '../../src/query/native.ts';
import { newcombe } from '../../src/stats/newcombe.ts';
import { fill, readMethodology, result } from './tables.ts';

const methodology = readMethodology('default');
let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
  for (const view of parameterViews(methodology)) await engine.run(view);
});
afterAll(() => engine.close());

type Rows = Parameters<typeof fill>[2];

async function series(rows: Rows): Promise<SeriesRow[]> {
  await fill(engine, 'results', rows);
  return engine.query<SeriesRow>(sqlOf('dynamics-series'));
}
const region = (year: number, n: number, below: number, changes: Record<string, Cell> = {}) =>
  result('r', year, n, below, { level: 'region', ...changes });

const judge = (rows: SeriesRow[], scatter = false, identified: string[] = []) =>
  confirm(rows, {
    dynamics: { ...methodology.dynamics, scatter },
    identified: new Set(identified),
  });

describe('the change of a series', () => {
  const both = [region(2024, 1000, 200), region(2025, 1000, 250)];

  it('is taken from the year before, and against the region', async () => {
    const [, own] = await series([...both, result('s', 2024, 50, 20), result('s', 2025, 40, 10)]);
    expect(own).toMatchObject({ year: 2025, year_before: 2024, gap_years: 1, reason: null });
    expect(own?.formal_low).toBeCloseTo(0.25 - 0.4, 12);
    expect(own?.relative_high).toBeCloseTo(0.25 - 0.4 - 0.05, 12);
    expect(own?.sharp_worsening).toBe('not-met');
  });

  it('reaches over a year without a comparable session, marked as two years, and not over three', async () => {
    const rows = [2019, 2021, 2024].flatMap((year) => [region(year, 100, 20), result('s', year, 50, 20)]);
    const found = await series(rows);
    expect(found.map(({ year, year_before, gap_years }) => [year, year_before, gap_years])).toEqual([
      [2021, 2019, 2],
      [2021, 2019, 2],
    ]);
  });

  it('never passes over a comparable year in which the school is missing: no-data', async () => {
    const rows = [2023, 2024, 2025].map((year) => region(year, 100, 20));
    const found = await series([...rows, result('s', 2023, 50, 20), result('s', 2025, 50, 20)]);
    expect(found.find(({ level }) => level === 'school')).toMatchObject({
      year: 2025,
      year_before: 2024,
      formal_low: null,
      reason: 'no-data',
    });
  });

  it('never joins two comparability groups', async () => {
    const autumn = { session: 'autumn', comparability: 'autumn-2024' };
    const found = await series([
      region(2024, 100, 30, autumn),
      region(2025, 100, 20),
      result('s', 2024, 50, 20, autumn),
      result('s', 2025, 50, 20),
    ]);
    expect(found).toEqual([]);
  });

  it('of a hidden count is a range, and a rise of ten points or more is sharp', async () => {
    const found = await series([
      ...both,
      result('a', 2024, 20, [1, 2]),
      result('a', 2025, 20, 10),
      result('b', 2024, 20, [1, 2]),
      result('b', 2025, 20, [3, 4]),
      result('c', 2024, 20, 2),
      result('c', 2025, 20, 4),
    ]);
    const [, a, b, c] = found;
    expect([a?.formal_low, a?.formal_high]).toEqual([0.5 - 0.1, 0.5 - 0.05]);
    expect([a?.sharp_worsening, b?.sharp_worsening, c?.sharp_worsening]).toEqual([
      'met',
      'undetermined',
      'met',
    ]);
  });
});

describe('the confirmed change', () => {
  const region2 = [region(2024, 10_000, 2000), region(2025, 10_000, 2000)];
  const school = (id: string, before: number, after: number, changes: Record<string, Cell> = {}) => [
    result(id, 2024, 60, before, changes),
    result(id, 2025, 60, after, changes),
  ];
  const others = Array.from({ length: 12 }, (_, i) => school(`o${i + 10}`, 8 + i, 8 + i)).flat();

  it('of one series has Newcombe’s interval shifted by the region', async () => {
    const rows = await series([...region2, ...others, ...school('s', 30, 8)]);
    const own = judge(rows).find(({ entity_id, grade }) => entity_id === 's' && grade === 5);
    const { low, high } = newcombe({ count: 8, total: 60 }, { count: 30, total: 60 });
    expect(own).toMatchObject({ confirmed: 'improved', strata: 1 });
    expect(own?.interval_low).toBeCloseTo(low, 6);
    expect(own?.interval_high).toBeCloseTo(high, 6);
    expect(own?.q_value).toBeGreaterThanOrEqual(own?.p_value ?? 1);
  });

  it('pools the grades of a subject as grade 0', async () => {
    const six = { grade: 6 };
    const rows = await series([
      ...region2,
      ...region2.map((row) => ({ ...row, ...six })),
      ...others,
      ...others.map((row) => ({ ...row, ...six })),
      ...school('s', 30, 14),
      ...school('s', 20, 10, six),
    ]);
    const pooled = judge(rows).find(({ entity_id, grade }) => entity_id === 's' && grade === 0);
    // Equal sizes, so equal weights: the mean of −16/60 and −10/60.
    expect(pooled).toMatchObject({ strata: 2, participants_low: 120, below_threshold_before_low: 50 });
    expect(pooled?.formal_low).toBeCloseTo(-13 / 60, 6);
    expect(pooled?.relative_low).toBeCloseTo(-13 / 60, 6);
    expect(pooled?.verdict).toBe('improved');
  });

  it('says undetermined where the ends of a range disagree', async () => {
    const rows = await series([
      ...region2,
      ...others,
      ...school('s', 16, 0).map((row, i) =>
        i === 0 ? row : { ...row, below_threshold_low: 2, below_threshold_high: 12 },
      ),
    ]);
    const own = judge(rows).find(({ entity_id, grade }) => entity_id === 's' && grade === 5);
    expect(own?.confirmed).toBe('undetermined');
  });

  it('of a school identified as low needs lens 4 as well: a likely return to the mean is no improvement', async () => {
    const rows = await series([...region2, ...others, ...school('s', 27, 15)]);
    const of = (identified: string[]) =>
      judge(rows, false, identified).find(({ entity_id, grade }) => entity_id === 's' && grade === 5);
    expect(of([])).toMatchObject({ confirmed: 'improved', verdict: 'improved', identified_before: false });
    const picked = of(['s 2024']);
    expect(picked).toMatchObject({ confirmed: 'improved', identified_before: true });
    expect(picked?.excess_low).toBeGreaterThan(picked?.relative_low ?? 0);
    expect(picked?.verdict).toBe(picked?.net === 'improved' ? 'improved' : 'no-clear-change');
  });

  it('words: only "improved" of a picked school is held back', () => {
    expect(finalVerdict('improved', 'no-clear-change', true)).toBe('no-clear-change');
    expect(finalVerdict('improved', 'undetermined', true)).toBe('undetermined');
    expect(finalVerdict('improved', 'improved', true)).toBe('improved');
    expect(finalVerdict('improved', 'no-clear-change', false)).toBe('improved');
    expect(finalVerdict('worsened', 'no-clear-change', true)).toBe('worsened');
  });
});

describe('the cohort', () => {
  it('follows the same children one grade up, or two over a broken year, against the region’s cohort', async () => {
    const rows = [
      [2021, 4],
      [2023, 6],
      [2024, 7],
    ].flatMap(([year = 0, grade = 0], i) => [
      region(year, 100, 20 + 10 * i, { grade }),
      result('s', year, 50, 20, { grade }),
    ]);
    await fill(engine, 'results', rows);
    const found = await engine.query<CohortRow>(sqlOf('cohorts'));
    const own = found.filter(({ level }) => level === 'school');
    expect(own.map((row) => [row.year_before, row.grade_before, row.year, row.grade])).toEqual([
      [2021, 4, 2023, 6],
      [2023, 6, 2024, 7],
    ]);
    for (const row of own) {
      expect(row.formal_low).toBe(0);
      expect(row.relative_low).toBeCloseTo(-0.1, 12);
    }
  });
});
