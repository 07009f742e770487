import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Engine, Row } from '../contract/engine.ts';
import type { Finding } from './finding.ts';

/** How a word may stand in a file. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The bytes of a file, and what they unpack to. Parquet pages are read through the engine instead. */
async function* contents(path: string): AsyncGenerator<Buffer> {
  const bytes = readFileSync(path);
  yield bytes;
  if (bytes.indexOf('PK\x03\x04') === 0) yield* packed(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield gunzipSync(bytes);
  if (path.endsWith('.br')) yield brotliDecompressSync(bytes);
}

/** The parts of a ZIP container, as documents and workbooks are. */
async function* packed(bytes: Buffer): AsyncGenerator<Buffer> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    yield Buffer.concat(chunks);
  }
}

const cyrillic = (word: string): Buffer =>
  Buffer.from(
    Array.from(word, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code >= 0x410 && code <= 0x44f) return code - 0x350;
      return { 1025: 0xa8, 1105: 0xb8 }[code] ?? (code < 128 ? code : 63);
    }),
  );

/** A word as bytes in each encoding that a file of a site may have, escapes of JSON, HTML and URLs included. */
function spellings(word: string): Map<Encoding | 'escaped', Buffer[]> {
  const little = Buffer.from(word, 'utf16le');
  const escaped = Array.from(word, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? letter : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('');
  const entities = Array.from(word, (letter) =>
    letter.charCodeAt(0) < 128 ? letter : `&#${letter.charCodeAt(0)};`,
  ).join('');
  const ways = new Map<Encoding | 'escaped', Buffer[]>([
    ['utf-8', [Buffer.from(word, 'utf8')]],
    ['utf-16le', [little]],
    ['utf-16be', [Buffer.from(little).swap16()]],
    ['windows-1251', [cyrillic(word)]],
    ['escaped', [escaped, entities, encodeURIComponent(word)].map((text) => Buffer.from(text, 'utf8'))],
  ]);
  // A word of plain letters is written alike in most of these: looked for once.
  const known = new Set<string>();
  for (const [way, forms] of ways) {
    const fresh = forms.filter((form) => !known.has(form.toString('hex')));
    for (const form of fresh) known.add(form.toString('hex'));
    ways.set(way, fresh);
  }
  return ways;
}

/**
 * Looks for planted words in every byte of some folders: as they are, unpacked (ZIP, gzip, brotli), and in the values and
 * statistics of Parquet files. Words are told by their place in the list, never repeated.
 */
export async function canaryFindings(
  engine: Engine,
  folders: readonly string[],
  words: readonly string[],
): Promise<Finding[]> {
  const spelled = words.map(spellings);
  const found: Finding[] = [];
  const add = (folder: string, path: string, number: number, how: string) =>
    found.push({
      kind: 'canary',
      file: relative(folder, path),
      release: 0,
      details: { word: number + 1, how },
      chain: [],
    });
  for (const folder of folders) {
    for (const path of files(folder)) {
      for await (const bytes of contents(path))
        spelled.forEach((ways, number) => {
          for (const [how, forms] of ways)
            if (forms.some((form) => bytes.includes(form))) add(folder, path, number, how);
        });
      if (path.endsWith('.parquet'))
        for (const [number, word] of words.entries())
          if (await inParquet(engine, path, word)) add(folder, path, number, 'parquet');
    }
  }
  return found;
}

async function inParquet(engine: Engine, path: string, word: string): Promise<boolean> {
  const file = `'${path.replaceAll("'", "''")}'`;
  const [values] = await engine.query<Row>(
    `SELECT count(*) AS n FROM read_parquet(${file}) AS t WHERE contains(CAST(t AS VARCHAR), ?)`,
    [word],
  );
  const [statistics] = await engine.query<Row>(
    `SELECT count(*) AS n FROM parquet_metadata(${file}) AS t WHERE contains(CAST(t AS VARCHAR), ?)`,
    [word],
  );
  return Number(values?.n) + Number(statistics?.n) > 0;
}
