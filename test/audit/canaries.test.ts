import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { canaryFindings } from '../../src/audit/canaries.ts';
import { openNative } from '../../src/query/native.ts';
import { temporaryFolder } from '../support.ts';

const word = 'Ёлкина-7Q';
const windows = Buffer.from([0xa8, 0xeb, 0xea, 0xe8, 0xed, 0xe0, 0x2d, 0x37, 0x51]);
const little = Buffer.from(`x ${word} y`, 'utf16le');

const planted: [string, string | Buffer][] = [
  ['plain.html', `<p>${word}</p>`],
  ['attribute.svg', `<svg><title>${word}</title></svg>`],
  ['map.js.map', `{"sourcesContent":["// ${word}"]}`],
  ['packed.json.gz', gzipSync(`{"a":"${word}"}`)],
  ['packed.js.br', brotliCompressSync(Buffer.from(`const a='${word}'`))],
  [
    'text.png',
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(`tEXtComment\0${word}`)]),
  ],
  ['little.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
  ['big.csv', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()])],
  ['old.csv', Buffer.concat([Buffer.from('a;'), windows])],
  ['escaped.json', '{"a":"\\u0401\\u043b\\u043a\\u0438\\u043d\\u0430-7Q"}'],
  ['entity.html', '<p>&#1025;&#1083;&#1082;&#1080;&#1085;&#1072;-7Q</p>'],
  ['link.html', `<a href="/${encodeURIComponent(word)}">`],
];

const look = async (folder: string) => {
  const engine = await openNative({ threads: 1 });
  const found = await canaryFindings(engine, [folder], ['nowhere-1', word]);
  await engine.close();
  return found;
};

describe('a planted word', () => {
  it.each(planted)('is found in %s', async (name, content) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deep'), { recursive: true });
    writeFileSync(join(folder, 'deep', name), content);
    writeFileSync(join(folder, 'clean.html'), '<p>Елкина</p>');
    const found = await look(folder);
    expect([...new Set(found.map(({ file }) => file))]).toEqual([join('deep', name)]);
    // The report must not spread what it found.
    expect(JSON.stringify(found)).not.toContain(word);
  });

  it.each(['zstd', 'snappy', 'uncompressed'])('is found in the values of %s Parquet', async (compression) => {
    const folder = temporaryFolder();
    const engine = await openNative({ threads: 1 });
    const rows = `SELECT i, CASE WHEN i = 700 THEN '${word}' ELSE 'row ' || i END AS name FROM range(1000) t(i)`;
    await engine.run(
      `COPY (${rows}) TO '${join(folder, 'a.parquet')}' (FORMAT parquet, COMPRESSION ${compression})`,
    );
    await engine.close();
    expect((await look(folder)).map(({ file, details }) => [file, details?.how])).toContainEqual([
      'a.parquet',
      'parquet',
    ]);
  });

  it('is not found where it is not', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.html'), '<p>nothing</p>');
    expect(await look(folder)).toEqual([]);
  });
});
