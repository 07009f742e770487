import { expect, test } from 'vitest';
import { queryError, startError } from '../../src/query/errors.ts';
import { sqlLiteral, sqlName } from '../../src/query/literal.ts';
import { statements } from '../../src/query/statements.ts';
import { type WasmConnection, WasmSession } from '../../src/query/wasm-session.ts';

test('a literal cannot be left by a quote', () => {
  expect(sqlLiteral("a' OR '1'='1")).toBe("'a'' OR ''1''=''1'");
  expect(sqlName('a"; DROP')).toBe('"a""; DROP"');
});

test('numbers are whole or floating, never decimal', () => {
  expect([0, -0, 7, -3, 0.5, 1e21].map(sqlLiteral)).toEqual(['0', '0', '7', '-3', '5e-1', '1e+21']);
});

test('a script is cut at its own semicolons only', () => {
  expect(statements(`SELECT ';' AS "a;b"; -- c;d\n/* e;f */ SELECT 'it''s; so';;`)).toEqual([
    `SELECT ';' AS "a;b"`,
    "SELECT 'it''s; so'",
  ]);
});

test('the reason behind a failed statement is uncovered', () => {
  const hidden = new Error(
    'Invalid Input Error: Attempting to fetch from an unsuccessful query result\nError: IO Error: no home',
  );
  expect(queryError(hidden)).toMatchObject({ code: 'query-failed', message: 'IO Error: no home' });
});

test.each([
  [
    "CompileError: Refused to compile WebAssembly module because 'unsafe-eval' is not allowed",
    'wasm-blocked',
  ],
  ['CompileError: call to WebAssembly.instantiateStreaming() blocked by CSP', 'wasm-blocked'],
  ['RangeError: WebAssembly.Memory(): could not allocate memory', 'out-of-memory'],
  ['TypeError: Failed to fetch', 'engine-missing'],
  ['CompileError: WebAssembly.instantiateStreaming(): reached end while decoding', 'engine-missing'],
])('a worker that says "%s" is %s', (message, code) => {
  expect(startError(message).code).toBe(code);
});

test('an engine whose cancelled query does not stop is ended and says so', async () => {
  let closed = 0;
  const never: WasmConnection = {
    send: () => new Promise(() => undefined),
    cancel: async () => true,
    register: async () => undefined,
    drop: async () => undefined,
    insertArrow: async () => undefined,
    fileBytes: async () => new Uint8Array(),
    close: async () => {
      closed++;
    },
  };
  const session = new WasmSession(never, 20);
  const controller = new AbortController();
  const stuck = session.query('SELECT 1', [], controller.signal);
  setTimeout(() => controller.abort(), 1);
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
  await expect(session.query('SELECT 2')).rejects.toMatchObject({ code: 'engine-timeout' });
  expect([session.ended, closed]).toEqual([true, 1]);
});

test('an engine whose WebAssembly memory is exhausted is ended', async () => {
  const full: WasmConnection = {
    send: () => Promise.reject(new Error('RuntimeError: memory access out of bounds')),
    cancel: async () => true,
    register: async () => undefined,
    drop: async () => undefined,
    insertArrow: async () => undefined,
    fileBytes: async () => new Uint8Array(),
    close: async () => undefined,
  };
  const session = new WasmSession(full);
  await expect(session.query('SELECT 1')).rejects.toMatchObject({ code: 'out-of-memory' });
  expect(session.ended).toBe(true);
});

test('an engine that was closed counts as ended, so that nobody asks it again', async () => {
  let closed = 0;
  const plain = { send: async () => [], cancel: async () => true, register: async () => undefined };
  const session = new WasmSession({
    ...plain,
    drop: async () => undefined,
    insertArrow: async () => undefined,
    fileBytes: async () => new Uint8Array(),
    close: async () => {
      closed++;
    },
  });
  await session.close();
  expect([session.ended, closed]).toEqual([true, 1]);
  await expect(session.query('SELECT 1')).rejects.toMatchObject({ code: 'engine-timeout' });
});
