import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import { protectObservations } from '../../src/protect/observations.ts';
import { openNative } from '../../src/query/native.ts';
import { readMethodology } from '../indicators/tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

type Ends = [protection: string, low: number, high: number, denominatorLow: number, denominatorHigh: number];

async function published(numerator: number, denominator: number, indicator = 'essay-pass'): Promise<Ends> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE canonical_observations AS SELECT 'school' AS entity_level, 's' AS entity_id,
    2025 AS year, '${indicator}' AS indicator_id, '' AS dimension, ${numerator} AS numerator, ${denominator} AS denominator,
    CAST(NULL AS DOUBLE) AS value`);
  await protectObservations(engine, readMethodology('default'), 'public', ['mentoring']);
  const [row] = await engine.query<Record<string, Cell>>(
    'SELECT protection, numerator_low, numerator_high, denominator_low, denominator_high FROM observations',
  );
  return Object.values(row ?? {}) as Ends;
}

it('hides what counts fewer than ten pupils, and the whole with it', async () => {
  expect(await published(4, 9)).toEqual(['few-participants', 0, 9, 1, 9]);
});

it('hides one or two pupils of many, on either side', async () => {
  expect(await published(2, 40)).toEqual(['few-failing', 1, 2, 40, 40]);
  expect(await published(39, 40)).toEqual(['few-failing', 38, 39, 40, 40]);
});

it('leaves larger parts and nobody as they are, and answers of schools', async () => {
  expect(await published(20, 40)).toEqual(['none', 20, 20, 40, 40]);
  expect(await published(0, 40)).toEqual(['none', 0, 0, 40, 40]);
  expect(await published(1, 1, 'mentoring')).toEqual(['none', 1, 1, 1, 1]);
});

it('every range holds the true number, and one range is never of one number alone', async () => {
  for (let total = 1; total <= 14; total += 1)
    for (let part = 0; part <= total; part += 1) {
      const [protection, low, high, least, most] = await published(part, total);
      expect(low <= part && part <= high && least <= total && total <= most).toBe(true);
      if (protection !== 'none') expect(high - low).toBeGreaterThan(0);
    }
});
