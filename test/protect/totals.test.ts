import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newModel, relatePlaces } from '../../src/audit/model.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { readCounts } from '../../src/audit/rows.ts';
import { attacked } from '../../src/cli/disclosure/compare.ts';
import { canonical, resultCounts } from '../../src/contract/canonical.ts';
import type { Engine, Row } from '../../src/contract/engine.ts';
import { published } from '../../src/contract/published.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { protect } from '../../src/protect/protect.ts';
import { openNative } from '../../src/query/native.ts';
import { rng } from '../../src/stats/rng.ts';
import { readMethodology } from '../indicators/tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative({ threads: 2 });
});
afterAll(() => engine.close());

const schools = 48;

/** Rows of schools of every size in five municipalities, three works and two years; some withheld by the publisher. */
function rowsOf(seed: number, oneIn = 31): string[] {
  const random = rng(seed);
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const rows: string[] = [];
  for (let school = 0; school < schools; school++) {
    const size = upTo(2) === 0 ? 4 : 2 + upTo(28);
    for (const year of [2024, 2025])
      for (const [procedure, grade] of [
        ['vpr', 5],
        ['vpr', 6],
        ['ege', 11],
      ] as const) {
        const marks = [upTo(2) * upTo(Math.ceil(size / 8)), upTo(size), upTo(size), 1 + upTo(size)];
        const [two = 0, three = 0, four = 0, five = 0] = marks;
        const n = two + three + four + five;
        const withheld = procedure === 'vpr' && upTo(oneIn - 1) === 0;
        const counts =
          procedure === 'ege'
            ? `NULL, NULL, NULL, NULL, ${two}, ${five}, ${upTo(Math.min(five, 2))}`
            : withheld
              ? 'NULL, NULL, NULL, NULL, NULL, NULL, NULL'
              : `${marks.join(', ')}, ${two}, NULL, NULL`;
        rows.push(
          `('s${school}', ${year}, '${procedure}', 'mathematics', ${grade}, 'spring', ${n}, ${withheld}, ${counts}, ${10 + upTo(20)})`,
        );
      }
  }
  return rows;
}

async function publish(rows: readonly string[], preset: Preset, on: Engine = engine): Promise<Row[]> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${name} ${sql}`);
    await on.run(`CREATE OR REPLACE TEMP TABLE canonical_${table} (${list.join(', ')})`);
  }
  const owners = Array.from({ length: schools }, (_, i) => `('s${i}', 'm${i % 5}')`);
  await on.run(`CREATE OR REPLACE TEMP TABLE ref_comparability (procedure VARCHAR, year INTEGER, session VARCHAR, comparability VARCHAR);
    INSERT INTO canonical_municipalities SELECT 'm' || i, 'M', 'r' FROM range(5) t(i);
    INSERT INTO canonical_schools BY NAME FROM (VALUES ${owners.join(', ')}) v(school_id, municipality_id);
    INSERT INTO canonical_results BY NAME FROM (VALUES ${rows.join(', ')}) v(school_id, year, procedure, subject, grade,
      session, participants, suppressed, mark_2, mark_3, mark_4, mark_5, below_threshold, high_score, max_score, score_mean)`);
  await protect(on, readMethodology('default'), preset);
  return on.query<Row>('FROM results ORDER BY level, entity_id, year, procedure, grade');
}

describe.each(['public', 'rounded'] as const)('totals of random regions, preset %s', (preset) => {
  it.each([1, 2])(
    'hold the truth and give no hidden number away (seed %i)',
    async (seed) => {
      const rows = rowsOf(seed);
      const truth = await publish(rows, 'internal');
      const shown = await publish(rows, preset);
      expect(shown).toHaveLength(truth.length);
      for (const [i, row] of shown.entries())
        for (const name of resultCounts) {
          const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
          if (low === null) continue;
          // What the publisher withheld is a range in the truth as well.
          expect(Number(low), `${row.entity_id} ${name}`).toBeLessThanOrEqual(
            Number(truth[i]?.[`${name}_high`]),
          );
          expect(Number(high), `${row.entity_id} ${name}`).toBeGreaterThanOrEqual(
            Number(truth[i]?.[`${name}_low`]),
          );
        }
      for (const level of ['school', 'municipality'] as const) {
        const { hidden, betrayed } = await attacked(shown, level, 'r');
        expect(hidden).toBeGreaterThan(20);
        expect(betrayed).toEqual([]);
      }
    },
    60_000,
  );
});

it.each([1, 2, 3])('a total is told no wider than follows from what is beside it (seed %i)', async (seed) => {
  await publish(rowsOf(seed, 4), 'public');
  const at = { view: 'results', table: 'results', release: 0, key: published.results.key };
  const counts = await readCounts(engine, at);
  const model = newModel();
  model.take(counts);
  const places = Array.from({ length: schools }, (_, i): [string, string] => [`school s${i}`, `m${i % 5}`]);
  const areas = Array.from({ length: 5 }, (_, i): [string, string] => [`municipality m${i}`, 'r']);
  relatePlaces(counts, new Map([...places, ...areas]), model);
  const { narrowed, unsolved, impossible } = await rangesOf(model.system);
  const told = [...narrowed].map(([id, range]) => [model.system.hidden[id], range] as const);
  expect([impossible, unsolved]).toEqual([[], []]);
  expect(
    told
      .filter(([hidden]) => hidden?.published)
      .map(([hidden, { low, high }]) => [
        hidden?.cell.row.key,
        hidden?.cell.column,
        hidden?.published,
        [low, high],
      ]),
  ).toEqual([]);
});

it('the attack finds what exact totals give away', async () => {
  const rows = rowsOf(1);
  const exact = (await publish(rows, 'internal')).filter(({ level }) => level !== 'school');
  const shown = (await publish(rows, 'public')).filter(({ level }) => level === 'school');
  const { found, narrowed } = await attacked([...shown, ...exact], 'school', 'r');
  expect(narrowed).toBeGreaterThan(20);
  expect(found).toBeGreaterThan(0);
});

it('neither the order of rows nor the number of threads changes what is published', async () => {
  const rows = rowsOf(4);
  const one = await publish(rows, 'public');
  const pools = 'FROM pooled_results ORDER BY ALL';
  const pooled = await engine.query(pools);
  const single = await openNative({ threads: 1 });
  expect(await publish([...rows].reverse(), 'public', single)).toEqual(one);
  expect(await single.query(pools)).toEqual(pooled);
  expect(pooled.length).toBeGreaterThan(50);
  await single.close();
});
