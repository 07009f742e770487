import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import defaults from '../../data/methodology/default.json' with { type: 'json' };
import { canonical } from '../../src/contract/canonical.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { methodologySchema } from '../../src/contract/methodology.ts';
import type { ResultRow } from '../../src/contract/public.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { protect } from '../../src/protect/protect.ts';
import { openNative } from '../../src/query/native.ts';

const methodology = methodologySchema.parse(defaults);
let engine: Engine;

/** school, participants, marks 2–5; marks may be withheld. */
type Given = [
  school: string,
  participants: number,
  marks: [number, number, number, number] | 'withheld',
  mean?: number,
];

async function given(rows: Given[]): Promise<void> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${name} ${sql}`);
    await engine.run(`CREATE OR REPLACE TEMP TABLE canonical_${table} (${list.join(', ')})`);
  }
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ref_comparability (procedure VARCHAR, year INTEGER, session VARCHAR, comparability VARCHAR)`,
  );
  await engine.run(`INSERT INTO ref_comparability VALUES ('vpr', 2022, 'autumn', 'autumn-2022')`);
  await engine.run(`INSERT INTO canonical_municipalities VALUES ('m1', 'Район', 'r')`);
  for (const [school, participants, marks, mean] of rows) {
    await engine.run(
      `INSERT INTO canonical_schools BY NAME SELECT '${school}' AS school_id, 'm1' AS municipality_id`,
    );
    const counts = marks === 'withheld' ? [null, null, null, null] : marks;
    await engine.run(`INSERT INTO canonical_results BY NAME SELECT '${school}' AS school_id, 2023 AS year, 'vpr' AS procedure,
      'russian' AS subject, 5 AS grade, 'spring' AS session, ${participants} AS participants, ${marks === 'withheld'} AS suppressed,
      ${counts.map((n, i) => `${n} AS mark_${i + 2}`).join(', ')}, ${counts[0]} AS below_threshold, ${mean ?? null} AS score_mean`);
  }
}

async function protectedRows(preset: Preset): Promise<Map<string, ResultRow>> {
  await protect(engine, methodology, preset);
  const rows = await engine.query<ResultRow>('FROM results ORDER BY level, entity_id');
  return new Map(rows.map((row) => [row.entity_id, row]));
}

const ends = (row: ResultRow | undefined, name: string) => [row?.[`${name}_low`], row?.[`${name}_high`]];

beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

describe('preset public', () => {
  it('ten participants are shown, nine are a range without marks and mean', async () => {
    await given([
      ['ten', 10, [3, 3, 2, 2], 20],
      ['nine', 9, [3, 3, 2, 1], 20],
    ]);
    const rows = await protectedRows('public');
    expect(rows.get('ten')).toMatchObject({
      protection: 'none',
      participants_low: 10,
      mark_2_low: 3,
      score_mean: 20,
    });
    expect(rows.get('nine')).toMatchObject({
      protection: 'few-participants',
      participants_low: 1,
      participants_high: 9,
      below_threshold_low: 0,
      below_threshold_high: 9,
      mark_2_low: null,
      mark_5_high: null,
      score_mean: null,
    });
  });

  it('one failing pupil and two look alike, in the marks as well', async () => {
    await given([
      ['one', 30, [1, 15, 10, 4]],
      ['two', 30, [2, 14, 10, 4]],
    ]);
    const rows = await protectedRows('public');
    for (const school of ['one', 'two']) {
      const row = rows.get(school);
      expect(row?.protection).toBe('few-failing');
      expect(ends(row, 'below_threshold')).toEqual([1, 2]);
      expect(ends(row, 'mark_2')).toEqual([1, 2]);
      // 30 − 10 − 4 leaves 16 for marks 2 and 3 together: 14 or 15 of them are "3".
      expect(ends(row, 'mark_3')).toEqual([14, 15]);
      expect(ends(row, 'mark_4')).toEqual([10, 10]);
    }
  });

  it('no failing pupils are told exactly, three as well', async () => {
    await given([
      ['none', 30, [0, 16, 10, 4]],
      ['three', 30, [3, 13, 10, 4]],
    ]);
    const rows = await protectedRows('public');
    expect(ends(rows.get('none'), 'below_threshold')).toEqual([0, 0]);
    expect(ends(rows.get('three'), 'below_threshold')).toEqual([3, 3]);
  });

  it('no published row betrays what it hides: every hidden value is possible among the rows published alike', async () => {
    const size = 10;
    const all: [number, number, number, number][] = [];
    for (let two = 0; two <= size; two++)
      for (let three = 0; three <= size - two; three++)
        for (let four = 0; four <= size - two - three; four++)
          all.push([two, three, four, size - two - three - four]);
    await given(all.map((marks, i) => [`s${i}`, size, marks]));
    const rows = await protectedRows('public');
    const alike = new Map<string, number[][]>();
    for (const [i, marks] of all.entries()) {
      const { entity_id: _, ...published } = rows.get(`s${i}`) as ResultRow;
      const key = JSON.stringify(published);
      alike.set(key, [...(alike.get(key) ?? []), marks]);
    }
    let hidden = 0;
    for (const [key, same] of alike) {
      const { protection } = JSON.parse(key) as ResultRow;
      if (protection === 'none') continue;
      hidden++;
      const failing = new Set(same.map(([two = 0]) => two));
      if (protection === 'few-failing') expect(failing, key).toEqual(new Set([1, 2]));
      // Everybody, all but one, all but two: the largest mark takes each of the three values.
      const largest = new Set(same.map((marks) => Math.max(...marks)));
      if (protection === 'coded-tail') expect([...largest].sort(), key).toEqual([10, 8, 9].sort());
    }
    expect(hidden).toBeGreaterThan(20);
  });

  it('nearly all participants in one mark become a coded tail, without the means that would tell it', async () => {
    await given([
      ['fives', 20, [0, 0, 0, 20], 30],
      ['nearly', 20, [0, 1, 1, 18], 29],
      ['twos', 20, [20, 0, 0, 0], 3],
    ]);
    const rows = await protectedRows('public');
    expect(rows.get('fives')?.protection).toBe('coded-tail');
    expect(rows.get('fives')?.score_mean).toBeNull();
    expect(ends(rows.get('nearly'), 'mark_5')).toEqual([18, 20]);
    expect(ends(rows.get('fives'), 'mark_5')).toEqual([18, 20]);
    expect(ends(rows.get('fives'), 'mark_4')).toEqual([0, 2]);
    expect(ends(rows.get('fives'), 'below_threshold')).toEqual([0, 0]);
    expect(ends(rows.get('twos'), 'below_threshold')).toEqual([18, 20]);
    expect(ends(rows.get('twos'), 'mark_3')).toEqual([0, 2]);
  });

  it('every published range contains the true count, for 400 random rows and every preset', async () => {
    let seed = 1;
    const random = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    const truth: Given[] = Array.from({ length: 400 }, (_, i) => {
      const marks = [random(5) * random(3), random(12), random(12), random(8)] as [
        number,
        number,
        number,
        number,
      ];
      const all = marks.reduce((a, b) => a + b, 0);
      return [`s${i}`, Math.max(1, all), all === 0 ? [0, 1, 0, 0] : marks];
    });
    await given(truth);
    for (const preset of ['public', 'rounded', 'internal'] as const) {
      const rows = await protectedRows(preset);
      for (const [school, participants, marks] of truth) {
        const row = rows.get(school);
        const check = (name: string, value: number) => {
          const [low, high] = ends(row, name) as [number | null, number | null];
          if (low !== null) expect(low, `${preset} ${school} ${name}`).toBeLessThanOrEqual(value);
          if (high !== null) expect(high, `${preset} ${school} ${name}`).toBeGreaterThanOrEqual(value);
        };
        check('participants', participants);
        check('below_threshold', (marks as number[])[0] ?? 0);
        for (const [i, value] of (marks as number[]).entries()) check(`mark_${i + 2}`, value);
      }
    }
  });
});

describe('totals', () => {
  it('weigh means by participants and give withheld marks their whole range', async () => {
    await given([
      ['a', 30, [3, 15, 8, 4], 10],
      ['b', 10, [3, 3, 2, 2], 20],
      ['c', 15, 'withheld'],
    ]);
    const rows = await protectedRows('internal');
    const region = rows.get('r');
    expect(ends(region, 'participants')).toEqual([55, 55]);
    expect(ends(region, 'below_threshold')).toEqual([6, 21]);
    expect(region?.score_mean).toBe(12.5);
    expect(rows.get('c')?.protection).toBe('suppressed');
  });
});

describe('preset rounded', () => {
  it('tells a count only as the numbers that round to the same multiple of five', async () => {
    await given([['s', 33, [7, 11, 10, 5]]]);
    const row = (await protectedRows('rounded')).get('s');
    expect(ends(row, 'participants')).toEqual([33, 37]);
    expect(ends(row, 'mark_2')).toEqual([3, 7]);
    // With 33 to 37 participants and the other marks at most 31 together, 2 and 3 cannot be told apart from the rest.
    expect(ends(row, 'mark_5')).toEqual([2, 7]);
  });
});

describe('preset internal', () => {
  it('hides nothing', async () => {
    await given([['s', 3, [1, 1, 1, 0], 7]]);
    expect((await protectedRows('internal')).get('s')).toMatchObject({
      participants_low: 3,
      mark_2_low: 1,
      score_mean: 7,
    });
  });
});
