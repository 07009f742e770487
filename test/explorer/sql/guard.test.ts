import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/explorer/sql/answer.ts';
import { checkQuery } from '../../../src/explorer/sql/guard.ts';
import type { FileEngine } from '../../../src/query/attach.ts';
import { openWasmInNode } from '../../../src/query/wasm-node.ts';

let wasm: FileEngine;
beforeAll(async () => {
  wasm = await openWasmInNode();
  await wasm.run(`CREATE TABLE results AS SELECT i AS n, 'a' || i AS name FROM range(1000) t(i)`);
  await wasm.seal('256MB');
});
afterAll(() => wasm.close());

const refused = [
  "ATTACH 'x.db'",
  "ATTACH ':memory:' AS other",
  'INSTALL httpfs',
  'LOAD httpfs',
  "COPY results TO 'results.csv'",
  "COPY results FROM 'results.csv'",
  "EXPORT DATABASE 'x'",
  "IMPORT DATABASE 'x'",
  "SET memory_limit = '9GB'",
  'PRAGMA threads = 8',
  'CREATE TABLE t AS SELECT 1',
  'DROP TABLE results',
  'DELETE FROM results',
  'UPDATE results SET n = 0',
  'INSERT INTO results VALUES (1, 2)',
  'CALL pragma_version()',
  'EXPLAIN ANALYZE DELETE FROM results',
  '/* SELECT */ DROP TABLE results',
];

describe('the console only reads', () => {
  it.each(refused)('%s is refused with a sentence before it reaches the engine', (text) => {
    expect(checkQuery(text)?.code).toBe('not-reading');
  });

  it.each(refused.map((text) => [text]))('%s cannot hide in a question either', async (text) => {
    await expect(
      ask(
        wasm,
        text.startsWith('EXPLAIN') ? `WITH a AS (SELECT 1) ${text}` : `SELECT 1) x; ${text}; FROM (SELECT 1`,
      ),
    ).rejects.toThrow();
    await expect(ask(wasm, `WITH a AS (SELECT 1) ${text}`)).rejects.toThrow();
  });

  const reads = [
    "SELECT * FROM read_csv_auto('http://127.0.0.1:1/x.csv')",
    "SELECT * FROM read_csv_auto('/etc/passwd')",
    "SELECT * FROM read_parquet('https://example.org/x.parquet')",
    "SELECT * FROM parquet_scan('x.parquet')",
    "SELECT * FROM parquet_metadata('x.parquet')",
    "SELECT * FROM read_json_auto('x.json')",
    "SELECT * FROM read_text('x')",
    "SELECT * FROM 'x.parquet'",
    "FROM 'https://example.org/x.csv'",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sqlite_scan('x', 'y')",
  ];
  it.each(reads)('%s passes the sentence and is stopped by the sealed engine', async (text) => {
    expect(checkQuery(text)).toBeNull();
    await expect(ask(wasm, text)).rejects.toThrow(/disabled|not in the catalog|does not exist/);
  });

  it('a statement of the engine that writes fails even when the sentence is passed by', async () => {
    const writing = [
      "ATTACH 'x.db'",
      'INSTALL httpfs',
      'LOAD httpfs',
      "COPY results TO 'x.csv'",
      "SET memory_limit = '9GB'",
    ];
    for (const text of writing) await expect(wasm.query(text)).rejects.toThrow();
  });

  it('no text changes the tables', async () => {
    const pieces = fc.constantFrom(
      ...[
        'SELECT 1',
        ')',
        '(',
        ';',
        "E'\\''",
        '$$',
        "'",
        '"',
        '--',
        '/*',
        '*/',
        '\n',
        ' AS x',
        'DROP TABLE results',
      ],
      ...[
        'DELETE FROM results',
        'UNION',
        'WITH a AS',
        'FROM',
        'results',
        'UPDATE results SET n = 0',
        'RETURNING *',
      ],
    );
    const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(text, async (tail) => {
        await ask(wasm, `SELECT n FROM results ${tail}`, { most: 5 }).catch(() => undefined);
        const [row] = await wasm.query<{ s: number; c: number }>(
          'SELECT sum(n) AS s, count(*) AS c FROM results',
        );
        expect(row).toEqual({ s: 499500, c: 1000 });
      }),
      { numRuns: 300 },
    );
  });

  it('empty and double texts are told apart', () => {
    expect(checkQuery(' -- nothing\n;')?.code).toBe('empty');
    expect(checkQuery('SELECT 1; SELECT 2')?.code).toBe('several');
    expect(checkQuery("SELECT ';' -- ; \n;")).toBeNull();
    expect(checkQuery('\n (SELECT 1)')).toBeNull();
    expect(checkQuery('SHOW TABLES')).toBeNull();
  });
});

describe('answers', () => {
  it('keep their order and say when they were cut', async () => {
    const { rows, cut } = await ask(wasm, 'SELECT n FROM results ORDER BY n DESC', { most: 3 });
    expect([rows, cut]).toEqual([[[999], [998], [997]], true]);
    expect((await ask(wasm, 'SELECT n FROM results', { most: 1000 })).cut).toBe(false);
  });

  it('show lists, structures and intervals as text', async () => {
    const { columns, rows } = await ask(
      wasm,
      "SELECT [1, 2] a, {'b': 1} b, INTERVAL 2 DAY c, NULL d, 1 a -- end",
    );
    expect(rows).toEqual([['[1, 2]', "{'b': 1}", '2 days', null, 1]]);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'a:1']);
  });

  it('describe and summarise tables', async () => {
    expect((await ask(wasm, 'DESCRIBE results')).rows.map(([name]) => name)).toEqual(['n', 'name']);
    expect((await ask(wasm, 'SUMMARIZE results;')).rows).toHaveLength(2);
    expect((await ask(wasm, 'SHOW TABLES')).rows).toEqual([['results']]);
  });
});
