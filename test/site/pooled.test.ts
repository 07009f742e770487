import { describe, expect, it } from 'vitest';
import type { PoolRow } from '../../src/site/pooled.ts';

process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { hiddenGrades, pooledWork, schoolPooled, schoolPools } = await import('../../src/site/pooled.ts');
const { smallSchools } = await import('../../src/site/small-schools.ts');
const { municipality, school } = await import('../../src/site/release.ts');
const { works } = await import('../../src/site/works.ts');

const workOf = (id: string) => {
  const work = works(school(id).results).find(
    (one) => one.procedure === 'vpr' && one.subject === 'mathematics',
  );
  if (!work) throw new Error('missing work');
  return work;
};
const work = workOf('ka-002');
const group = work.rows.findLast(({ year }) => year === 2025)?.comparability ?? '';
const pool = (yearFrom: number, below: [number, number], of: [number, number], more = {}): PoolRow => ({
  procedure: 'vpr',
  subject: 'mathematics',
  comparability: group,
  yearFrom,
  yearTo: 2025,
  participants: { low: of[0], high: of[1] },
  below: { low: below[0], high: below[1] },
  ...more,
});

describe('a work whose grades are hidden', () => {
  it('is told by its year, where that says something', () => {
    const { pooled } = pooledWork(work, 2025, [pool(2023, [0, 9], [40, 50]), pool(2025, [2, 4], [12, 15])]);
    expect(pooled).toMatchObject({ years: [2025], participants: { low: 12, high: 15 } });
  });

  it('is told by three years, where the year alone could be anything; its years are those that have a row', () => {
    const { pooled } = pooledWork(work, 2025, [pool(2025, [0, 10], [10, 15]), pool(2023, [0, 9], [40, 50])]);
    const years = work.rows.filter((row) => row.comparability === group && row.year >= 2023);
    expect(pooled).toMatchObject({ years: [...new Set(years.map(({ year }) => year))] });
  });

  it('is silent where every sum could be anything, and where there is none', () => {
    expect(pooledWork(work, 2025, [pool(2025, [0, 10], [10, 15])]).pooled).toBe('wide');
    expect(pooledWork(work, 2025, []).pooled).toBe('none');
  });

  it('takes no pool of another subject, procedure, year or group of comparable years', () => {
    for (const other of [
      { subject: 'russian' },
      { procedure: 'oge' },
      { yearTo: 2024 },
      { comparability: 'x' },
    ])
      expect(pooledWork(work, 2025, [pool(2025, [2, 4], [12, 15], other)]).pooled).toBe('none');
  });
});

it('a school counts as small by its own grades: hidden there, shown elsewhere', () => {
  const { all, hidden } = hiddenGrades(work, 2025);
  expect(hidden).toBe(all);
  expect(all).toBeGreaterThan(0);
  expect(hiddenGrades(workOf('oz-001'), 2025).hidden).toBe(0);
  expect(schoolPooled(school('oz-001'))).toEqual([]);
  expect(schoolPooled(school('ka-002')).map(({ pooled }) => pooled)).toContain('none');
});

it('a municipality lists its small schools alphabetically, with the reason where there is no sum', () => {
  const file = municipality(school('ka-002').school.municipality_id);
  const found = smallSchools(file, 'ru');
  const order = file.schools.map(({ school_id }) => school_id);
  const listed = found?.schools.map((one) => order.indexOf(one.school.school_id)) ?? [];
  expect(listed.length).toBeGreaterThan(0);
  expect(listed).toEqual(listed.toSorted((a, b) => a - b));
  const own = found?.schools.find((one) => one.school.school_id === 'ka-002');
  expect(own?.cells).toContain('и вместе может быть меньше 10 участников');
  expect(found?.together).toEqual([]);
});

it('a release without the table has no pools', () => {
  expect(schoolPools('ka-002')).toEqual([]);
});
