import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileEngine } from '../../src/query/attach.ts';
import { memoryLimit } from '../../src/query/memory.ts';
import { openNative } from '../../src/query/native.ts';
import { loadParquet, openRelease } from '../../src/query/release.ts';
import { sha256, sha256Plain } from '../../src/query/sha256.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

let folder: string;
let parquet: Uint8Array;
let engine: FileEngine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dinamika-release-'));
  const native = await openNative();
  const path = join(folder, 'results.parquet');
  await native.run(
    `COPY (SELECT 1 AS a) TO '${path}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1)`,
  );
  await native.close();
  parquet = await readFile(path);
  engine = await openWasmInNode();
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** A site with one release; `change` damages it. */
function site(change: Record<string, Uint8Array | null> = {}): typeof fetch {
  const entry = { path: 'results.parquet', bytes: parquet.length, sha256: hash(parquet) };
  const manifest = json({ release: 'r1', files: [entry] });
  const files: Record<string, Uint8Array | null> = {
    'data/latest.json': json({ release: 'r1', manifest_sha256: hash(manifest) }),
    'data/r1/manifest.json': manifest,
    'data/r1/results.parquet': parquet,
    ...change,
  };
  return async (url) => {
    const body = files[String(url)];
    return body ? new Response(Uint8Array.from(body)) : new Response('<html>', { status: 404 });
  };
}

const load = async (fetch: typeof globalThis.fetch): Promise<void> =>
  loadParquet(engine, await openRelease('data', { fetch }), 'results', { fetch });

test('a sound release becomes a table', async () => {
  await load(site());
  expect(await engine.query('SELECT * FROM results')).toEqual([{ a: 1 }]);
});

const html = new TextEncoder().encode('<!doctype html><title>Not found</title>');
test.each([
  ['latest.json is absent', { 'data/latest.json': null }, 'data-missing', 'latest.json'],
  ['latest.json is a page', { 'data/latest.json': html }, 'data-damaged', 'latest.json'],
  [
    'the manifest is not the one named',
    { 'data/r1/manifest.json': json({}) },
    'data-damaged',
    'r1/manifest.json',
  ],
  ['the table is absent', { 'data/r1/results.parquet': null }, 'data-missing', 'results.parquet'],
  ['the table is a page', { 'data/r1/results.parquet': html }, 'data-damaged', 'results.parquet'],
])('%s: the error names the file', async (_, change, code, file) => {
  await expect(load(site(change))).rejects.toMatchObject({ code, file });
});

test('a truncated or altered table is damaged', async () => {
  const altered = Uint8Array.from(parquet, (byte, index) => (index === 20 ? byte ^ 1 : byte));
  for (const bytes of [parquet.slice(0, -1), altered]) {
    const fetch = site({ 'data/r1/results.parquet': bytes });
    await expect(load(fetch)).rejects.toMatchObject({ code: 'data-damaged', file: 'results.parquet' });
  }
});

test('a site out of reach is data-missing', async () => {
  const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(load(fetch)).rejects.toMatchObject({ code: 'data-missing', file: 'latest.json' });
});

test('the hash without crypto.subtle is the same', async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7919) & 255);
    expect(Buffer.from(sha256Plain(bytes)).toString('hex')).toBe(hash(bytes));
    expect(await sha256(bytes)).toBe(hash(bytes));
  }
});

test('memory follows the device', () => {
  expect([0.5, 1, 2, 8, undefined].map((memory) => memoryLimit(memory))).toEqual([
    '256MB',
    '256MB',
    '512MB',
    '1024MB',
    '512MB',
  ]);
});

test("the progress bar's total is the size of the pinned engine", async () => {
  const source = await readFile('src/query/wasm.ts', 'utf8');
  const wasm = await readFile('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  expect(Number(/engineBytes = ([\d_]+)/.exec(source)?.[1]?.replaceAll('_', ''))).toBe(wasm.length);
});
