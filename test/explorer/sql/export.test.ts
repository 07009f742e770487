import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { Row } from '../../../src/contract/engine.ts';
import { toCsv } from '../../../src/explorer/csv.ts';
import type { Answer } from '../../../src/explorer/sql/answer.ts';
import { toArrow, toParquet } from '../../../src/explorer/sql/export.ts';
import { openNative } from '../../../src/query/native.ts';
import { openWasmInNode } from '../../../src/query/wasm-node.ts';
import { temporaryFolder } from '../../support.ts';

const answer: Answer = {
  columns: [
    { name: 'школа', type: 'VARCHAR' },
    { name: '2024', type: 'INTEGER' },
    { name: 'all', type: 'BIGINT' },
    { name: 'share', type: 'DECIMAL(9,3)' },
    { name: 'open', type: 'BOOLEAN' },
    { name: 'day', type: 'DATE' },
    { name: 'at', type: 'TIMESTAMP' },
  ],
  rows: [
    ['Гимназия № 5 «Ёлочка»', -12, 9007199254740991, -0.125, true, '2024-02-29', '2024-02-29T12:34:56.000Z'],
    [null, null, null, null, null, null, null],
    ['=1+1', 3, 0, 1005.5, false, '1969-12-31', '1969-12-31T23:59:59.500Z'],
  ],
  cut: false,
};

const csvOf = (...values: (string | number | null)[]): string[] =>
  toCsv({ columns: [{ name: 'a' }], rows: values.map((value) => [value]) })
    .slice(1)
    .split('\r\n')
    .slice(1, -1);

test('CSV makes formulas harmless and leaves negative numbers numbers', () => {
  expect(csvOf(-5, '-5', '-0,5', '+7', '-1e-3')).toEqual(['-5', '-5', '"-0,5"', '+7', '-1e-3']);
  for (const bad of ['=1+1', '@SUM(A1)', '+1+1', '-1+1', '-A1', '\tx', '＝1', "=HYPERLINK('x')"])
    expect(csvOf(bad)[0]).toMatch(/^"?'/);
  expect(csvOf('a=1', '№ 5', null, 'a"b')).toEqual(['a=1', '№ 5', '', '"a""b"']);
});

test('names of columns are made harmless as well', () => {
  const csv = toCsv({ columns: [{ name: '=cmd()' }], rows: [[1]] });
  expect(csv).toBe('\uFEFF"\'=cmd()"\r\n1\r\n');
});

test('Arrow keeps the order, names and values of the columns', () => {
  const table = tableFromIPC(toArrow(answer));
  expect(table.numRows).toBe(3);
  expect(table.schema.fields.map(({ name }) => name)).toEqual(answer.columns.map(({ name }) => name));
  const column = (index: number) => [0, 1, 2].map((row) => table.getChildAt(index)?.get(row));
  expect(column(0)).toEqual(['Гимназия № 5 «Ёлочка»', null, '=1+1']);
  expect(column(1)).toEqual([-12, null, 3]);
  expect(column(3)).toEqual([-0.125, null, 1005.5]);
  expect(column(4)).toEqual([true, null, false]);
  expect(String(table.schema.fields[5]?.type)).toContain('Date');
});

test('Parquet written in the browser is read by a native engine with the types of the answer', async () => {
  const path = join(temporaryFolder(), 'answer.parquet');
  writeFileSync(path, await toParquet(answer, openWasmInNode));
  expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
  const engine = await openNative();
  try {
    const rows = await engine.query<Row>(`FROM read_parquet('${path}')`);
    expect(rows.map((row) => answer.columns.map(({ name }) => row[name]))).toEqual(answer.rows);
    const types = await engine.query<Row>(`DESCRIBE FROM read_parquet('${path}')`);
    expect(types.map(({ column_type }) => column_type)).toEqual(answer.columns.map(({ type }) => type));
  } finally {
    await engine.close();
  }
});

test('an answer without rows is a file with its columns', async () => {
  const empty = { ...answer, rows: [] };
  expect(tableFromIPC(toArrow(empty)).schema.fields).toHaveLength(7);
  expect((await toParquet(empty, openWasmInNode)).length).toBeGreaterThan(100);
  expect(toCsv(empty).trim().split('\r\n')).toHaveLength(1);
});
