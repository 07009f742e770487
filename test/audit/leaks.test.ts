import { describe, expect, it } from 'vitest';
import { auditRelease } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/audit/finding.ts';
import { type Given, type Small, writeRelease } from './release.ts';

const few = (at: string, more: Partial<Given> = {}): Given => ({ at, participants: [1, 9], ...more });
const shown = (at: string, participants: number, more: Partial<Given> = {}): Given => ({
  at,
  participants,
  ...more,
});
const told = ({ kind, cell, feasible }: Finding) =>
  `${kind} ${cell?.key.entity_id} ${cell?.key.year} ${cell?.key.grade} ${cell?.column} ${feasible?.join('–')}`;
const leaks = async (small: Small, previous: string[] = []) => {
  const report = await auditRelease(await writeRelease(small), { previous });
  return report.findings.filter(({ kind }) => kind !== 'inferred-zero');
};

describe('a leak is found, with its equations', () => {
  it('by subtraction from an exact total', async () => {
    const [found, ...more] = await leaks({ results: [few('s1'), shown('s2', 22), shown('m1', 30)] });
    expect(more).toEqual([]);
    expect(found && told(found)).toBe('exact s1 2025 5 participants 8–8');
    expect(found?.chain.map(({ relation, total, known }) => [relation, total, known])).toEqual([
      ['sum-of-schools', [30, 30], { count: 1, sum: 22 }],
    ]);
  });

  it('where a total is wide, but not wide enough', async () => {
    const found = await leaks({
      results: [few('s1'), shown('s2', 22), shown('m1', 0, { participants: [25, 31] })],
    });
    expect(found.map(told)).toEqual(['narrowed s1 2025 5 participants 3–9']);
  });

  it('through the region, past a hidden municipality', async () => {
    const schools = { s1: 'm1', s2: 'm2' };
    const results = [few('s1'), few('m1'), shown('s2', 40), shown('m2', 40), shown('r', 44)];
    const found = await leaks({ results, schools });
    expect(found.map(told)).toEqual(['exact m1 2025 5 participants 4–4', 'exact s1 2025 5 participants 4–4']);
    expect(found[1]?.chain.map(({ relation }) => relation)).toEqual([
      'sum-of-municipalities',
      'sum-of-schools',
    ]);
  });

  it('from two-way sums that only a linear program sees', async () => {
    // Two schools are hidden in three grades, a third one in grade 6 alone. Grades of both schools less the totals of
    // grades 4 and 5 leave their grade 6; the total of grade 6 then gives the third. No equation alone says anything.
    const grades = [4, 5, 6];
    const total = { 4: 11, 5: 10, 6: 14 } as Record<number, number>;
    const results = grades.flatMap((grade) => [
      few('s1', { grade }),
      few('s2', { grade }),
      ...(grade === 6 ? [few('s3', { grade })] : []),
      shown('m1', total[grade] as number, { grade }),
    ]);
    const pools = ['s1', 's2'].map((at) => ({
      at,
      participants: at === 's1' ? 15 : 15,
      from: 2025,
      to: 2025,
    }));
    const found = await leaks({ results, pools });
    const third = found.find(({ cell }) => cell?.key.entity_id === 's3');
    expect(third && told(third)).toBe('exact s3 2025 6 participants 5–5');
    expect(third?.chain.map(({ relation }) => relation).sort()).toEqual([
      'pool',
      'pool',
      'sum-of-schools',
      'sum-of-schools',
      'sum-of-schools',
    ]);
  });

  it('from a pool less the grades that are visible', async () => {
    const results = [shown('s1', 14, { grade: 4 }), shown('s1', 12, { grade: 5 }), few('s1', { grade: 6 })];
    const pools = [{ at: 's1', participants: 29, from: 2025, to: 2025 }];
    const found = await leaks({ results, pools });
    expect(found.map(told)).toEqual(['exact s1 2025 6 participants 3–3']);
    expect(found[0]?.chain.map(({ relation }) => relation)).toEqual(['pool']);
  });

  it('from windows of years that overlap', async () => {
    const years = [2022, 2023, 2024, 2025];
    const results = years.map((year) => few('s1', { year }));
    const pools = [
      { at: 's1', participants: 15, from: 2022, to: 2024, grade: 5 },
      { at: 's1', participants: 23, from: 2023, to: 2025, grade: 5 },
    ];
    // 2025 is 8 more than 2022: 9 and 1.
    const found = await leaks({ results, pools });
    expect(found.map(told)).toContain('exact s1 2022 5 participants 1–1');
    expect(found.map(told)).toContain('exact s1 2025 5 participants 9–9');
  });

  it('from the difference between two releases, each safe alone', async () => {
    const before: Small = {
      results: [few('s1'), shown('s2', 22), { at: 'm1', participants: [23, 31] }],
      name: 'before',
    };
    const after: Small = {
      results: [few('s1'), { at: 's2', participants: [21, 29] }, shown('m1', 30)],
      name: 'after',
    };
    expect(await leaks(before)).toEqual([]);
    expect(await leaks(after)).toEqual([]);
    const found = await leaks(after, [await writeRelease(before)]);
    const newest = found.filter(({ release }) => release === 0);
    expect(newest.map(told)).toContain('exact s1 2025 5 participants 8–8');
    expect(
      newest.find(({ cell }) => cell?.key.entity_id === 's1')?.chain.map(({ relation }) => relation),
    ).toEqual(['previous-release', 'sum-of-schools']);
  });

  it('from an unchanged part of a corrected release', async () => {
    // The correction of s2 is visible, so s1 in m1 may have changed as well; m2 is the same pupils as before.
    const schools = { s1: 'm1', s2: 'm1', s3: 'm2', s4: 'm2' };
    const others = (total: Given): Given[] => [few('s3'), shown('s4', 33), total];
    const before: Small = {
      results: [few('s1'), shown('s2', 22), { at: 'm1', participants: [23, 31] }, ...others(shown('m2', 38))],
      schools,
    };
    const after: Small = {
      results: [
        few('s1'),
        shown('s2', 25),
        { at: 'm1', participants: [26, 34] },
        ...others({ at: 'm2', participants: [34, 42] }),
      ],
      schools,
    };
    expect(await leaks(after)).toEqual([]);
    const found = await leaks(after, [await writeRelease(before)]);
    expect(found.filter(({ release }) => release === 0).map(told)).toEqual([
      'exact m2 2025 5 participants 38–38',
      'exact s3 2025 5 participants 5–5',
    ]);
  });

  it('from a total that moved though nothing below it did, unless it says that a hidden number was corrected', async () => {
    const schools = { s1: 'm1', s2: 'm2', s3: 'm3', s4: 'm3', s5: 'm3', s6: 'm3' };
    const parts = [...Object.keys(schools), 'm1', 'm2'].map((at) => few(at));
    const release = (region: Given): Small => ({ results: [...parts, shown('m3', 20), region], schools });
    const before = await writeRelease(release(shown('r', 30)));
    const moved: Given = { at: 'r', participants: [22, 38] };
    expect((await leaks(release(moved), [before])).map(told)).toEqual(['exact r 2025 5 participants 30–30']);
    // The correction is in m1 or in m2, which look alike with it and without: nothing follows from their old numbers.
    expect(await leaks(release({ ...moved, protection: 'corrected' }), [before])).toEqual([]);
  });

  it('from a share of six decimals', async () => {
    const results = [{ at: 's1', participants: 13, below_threshold: [1, 2] as const }];
    const row = { indicator_id: 'fail-rate', level: 'school', entity_id: 's1', year: 2025, procedure: 'vpr' };
    const rest = { subject: 'russian', grade: 5, session: 'spring', comparability: 'spring' };
    const ends = { numerator_low: 1, numerator_high: 2, denominator_low: 13, denominator_high: 13 };
    const rows = [{ ...row, ...rest, ...ends, value_low: 0.153846, value_high: 0.153846, reason: '' }];
    const key = ['indicator_id', 'level', 'entity_id', 'year', 'procedure', 'subject', 'grade', 'session'];
    const found = await leaks({ results, tables: { 'indicators-fail-rate': { key, rows } } });
    expect(found.map(told)).toEqual(['exact s1 2025 5 below_threshold 2–2']);
    expect(found[0]?.chain.map(({ relation, of }) => [relation, of.table])).toEqual([
      ['rate', 'indicators-fail-rate'],
    ]);
  });

  it('from marks that must add up', async () => {
    const marks = {
      below_threshold: [1, 2] as const,
      mark_2: [1, 2] as const,
      mark_3: 5,
      mark_4: 4,
      mark_5: 2,
    };
    const results = [
      shown('s1', 13, marks),
      shown('s2', 20, { below_threshold: 4, mark_2: 4, mark_3: 8, mark_4: 6, mark_5: 2 }),
    ];
    expect((await leaks({ results })).map(told).sort()).toEqual([
      'exact s1 2025 5 below_threshold 2–2',
      'exact s1 2025 5 mark_2 2–2',
    ]);
  });

  it('from the mean of a total and the means of the others', async () => {
    // (27 × 14.1 − 22 × 14.5) / 5
    const results = [few('s1'), few('s2'), shown('s3', 22, { mean: 14.5 }), shown('m1', 27, { mean: 14.1 })];
    const found = (await leaks({ results })).filter(({ kind }) => kind === 'hidden-mean');
    expect(found.map(({ cell, feasible }) => [cell?.key.entity_id, feasible?.map(Math.round)])).toEqual([
      ['m1', [12, 12]],
    ]);
  });

  describe('from a mean with ends', () => {
    const means = async (...results: Given[]) => {
      const found = await leaks({ results: [shown('s4', 40, { mean: 11 }), ...results] });
      return found
        .filter(({ kind }) => kind === 'hidden-mean')
        .map(({ cell, feasible, details }) => [
          cell?.key.entity_id,
          feasible?.map(Math.round),
          details?.participants,
        ]);
    };
    const s3 = shown('s3', 22, { mean: 14.5 });
    const wide = shown('s3', 22, { participants: [20, 24], mean: 14.5 });
    const rounded = shown('m1', 60, { participants: [58, 66], mean: 12.3 });

    it('of 67 or 68 with 12.3 on average, 22 with 14.5 and 40 with 11: 5 or 6 with 65 to 77 points together', async () => {
      const some = shown('m1', 67, { participants: [67, 68], mean: 12.3 });
      expect(await means(few('s1'), s3, some)).toEqual([['m1', [11, 15], '5–6']]);
    });

    it('but not where it says no more than that means are not negative', async () => {
      // One to 6 are left, with −75 to 82 points.
      expect(await means(few('s1'), wide, rounded)).toEqual([]);
    });

    it('where the hidden school says that it has as many as are left at most', async () => {
      // −75 to 82 points of six: at most 13.7, which is less than the mean of s3.
      const six = few('s1', { participants: [6, 9] });
      expect(await means(six, wide, rounded)).toEqual([['m1', [-12, 14], '6–6']]);
    });

    it('of a stated number of pupils, but not where it is the mean of the schools that are shown', async () => {
      const told = (over: number, mean: number) =>
        shown('m1', 60, { participants: [58, 70], mean, mean_participants: over });
      const others = [few('s1'), shown('s3', 22, { participants: [21, 23], mean: 14.5 })];
      // (22 × 14.5 + 40 × 11) / 62
      expect(await means(...others, told(62, 12.242))).toEqual([]);
      // 3 to 5 more, with 25 to 54 points.
      expect(await means(...others, told(66, 12.1))).toEqual([['m1', [5, 18], '3–5']]);
    });
  });

  it('where everyone of a hidden group failed', async () => {
    const ege = { procedure: 'ege', grade: 11 };
    const results = [
      few('s1', ege),
      shown('s2', 20, { ...ege, below_threshold: 4 }),
      shown('m1', 23, { ...ege, below_threshold: 7 }),
    ];
    expect((await leaks({ results })).map(told)).toContain('one-outcome s1 2025 11 passed 0–0');
  });

  it('where a published row breaks the primary rules', async () => {
    const results = [
      shown('s1', 7),
      shown('s2', 30, { below_threshold: 2 }),
      shown('s3', 12, { below_threshold: 0, mark_2: 0, mark_3: 0, mark_4: 0, mark_5: 12 }),
      few('s4', { mean: 17.5 }),
    ];
    expect((await leaks({ results })).map(told).sort()).toEqual([
      'few-failing s2 2025 5 below_threshold undefined',
      'one-mark s3 2025 5 mark_5 undefined',
      'small-group s1 2025 5 participants undefined',
      'small-mean s4 2025 5 score_mean undefined',
    ]);
  });

  it('where the numbers contradict each other', async () => {
    const found = await leaks({ results: [shown('s1', 20), shown('s2', 22), shown('m1', 43)] });
    expect(found.map(({ kind }) => kind)).toEqual(['impossible']);
  });

  it('where the release is for official use', async () => {
    expect((await leaks({ results: [shown('s1', 20)], preset: 'internal' })).map(({ kind }) => kind)).toEqual(
      ['internal'],
    );
  });
});

describe('indicators of the orders over rounded rows', () => {
  const ege = { year: 2025, procedure: 'ege', grade: 11 };
  const rounded = { ...ege, protection: 'rounded', participants: [18, 22], below_threshold: [3, 7] };
  const release = (denominator: readonly [number, number]): Small => ({
    preset: 'rounded',
    results: [few('s1', { ...ege, below_threshold: [0, 9] }), { at: 's2', ...rounded }],
    tables: {
      clusters: {
        key: ['methodology', 'school_id', 'year'],
        rows: ['s1', 's2'].map((school_id) => ({ methodology: 'test', school_id, year: 2025, cluster: '1' })),
      },
      monitoring: {
        key: ['indicator_id', 'level', 'entity_id', 'year', 'dimension'],
        rows: [
          {
            ...{ indicator_id: 'ege-threshold', level: 'municipality', entity_id: 'm1', year: 2025 },
            ...{ dimension: 'russian at-risk', numerator_low: 11, numerator_high: 28 },
            ...{ denominator_low: denominator[0], denominator_high: denominator[1] },
            ...{ value_low: null, value_high: null },
          },
        ],
      },
    },
  });

  it('count them with the hidden ones: s1 1–9 and s2 18–22 are 19–31', async () => {
    expect(await leaks(release([19, 31]))).toEqual([]);
  });

  it('betray a hidden school where the whole is told too well', async () => {
    expect((await leaks(release([30, 31]))).map(told)).toEqual(['narrowed s1 2025 11 participants 8–9']);
  });
});

describe('a safe release passes', () => {
  it.each<[string, Small]>([
    [
      'a total as wide as what it covers',
      { results: [few('s1'), shown('s2', 22), { at: 'm1', participants: [23, 31] }] },
    ],
    [
      'two hidden schools under an exact total',
      { results: [few('s1'), few('s2'), shown('s3', 20), shown('m1', 30)] },
    ],
    [
      'a pool that covers two hidden grades',
      {
        results: [few('s1', { grade: 4 }), few('s1', { grade: 5 }), shown('s1', 15, { grade: 6 })],
        pools: [{ at: 's1', participants: 25, from: 2025, to: 2025 }],
      },
    ],
    [
      'nobody failed',
      {
        results: [
          shown('s1', 20, { below_threshold: 0 }),
          shown('s2', 30, { below_threshold: 0 }),
          shown('m1', 50, { below_threshold: 0 }),
        ],
      },
    ],
  ])('%s', async (_, small) => {
    const report = await auditRelease(await writeRelease(small));
    expect(report.findings.map(told)).toEqual([]);
    expect(report.passed).toBe(true);
  });
});
