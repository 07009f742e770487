import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from './read.ts';
import { refuse } from './refuse.ts';
import { book, zip } from './write.ts';

const zeros = Buffer.alloc(64 * 2 ** 20);

describe('a container that is damaged or hostile', () => {
  refuse([
    { what: 'a truncated workbook', bytes: () => book().subarray(0, -40), code: 'damaged-zip' },
    { what: 'a workbook cut in half', bytes: () => book().subarray(0, 900), code: 'damaged-zip' },
    {
      what: 'changed bytes',
      bytes: () => {
        const b = book();
        const at = b.indexOf('sheet1.xml') + 20;
        b.fill(0, at, at + 20);
        return b;
      },
      code: 'damaged-zip',
    },
    {
      what: 'a wrong checksum',
      bytes: () =>
        book({
          parts: { 'xl/workbook.xml': null },
          entries: [{ name: 'xl/workbook.xml', data: '<workbook/>', crc: 1 }],
        }),
      code: 'damaged-zip',
      details: { message: 'CRC xl/workbook.xml' },
    },
    {
      what: 'a name that climbs out',
      bytes: () => book({ entries: [{ name: '../../etc/passwd', data: 'x' }] }),
      code: 'unsafe-zip-entry',
      details: { entry: '../../etc/passwd' },
    },
    {
      what: 'a name that climbs out with backslashes',
      bytes: () => book({ entries: [{ name: '..\\..\\a', data: 'x' }] }),
      code: 'unsafe-zip-entry',
    },
    {
      what: 'an absolute name',
      bytes: () => book({ entries: [{ name: '/etc/passwd', data: 'x' }] }),
      code: 'unsafe-zip-entry',
    },
    {
      what: 'an absolute Windows name',
      bytes: () => book({ entries: [{ name: 'C:\\a', data: 'x' }] }),
      code: 'unsafe-zip-entry',
    },
    {
      what: 'a part twice',
      bytes: () => book({ entries: [{ name: 'XL/Workbook.xml', data: '<workbook/>' }] }),
      code: 'duplicate-zip-entry',
      details: { entry: 'XL/Workbook.xml' },
    },
    {
      what: 'too many entries',
      bytes: () => book({ entries: Array.from({ length: 2001 }, (_, i) => ({ name: `a${i}`, data: '' })) }),
      code: 'zip-too-many-entries',
      details: { n: 2008, limit: 2000 },
    },
    {
      what: 'a zip bomb',
      bytes: () => book({ entries: [{ name: 'b', data: zeros }] }),
      code: 'zip-ratio',
      details: { entry: 'b', limit: 200 },
    },
    {
      what: 'a zip bomb that declares to be small',
      bytes: () =>
        book({
          parts: { 'xl/workbook.xml': null },
          entries: [{ name: 'xl/workbook.xml', data: zeros, declared: 1000 }],
        }),
      code: 'damaged-zip',
    },
    {
      what: 'an entry that is too large',
      bytes: () => book(),
      limits: { entryBytes: 300 },
      code: 'zip-entry-too-large',
      details: { limit: 300 },
    },
    {
      what: 'too much in all',
      bytes: () => book(),
      limits: { totalBytes: 1000 },
      code: 'zip-total-too-large',
      details: { limit: 1000 },
    },
  ]);

  it.skipIf(process.platform !== 'linux')('a zip bomb of 1 GB costs under 100 MB', () => {
    const chunk = { data: Buffer.alloc(2 ** 28), crc: 1 };
    const path = fileOf(zip([1, 2, 3, 4].map((i) => ({ ...chunk, name: `xl/${i}.xml` }))));
    const module = join(import.meta.dirname, '../../../src/ingest/xlsx/workbook.ts');
    const script = `const { openWorkbook } = await import(${JSON.stringify(module)});
      const code = await openWorkbook(${JSON.stringify(path)}).then(() => '', (fault) => fault.code);
      const [, peak] = /VmHWM:\\s+(\\d+)/.exec((await import('node:fs')).readFileSync('/proc/self/status', 'utf8'));
      console.log(JSON.stringify({ code, mb: peak / 1024 }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const { code, mb } = JSON.parse(output);
    expect(code).toBe('zip-ratio');
    expect(mb).toBeLessThan(100);
  });
});
