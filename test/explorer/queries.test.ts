import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, Row } from '../../src/contract/engine.ts';
import { dynamicsQuery, type Query, type RateRow, ratesQuery } from '../../src/explorer/queries.ts';
import type { Selection } from '../../src/explorer/state.ts';
import { openNative } from '../../src/query/native.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';

let engines: Engine[];

// level, entity, municipality, year, procedure, subject, grade, participants low and high, below low and high
const rows: (string | number | null)[][] = [
  ['region', 'r', null, 2023, 'vpr', 'mathematics', 4, 200, 200, 50, 50],
  ['region', 'r', null, 2024, 'vpr', 'mathematics', 4, 210, 210, 40, 40],
  ['region', 'r', null, 2024, 'vpr', 'mathematics', 5, 190, 190, 30, 30],
  ['region', 'r', null, 2024, 'vpr', 'russian', 4, 210, 210, 20, 20],
  ['municipality', 'm1', 'm1', 2024, 'vpr', 'mathematics', 4, 80, 80, 20, 20],
  ['municipality', 'm2', 'm2', 2024, 'vpr', 'mathematics', 4, 60, 60, 3, 5],
  ['school', 's2', 'm1', 2024, 'vpr', 'mathematics', 4, 30, 30, 9, 9],
  ['school', 's1', 'm1', 2023, 'vpr', 'mathematics', 4, 20, 20, 6, 6],
  ['school', 's1', 'm1', 2024, 'vpr', 'mathematics', 4, 20, 20, 4, 4],
  ['school', 's1', 'm1', 2024, 'vpr', 'mathematics', 5, 25, 25, 1, 2],
  ['school', 's3', 'm1', 2024, 'vpr', 'mathematics', 4, 12, 12, 3, 3],
  ['school', 's3', 'm1', 2024, 'vpr', 'mathematics', 5, 1, 9, null, null],
  ['school', 's4', 'm2', 2024, 'vpr', 'mathematics', 4, 40, 40, 10, 10],
];

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;

const script = `
CREATE TABLE told AS
SELECT *, 'spring' AS "session", 'g1' AS comparability, 'none' AS protection
FROM (VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')})
  t(level, entity_id, municipality_id, year, procedure, subject, grade, participants_low, participants_high,
    below_threshold_low, below_threshold_high);
CREATE TABLE area_results AS SELECT * EXCLUDE municipality_id FROM told WHERE level <> 'school';
CREATE TABLE school_results AS SELECT * EXCLUDE (level, protection) FROM told WHERE level = 'school';
CREATE TABLE names AS SELECT * FROM (VALUES
  ('school', 's1', 'Школа № 1'), ('school', 's2', 'Г'), ('school', 's3', 'Школа № 3'), ('school', 's4', 'Школа № 4'),
  ('municipality', 'm1', 'Озёрский'), ('municipality', 'm2', 'Каменка')
) t(level, id, name)`;

beforeAll(async () => {
  engines = [await openNative(), await openWasmInNode()];
  for (const engine of engines) await engine.run(script);
});

afterAll(async () => {
  for (const engine of engines) await engine.close();
});

async function onBoth<T = Row>({ sql, params }: Query): Promise<T[]> {
  const [native, wasm] = await Promise.all(engines.map((engine) => engine.query<T>(sql, params)));
  expect(wasm).toEqual(native);
  return native ?? [];
}

const all: Selection = { procedure: 'vpr', subject: 'mathematics', grade: null, municipality: '' };

test('the chart of the region has its rows alone, by grade and year', async () => {
  const found = await onBoth(dynamicsQuery(all));
  expect(found.map((row) => [row.level, row.grade, row.year])).toEqual([
    ['region', 4, 2023],
    ['region', 4, 2024],
    ['region', 5, 2024],
  ]);
  expect(found[0]).toMatchObject({
    session: 'spring',
    participants_low: 200,
    below_threshold_high: 50,
  });
});

test('a municipality stands beside the region, and a grade narrows both', async () => {
  const found = await onBoth(dynamicsQuery({ ...all, grade: 4, municipality: 'm1' }));
  expect(found.map((row) => [row.entity_id, row.grade, row.year])).toEqual([
    ['m1', 4, 2024],
    ['r', 4, 2023],
    ['r', 4, 2024],
  ]);
});

test('the schools of a municipality by name and year; an unknown count makes the sum unknown', async () => {
  const found = await onBoth<RateRow>(ratesQuery({ ...all, municipality: 'm1' }));
  expect(found.map((row) => [row.name, row.year, row.participants_low, row.below_threshold_low])).toEqual([
    ['Г', 2024, 30, 9],
    ['Школа № 1', 2023, 20, 6],
    ['Школа № 1', 2024, 45, 5],
    ['Школа № 3', 2024, 13, null],
  ]);
  expect(found[2]).toMatchObject({ participants_high: 45, below_threshold_high: 6 });
});

test('without a municipality the table compares the municipalities', async () => {
  const found = await onBoth<RateRow>(ratesQuery({ ...all, grade: 4 }));
  expect(found.map((row) => [row.name, row.below_threshold_low, row.below_threshold_high])).toEqual([
    ['Каменка', 3, 5],
    ['Озёрский', 20, 20],
  ]);
});

test('a choice nobody was tested in is no rows, and a quote in it harms nothing', async () => {
  expect(await onBoth(dynamicsQuery({ ...all, subject: "x' OR '1'='1" }))).toEqual([]);
  expect(await onBoth(ratesQuery({ ...all, municipality: "m1'; DROP TABLE results; --" }))).toEqual([]);
  expect(await onBoth(dynamicsQuery(all))).toHaveLength(3);
});
