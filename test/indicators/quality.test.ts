import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Engine, Row } from '../../src/contract/engine.ts';
import { parameterViews } from '../../src/indicators/parameters.ts';
import { sqlOf } from '../../src/indicators/run.ts';
import { openNative } from '../../src/query/native.ts';
import { rng } from '../../src/stats/rng.ts';
import { fill, readMethodology, result } from './tables.ts';

let engine: Engine;
const methodology = readMethodology('default');
const rule = methodology.quality ?? { deviations: 0, participants_factor: 0, fail_rate_change: 0 };
beforeAll(async () => {
  engine = await openNative();
  for (const view of parameterViews(methodology)) await engine.run(view);
});
afterAll(() => engine.close());

const school = (school_id: string, more: Record<string, Cell> = {}) => ({
  school_id,
  name: school_id,
  municipality_id: 'm',
  ...more,
});

async function places(schools: Parameters<typeof fill>[2], rows: Parameters<typeof fill>[2]) {
  await fill(engine, 'schools', schools);
  await fill(engine, 'results', rows);
}
const region = (year: number, changes: Record<string, Cell> = {}) =>
  result('r', year, 100, 10, { level: 'region', municipality_id: null, ...changes });

describe('coverage', () => {
  it('expects the schools that are open and have the procedure in any year', async () => {
    await places(
      [
        school('a'),
        school('b', { opened: '2024-09-01' }),
        school('c', { closed: '2023-08-31' }),
        school('d'),
        school('never'),
      ],
      [
        ...[2023, 2024, 2025].map((year) => result('a', year, 40, 4)),
        result('b', 2025, 40, 4),
        result('c', 2023, 40, 4),
        result('d', 2023, [1, 9], [0, 9], { protection: 'few-participants' }),
        result('d', 2025, 40, null),
      ],
    );
    expect(await engine.query(sqlOf('coverage'))).toEqual(
      [
        [2023, 3, 3, 3, 2],
        [2024, 3, 1, 1, 1],
        [2025, 3, 3, 3, 2],
      ].map(([year, schools_expected, schools, works, works_shown]) => ({
        municipality_id: 'm',
        procedure: 'vpr',
        year,
        schools_expected,
        schools,
        works,
        works_shown,
      })),
    );
  });
});

describe('schools that appear and disappear', () => {
  it('are told against the year before in which the procedure was held, with what the register knows', async () => {
    await places(
      [
        school('steady'),
        school('gap'),
        school('new', { opened: '2024-09-01' }),
        school('gone', { closed: '2024-08-31' }),
      ],
      [
        // 2024 was not held at all: 2023 and 2025 are neighbours.
        ...[2022, 2023, 2025].flatMap((year) => [result('steady', year, 40, 4), region(year)]),
        result('gap', 2022, 40, 4),
        result('gap', 2025, 40, 4),
        result('new', 2025, 40, 4),
        result('gone', 2022, 40, 4),
        result('gone', 2023, 40, 4),
      ],
    );
    const rows = await engine.query(sqlOf('appearances'));
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'gap vpr 2023 2022 disappears ',
      'gap vpr 2025 2023 appears ',
      'gone vpr 2025 2023 disappears closed',
      'new vpr 2025 2023 appears opened',
    ]);
  });
});

interface Series {
  id: string;
  n0: [number, number];
  n1: [number, number];
  x0: [number, number];
  x1: [number, number];
}

const change = (level: string, { id, n0, n1, x0, x1 }: Series, relative: [number, number] | null) => ({
  level,
  entity_id: id,
  municipality_id: level === 'region' ? null : 'm',
  procedure: 'vpr',
  subject: 'mathematics',
  grade: 5,
  comparability: 'spring',
  year: 2025,
  year_before: 2024,
  gap_years: 1,
  strata: 1,
  participants_before_low: n0[0],
  participants_before_high: n0[1],
  participants_low: n1[0],
  participants_high: n1[1],
  below_threshold_before_low: x0[0],
  below_threshold_before_high: x0[1],
  below_threshold_low: x1[0],
  below_threshold_high: x1[1],
  relative_low: relative?.[0] ?? null,
  relative_high: relative?.[1] ?? null,
  identified_before: false,
  reason: relative || level === 'region' ? null : 'few-participants',
});

/** The rule of the methodology's document, written again from its words. */
function expected(all: Series, own: Series, relative: [number, number] | null): string[] {
  const found: string[] = [];
  const f = rule.participants_factor;
  const limit = (count: number, mean: number, times: number) =>
    (count - times * mean) / Math.sqrt(count + times ** 2 * mean);
  const up = (f * all.n1[1]) / all.n0[0];
  const down = all.n1[0] / all.n0[1] / f;
  if (limit(own.n1[0], own.n0[1], up) > rule.deviations) found.push('participants rise');
  if (-limit(own.n1[1], own.n0[0], down) > rule.deviations) found.push('participants fall');
  if (!relative) return found;
  const smooth = (x: [number, number], n: number) => {
    const p = ((x[0] + x[1]) / 2 + 1) / (n + 2);
    return (p * (1 - p)) / (n + 2);
  };
  const error = Math.sqrt(smooth(own.x0, own.n0[0]) + smooth(own.x1, own.n1[0]));
  if ((relative[0] - rule.fail_rate_change) / error > rule.deviations) found.push('fail-rate rise');
  if ((-relative[1] - rule.fail_rate_change) / error > rule.deviations) found.push('fail-rate fall');
  return found;
}

describe('suspicious jumps', () => {
  it('are those that the rule in the words of the document finds, over 600 schools with ranges', async () => {
    const random = rng(20251122);
    const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
    const all: Series = { id: 'r', n0: [9000, 9000], n1: [8000, 8000], x0: [900, 900], x1: [1000, 1000] };
    const shift = 1000 / 8000 - 900 / 9000;
    const series = Array.from({ length: 600 }, (_, i) => {
      const count = (): [number, number] => {
        const n = whole(4, 160);
        return n < 10 ? [1, 9] : [n, n];
      };
      const [n0, n1] = [count(), count()];
      const below = (n: [number, number]): [number, number] => {
        if (n[0] === 1) return [0, 9];
        const x = whole(0, n[0]);
        return x > 0 && x < 3 ? [1, 2] : [x, x];
      };
      const own: Series = { id: `s${i}`, n0, n1, x0: below(n0), x1: below(n1) };
      const shown = n0[0] >= 10 && n1[0] >= 10;
      const round = (value: number) => Math.round(value * 1e6) / 1e6;
      const relative: [number, number] | null = shown
        ? [
            round(own.x1[0] / n1[1] - own.x0[1] / n0[0] - shift),
            round(own.x1[1] / n1[0] - own.x0[0] / n0[1] - shift),
          ]
        : null;
      return { own, relative };
    });
    await fill(engine, 'dynamics', [
      change('region', all, null),
      ...series.map(({ own, relative }) => change('school', own, relative)),
    ]);
    const rows = await engine.query<Row>(sqlOf('jumps'));
    const found = rows.map(({ entity_id, kind, direction }) => `${entity_id} ${kind} ${direction}`).sort();
    const wanted = series.flatMap(({ own, relative }) =>
      expected(all, own, relative).map((text) => `${own.id} ${text}`),
    );
    expect(wanted.length).toBeGreaterThan(100);
    for (const kind of ['participants rise', 'participants fall', 'fail-rate rise', 'fail-rate fall'])
      expect(wanted.filter((text) => text.endsWith(kind)).length).toBeGreaterThan(5);
    expect(found).toEqual(wanted.sort());
  });

  it('of participants are looked for only in subjects that a whole grade writes', async () => {
    const all: Series = { id: 'r', n0: [900, 900], n1: [900, 900], x0: [90, 90], x1: [90, 90] };
    const own: Series = { id: 's', n0: [20, 20], n1: [120, 120], x0: [2, 2], x1: [12, 12] };
    const rows = [change('region', all, null), change('school', own, [0, 0])];
    await fill(engine, 'dynamics', rows);
    expect(await engine.query(sqlOf('jumps'))).toHaveLength(1);
    await fill(
      engine,
      'dynamics',
      rows.map((row) => ({ ...row, subject: 'biology' })),
    );
    expect(await engine.query(sqlOf('jumps'))).toHaveLength(0);
  });

  it('are not looked for when the methodology has no rule', async () => {
    const { quality: _, ...silent } = methodology;
    for (const view of parameterViews(silent)) await engine.run(view);
    const all: Series = { id: 'r', n0: [900, 900], n1: [900, 900], x0: [90, 90], x1: [90, 90] };
    const own: Series = { id: 's', n0: [20, 20], n1: [120, 120], x0: [2, 2], x1: [110, 110] };
    await fill(engine, 'dynamics', [change('region', all, null), change('school', own, [0.8, 0.8])]);
    expect(await engine.query(sqlOf('jumps'))).toEqual([]);
    for (const view of parameterViews(methodology)) await engine.run(view);
  });
});
