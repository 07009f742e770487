import { describe, expect, it } from 'vitest';
import { isZipFile } from '../../../src/ingest/xlsx/container.ts';
import { openWorkbook } from '../../../src/ingest/xlsx/workbook.ts';
import { fileOf } from './read.ts';
import { refuse } from './refuse.ts';
import { book, zip } from './write.ts';

const compound = (stream: string) => {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write('Root Entry', 2048, 'utf16le');
  bytes.write(stream, 2176, 'utf16le');
  return bytes;
};
const withMain = (target: string, more: Record<string, string> = {}) =>
  book({
    parts: {
      '_rels/.rels': `<Relationships xmlns="x"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
      ...more,
    },
  });

describe('a file that is no XLSX workbook', () => {
  refuse([
    { what: 'an empty file', bytes: () => '', code: 'empty-file' },
    {
      what: 'a CSV named .xlsx',
      bytes: () => 'Логин;Класс\nsch1;4\n',
      code: 'text-not-workbook',
      details: { encoding: 'utf-8' },
    },
    {
      what: 'a CSV in Windows-1251 named .xlsx',
      bytes: () => Buffer.from([0xcb, 0xee, 0xe3, 0x3b, 0x0a]),
      code: 'text-not-workbook',
      details: { encoding: 'windows-1251' },
    },
    {
      what: 'a web page named .xlsx',
      bytes: () => '<html><table><tr><td>1</td></tr></table></html>',
      code: 'not-a-workbook',
      details: { format: 'HTML' },
    },
    {
      what: 'XML of Excel 2003',
      bytes: () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      code: 'not-a-workbook',
      details: { format: 'XML Spreadsheet 2003' },
    },
    { what: 'a PDF', bytes: () => '%PDF-1.7\n', code: 'not-a-workbook', details: { format: 'PDF' } },
    { what: 'an old .xls', bytes: () => compound('Workbook'), code: 'old-xls' },
    {
      what: 'a very old .xls',
      bytes: () => Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]),
      code: 'old-xls',
    },
    {
      what: 'a workbook with a password',
      bytes: () => compound('EncryptedPackage'),
      code: 'encrypted-workbook',
    },
    {
      what: 'a ZIP with a password',
      bytes: () => zip([{ name: 'a.xml', data: 'a', flags: 1 }]),
      code: 'encrypted-workbook',
    },
    { what: 'an .xlsb', bytes: () => withMain('xl/workbook.bin'), code: 'xlsb-workbook' },
    {
      what: 'an .ods',
      bytes: () =>
        zip([
          { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
          { name: 'content.xml', data: '<a/>' },
        ]),
      code: 'ods-workbook',
    },
    {
      what: 'a ZIP of something else',
      bytes: () => zip([{ name: 'a.csv', data: 'a;b' }]),
      code: 'not-a-workbook',
      details: { format: 'ZIP' },
    },
    { what: 'an empty ZIP', bytes: () => zip([]), code: 'not-a-workbook', details: { format: 'ZIP' } },
    {
      what: 'a Word document',
      bytes: () => withMain('word/document.xml', { 'word/document.xml': '<w:document xmlns:w="urn:w"/>' }),
      code: 'not-a-workbook',
      details: { format: 'document' },
    },
  ]);

  it('an XLSX named .csv is recognised and read', async () => {
    const path = fileOf(book(), 'a.csv');
    expect(await isZipFile(path)).toBe(true);
    expect((await openWorkbook(path)).sheets).toHaveLength(1);
    expect(await isZipFile(fileOf('a;b\n', 'a.xlsx'))).toBe(false);
  });
});
