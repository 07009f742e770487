import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import { attachParquet, type FileEngine, importParquet } from '../../src/query/attach.ts';
import { openNative } from '../../src/query/native.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';
import { longestText } from '../../src/query/wasm-session.ts';

let native: Engine;
let wasm: FileEngine;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dinamika-query-'));
  native = await openNative({ threads: 2, memoryLimit: '1GB' });
  wasm = await openWasmInNode();
});

afterAll(async () => {
  await native.close();
  await wasm.close();
  await rm(folder, { recursive: true });
});

/** Rows that both engines give; fails when they differ. */
async function both(sql: string, params: Cell[] = []): Promise<unknown[]> {
  const [a, b] = await Promise.all([native.query(sql, params), wasm.query(sql, params)]);
  expect(b).toEqual(a);
  return a;
}

describe('one text, two engines, equal rows', () => {
  const cases: [name: string, sql: string, row: Record<string, Cell>][] = [
    [
      'decimals',
      'SELECT 1.005::DECIMAL(9,3) a, -0.1::DECIMAL(9,6) b, 7::DECIMAL(18,6) c',
      { a: 1.005, b: -0.1, c: 7 },
    ],
    [
      'whole numbers of every width',
      'SELECT 1::TINYINT a, 2::UTINYINT b, -3::SMALLINT c, 4::BIGINT d, 5::HUGEINT e, 9007199254740991::BIGINT f',
      { a: 1, b: 2, c: -3, d: 4, e: 5, f: 9007199254740991 },
    ],
    [
      'sums, counts, means',
      'SELECT sum(x) a, count(*) b, avg(x) c, sum(x::DECIMAL(9,3)) d FROM (VALUES (1), (2)) t(x)',
      { a: 3, b: 2, c: 1.5, d: 3 },
    ],
    [
      'dates',
      "SELECT DATE '2024-02-29' a, DATE '1969-12-31' b, DATE '0988-07-28' c",
      { a: '2024-02-29', b: '1969-12-31', c: '0988-07-28' },
    ],
    [
      'timestamps, to the millisecond',
      "SELECT TIMESTAMP '2024-02-29 12:34:56.789' a, TIMESTAMP '1969-12-31 23:59:59.5' b, TIMESTAMP '2024-01-01 00:00:00.123456' c",
      { a: '2024-02-29T12:34:56.789Z', b: '1969-12-31T23:59:59.500Z', c: '2024-01-01T00:00:00.123Z' },
    ],
    [
      'nulls of every type',
      'SELECT NULL a, NULL::INTEGER b, NULL::VARCHAR c, NULL::DATE d, NULL::DECIMAL(9,3) e, NULL::BOOLEAN f',
      { a: null, b: null, c: null, d: null, e: null, f: null },
    ],
    [
      'text',
      "SELECT 'Гимназия № 5 «Ёлочка»' a, '𝄞👩‍🏫' b, '' c, 'o''k' d",
      { a: 'Гимназия № 5 «Ёлочка»', b: '𝄞👩‍🏫', c: '', d: "o'k" },
    ],
    ['booleans', 'SELECT true a, false b', { a: true, b: false }],
    [
      'not-a-number and infinity',
      "SELECT 'nan'::DOUBLE a, 'inf'::DOUBLE b, 1.5::FLOAT c",
      { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: 1.5 },
    ],
    [
      'division by zero is null',
      'SELECT 1/0 a, 0/0 b, 1.0/0 c, 0::DOUBLE/0 d, 7/2 e, 7//2 f',
      { a: null, b: null, c: null, d: null, e: 3.5, f: 3 },
    ],
  ];
  test.each(cases)('%s', async (_, sql, row) => {
    expect(await both(sql)).toEqual([row]);
  });

  test('an answer without rows is an empty list', async () => {
    expect(await both('SELECT 1 a WHERE false')).toEqual([]);
  });

  test('an answer of many chunks keeps its order', async () => {
    const rows = await both('SELECT i FROM range(10000) t(i) ORDER BY i DESC');
    expect(rows).toHaveLength(10000);
    expect(rows[0]).toEqual({ i: 9999 });
  });

  test('a decimal never gains digits', async () => {
    const rows = await both(
      'SELECT (i * 0.001)::DECIMAL(9,3) x, (i * 0.001)::DECIMAL(9,3)::VARCHAR s FROM range(3000) t(i)',
    );
    for (const row of rows as { x: number; s: string }[]) expect(row.x).toBe(Number(row.s));
  });
});

describe('parameters', () => {
  test('keep value and type in both engines', async () => {
    const sql = 'SELECT ? a, ? b, ? c, ? d, ? e';
    expect(await both(sql, [1, 1.5, "it's; DROP TABLE x --", null, true])).toEqual([
      { a: 1, b: 1.5, c: "it's; DROP TABLE x --", d: null, e: true },
    ]);
    const types = await both('SELECT typeof(?) a, typeof(?) b, typeof(?) c, typeof(?) d, typeof(?) e', [
      1,
      1.5,
      'x',
      true,
      2 ** 40,
    ]);
    expect(types).toEqual([{ a: 'INTEGER', b: 'DOUBLE', c: 'VARCHAR', d: 'BOOLEAN', e: 'BIGINT' }]);
  });

  test('may change their type between two runs of one text', async () => {
    const sql = 'SELECT ? IS NULL a, ? = 2 b';
    expect(await both(sql, [null, 2])).toEqual([{ a: true, b: true }]);
    expect(await both(sql, ['x', 2.5])).toEqual([{ a: false, b: false }]);
  });

  test('every fraction arrives as it was sent', async () => {
    for (const value of [0.1, 1 / 3, 1e-7, 1.7976931348623157e308, -5e-324, 1e21]) {
      expect(await both('SELECT ? x', [value])).toEqual([{ x: value }]);
    }
  });

  test('that no literal can carry are refused', async () => {
    for (const engine of [native, wasm]) {
      await expect(engine.query('SELECT ?', [Number.NaN])).rejects.toThrow('invalid parameter: NaN');
    }
    await expect(wasm.query('SELECT ?', ['a\0b'])).rejects.toThrow('NUL');
  });
});

describe('failures', () => {
  const faults: [name: string, sql: string][] = [
    ['a syntax error', 'SELEC 1'],
    ['an unknown table', 'SELECT * FROM nowhere'],
    ['an error met while running', 'SELECT ln(x) FROM (VALUES (0)) t(x)'],
    [
      'an error in a late row',
      "SELECT CASE WHEN i = 9000 THEN 'a' ELSE '1' END::INTEGER FROM range(10000) t(i)",
    ],
    ['a list', 'SELECT [1, 2] a'],
    ['an enum', "SELECT 'x'::ENUM('x', 'y') a"],
    ['an interval', 'SELECT INTERVAL 3 DAYS a'],
  ];
  test.each(faults)('%s is thrown by both engines and leaves them working', async (_, sql) => {
    for (const engine of [native, wasm]) {
      await expect(engine.query(sql)).rejects.toMatchObject({ name: 'EngineError', code: 'query-failed' });
      expect(await engine.query('SELECT 1 a')).toEqual([{ a: 1 }]);
    }
  });

  test('a text longer than the engine can take is refused, and the engine lives on', async () => {
    const text = (bytes: number) => `SELECT length('${'я'.repeat((bytes - 22) / 2)}') AS n`;
    expect(Buffer.byteLength(text(longestText))).toBe(longestText);
    expect(await wasm.query(text(longestText))).toEqual([{ n: (longestText - 22) / 2 }]);
    for (const bytes of [longestText + 2, 1_000_000])
      await expect(wasm.query(text(bytes))).rejects.toMatchObject({
        code: 'query-too-long',
      });
    await expect(wasm.query('SELECT ? AS a', ['x'.repeat(longestText)])).rejects.toMatchObject({
      code: 'query-too-long',
    });
    expect(await wasm.query('SELECT ? AS a', ['x'])).toEqual([{ a: 'x' }]);
  });

  test('an aborted native query stops soon', async () => {
    const controller = new AbortController();
    const endless = native.query(
      'SELECT count(*) FROM range(10000000000) a(i) WHERE hash(i) = 1',
      [],
      controller.signal,
    );
    setTimeout(() => controller.abort(), 20);
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    const started = performance.now();
    expect(await native.query('SELECT 1 a')).toEqual([{ a: 1 }]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('a query whose signal has fired already never runs', async () => {
    for (const engine of [native, wasm]) {
      await expect(engine.query('SELECT 1', [], AbortSignal.abort())).rejects.toMatchObject({
        name: 'AbortError',
      });
    }
  });

  test('queries started together do not mix their rows', async () => {
    for (const engine of [native, wasm]) {
      const asked = Array.from({ length: 20 }, (_, n) => engine.query('SELECT ? n', [n]));
      expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, n) => [{ n }]));
    }
  });
});

describe('Parquet', () => {
  test('written by native (zstd, v1) reads the same in both, and in a sealed engine', async () => {
    const path = join(folder, 'table.parquet');
    await native.run(`COPY (
      SELECT i AS id, 'школа ' || i AS name, (i / 3)::DECIMAL(9,3) AS mean, i % 2 = 0 AS even,
        DATE '2024-01-01' + i::INTEGER AS day, CASE WHEN i % 5 > 0 THEN i::SMALLINT END AS maybe
      FROM range(5000) t(i) ORDER BY i
    ) TO '${path}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1)`);
    const sealed = await openWasmInNode();
    await sealed.register('table-abc.parquet', await readFile(path));
    await importParquet(sealed, 'works', 'table-abc.parquet');
    await sealed.drop('table-abc.parquet');
    await sealed.seal('256MB');
    await attachParquet(native, 'works', path);
    const sql = 'SELECT * FROM works WHERE id >= ? ORDER BY id';
    expect(await sealed.query(sql, [10])).toEqual(await native.query(sql, [10]));
    await sealed.close();
  });

  test('that is damaged is an error, not an empty table', async () => {
    await wasm.register('damaged.parquet', new TextEncoder().encode('<!doctype html>'));
    await expect(importParquet(wasm, 'damaged', 'damaged.parquet')).rejects.toMatchObject({
      name: 'EngineError',
    });
  });
});

describe('a sealed engine', () => {
  test.each([
    "SELECT * FROM read_parquet('x.parquet')",
    "SELECT * FROM read_csv_auto('https://example.org/x.csv')",
    "SELECT * FROM 'x.parquet'",
    "COPY (SELECT 1) TO 'x.csv'",
    "ATTACH 'x.db'",
    'INSTALL httpfs',
    'LOAD httpfs',
    "SET memory_limit = '4GB'",
    'SET enable_external_access = true',
  ])('refuses %s', async (sql) => {
    const engine = await openWasmInNode();
    await engine.seal('256MB');
    await expect(engine.query(sql)).rejects.toMatchObject({ name: 'EngineError' });
    await engine.close();
  });

  test('that runs out of memory says so and goes on', async () => {
    const engine = await openWasmInNode();
    await engine.seal('40MB');
    const greedy = 'SELECT count(*) FROM (SELECT i, hash(i) h FROM range(20000000) t(i) ORDER BY h)';
    await expect(engine.query(greedy)).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(await engine.query('SELECT 1 a')).toEqual([{ a: 1 }]);
    await engine.close();
  });
});
