import { describe, expect, test } from 'vitest';
import { observedFailure } from '../../src/demo/fates.ts';
import { noFate } from '../../src/demo/level.ts';
import { entries } from '../../src/demo/results.ts';
import { vprWorks } from '../../src/demo/works.ts';
import { linesOf, textOf, world } from './read.ts';

interface SchoolTruth {
  school_id: string;
  quality: number;
  social: number;
  trend: string;
  slope: number;
  programme: number[];
  inflation: { grades: number[]; journal: string } | null;
}
const file = JSON.parse(textOf('truth.json')) as {
  schools: (Omit<SchoolTruth, 'slope' | 'programme'> & { slope?: number; programme?: number[] })[];
  difficulties: { year: number }[];
};
const schools = file.schools.map((school): SchoolTruth => ({ slope: 0, programme: [], ...school }));
const truth = { ...file, schools };
const ids = (test: (school: SchoolTruth) => boolean) =>
  new Set(truth.schools.filter(test).map((school) => school.school_id));

const core = [2019, 2021, 2025].flatMap((year) =>
  entries(world.schools, world.fates, (school) => vprWorks(year, school.id)).filter(({ work }) =>
    ['russian', 'mathematics'].includes(work.subject),
  ),
);

/** Share of "2" in Russian and mathematics of ВПР, all grades together. */
function rate(year: number, of: (id: string) => boolean, grades = [4, 5, 6, 7, 8]): number {
  const own = core.filter((e) => e.work.year === year && of(e.school.id) && grades.includes(e.work.grade));
  const all = own.reduce((n, e) => n + e.tally.participants, 0);
  return own.reduce((n, e) => n + e.tally.below, 0) / all;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (i: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[i], 0) / pairs.length;
  const [a, b] = [mean(0), mean(1)];
  const moment = (f: (x: number, y: number) => number) =>
    pairs.reduce((sum, [x, y]) => sum + f(x - a, y - b), 0);
  return moment((x, y) => x * y) / Math.sqrt(moment((x) => x * x) * moment((_x, y) => y * y));
}

describe('the hidden truth', () => {
  test('has 12 improving, 8 declining, 5 inflated and 35 programme schools, none of them twice', () => {
    const counted = [
      ids((s) => s.trend === 'improving'),
      ids((s) => s.trend === 'declining'),
      ids((s) => s.inflation !== null),
      ids((s) => s.programme.length > 0),
    ];
    expect(counted.map((set) => set.size)).toEqual([12, 8, 5, 35]);
    expect(new Set(counted.flatMap((set) => [...set])).size).toBe(60);
  });

  test('correlates quality with the published social index at about 0.6', () => {
    const quality = new Map(truth.schools.map((school) => [school.school_id, school.quality]));
    const pairs = linesOf('social_index.csv')
      .filter((line) => line.year === '2023')
      .map((line): [number, number] => [quality.get(line.school_id ?? '') ?? 0, Number(line.value)]);
    expect(pairs.length).toBeGreaterThan(320);
    expect(correlation(pairs)).toBeGreaterThan(0.5);
    expect(correlation(pairs)).toBeLessThan(0.7);
  });

  test('shows: improving schools fall from 2021 to 2025 by 5 points more than the region', () => {
    const improving = ids((s) => s.trend === 'improving');
    const own = rate(2025, (id) => improving.has(id)) - rate(2021, (id) => improving.has(id));
    expect(own).toBeLessThan(rate(2025, () => true) - rate(2021, () => true) - 0.05);
  });

  test('shows: declining schools rise from 2021 to 2025 by 5 points more than the region', () => {
    const declining = ids((s) => s.trend === 'declining');
    const own = rate(2025, (id) => declining.has(id)) - rate(2021, (id) => declining.has(id));
    expect(own).toBeGreaterThan(rate(2025, () => true) - rate(2021, () => true) + 0.05);
  });

  test('hides in inflated schools: almost nobody fails in grade 4, where they inflate', () => {
    const inflated = ids((s) => s.inflation !== null);
    expect(rate(2025, (id) => inflated.has(id), [4])).toBeLessThan(0.015);
    expect(rate(2025, (id) => inflated.has(id), [6, 7, 8])).toBeGreaterThan(0.05);
  });

  test('confirms the programme list of the files', () => {
    const listed = linesOf('programmes.csv').filter((line) => line.role === 'participant');
    const pairs = truth.schools.flatMap((s) => s.programme.map((year) => `${s.school_id} ${year}`));
    expect(listed.map((line) => `${line.school_id} ${line.year}`).sort()).toEqual(pairs.sort());
  });
});

describe('programme schools', () => {
  /** Mean lag behind the region's schools in mathematics of one year, without any help. */
  function lag(year: number, chosen: ReadonlySet<string>): number {
    const failure = (own: boolean) => {
      const schools = world.schools.filter((s) => s.per_grade >= 6 && (!own || chosen.has(s.id)));
      return schools.reduce((sum, s) => sum + observedFailure(s, year, noFate), 0) / schools.length;
    };
    return failure(true) - failure(false);
  }

  test('take part in every year since 2021, the last one too', () => {
    const inYear = (year: number) => ids((s) => s.programme.includes(year)).size;
    expect([2021, 2022, 2023, 2024, 2025].map(inYear)).toEqual([13, 13, 12, 12, 10]);
  });

  test('of the third wave lagged more in the spring that picked them than three years before', () => {
    const third = ids((s) => s.programme.includes(2025));
    expect(third.size).toBe(10);
    expect(lag(2024, third)).toBeGreaterThan(lag(2021, third) + 0.01);
  });

  test('were picked by a low result, part of which was chance: two years earlier they lagged less', () => {
    const second = ids((s) => s.programme.includes(2023));
    expect(second.size).toBe(12);
    expect(lag(2022, second)).toBeGreaterThan(lag(2020, second) + 0.02);
  });
});

describe('identification by the 30 % rule', () => {
  /** Schools with ten participants or more in a unit, and those of them with two low units in the year. */
  function identified(year: number): number {
    const units = core.filter((e) => e.work.year === year && e.tally.participants >= 10);
    const low = new Map<string, number>();
    for (const { school, tally } of units) {
      low.set(school.id, (low.get(school.id) ?? 0) + Number(tally.below / tally.participants >= 0.3));
    }
    return [...low.values()].filter((count) => count >= 2).length / low.size;
  }

  test.each([2021, 2025])('finds a tenth to a quarter of the schools in %i', (year) => {
    expect(identified(year)).toBeGreaterThan(0.1);
    expect(identified(year)).toBeLessThan(0.25);
  });
});
