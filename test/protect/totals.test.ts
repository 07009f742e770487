import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newModel, relatePlaces } from '../../src/audit/model.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { readCounts } from '../../src/audit/rows.ts';
import { attacked } from '../../src/cli/disclosure/compare.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { published } from '../../src/contract/published.ts';
import { openNative } from '../../src/query/native.ts';
import { expectTruth, places, publish, rowsOf } from './region.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative({ threads: 2 });
});
afterAll(() => engine.close());

describe.each(['public', 'rounded'] as const)('totals of random regions, preset %s', (preset) => {
  it.each([1, 2])(
    'hold the truth and give no hidden number away (seed %i)',
    async (seed) => {
      const rows = rowsOf(seed);
      const truth = await publish(engine, rows, 'internal');
      const shown = await publish(engine, rows, preset);
      expectTruth(shown, truth);
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
  await publish(engine, rowsOf(seed, 4), 'public');
  const at = { view: 'results', table: 'results', release: 0, key: published.results.key };
  const counts = await readCounts(engine, at);
  const model = newModel();
  model.take(counts);
  relatePlaces(counts, places, model);
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
  const exact = (await publish(engine, rows, 'internal')).filter(({ level }) => level !== 'school');
  const shown = (await publish(engine, rows, 'public')).filter(({ level }) => level === 'school');
  const { found, narrowed } = await attacked([...shown, ...exact], 'school', 'r');
  expect(narrowed).toBeGreaterThan(20);
  expect(found).toBeGreaterThan(0);
});

it('neither the order of rows nor the number of threads changes what is published', async () => {
  const rows = rowsOf(4);
  const one = await publish(engine, rows, 'public');
  const pools = 'FROM pooled_results ORDER BY ALL';
  const pooled = await engine.query(pools);
  const single = await openNative({ threads: 1 });
  expect(await publish(single, [...rows].reverse(), 'public')).toEqual(one);
  expect(await single.query(pools)).toEqual(pooled);
  expect(pooled.length).toBeGreaterThan(50);
  await single.close();
});
