import { describe } from 'vitest';
import { rows } from './read.ts';
import { refuse } from './refuse.ts';
import { book } from './write.ts';

const cell = (content: string) => book(rows(`<row r="3"><c r="B3" ${content}</c></row>`));
const sheetXml = (xml: string | Uint8Array) => book({ sheets: [{ xml }] });
const laughs =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';

function randomText(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
}

describe('a part that is damaged, hostile or too large', () => {
  refuse([
    {
      what: 'entities',
      bytes: () => sheetXml(laughs),
      code: 'xlsx-doctype',
      details: { part: 'xl/worksheets/sheet1.xml' },
    },
    {
      what: 'an external entity',
      bytes: () =>
        book({ parts: { 'xl/sharedStrings.xml': '<!DOCTYPE s SYSTEM "file:///etc/passwd"><s/>' } }),
      code: 'xlsx-doctype',
    },
    {
      what: 'XML that breaks off',
      bytes: () => sheetXml('<worksheet><sheetData><row><c><v>1</v></c></row>'),
      code: 'damaged-xlsx',
    },
    {
      what: 'XML that is none',
      bytes: () => sheetXml('<worksheet><sheetData></worksheet>'),
      code: 'damaged-xlsx',
    },
    { what: 'an empty part', bytes: () => sheetXml(''), code: 'damaged-xlsx' },
    {
      what: 'bytes that are no UTF-8',
      bytes: () => sheetXml(Buffer.from('<worksheet>\xff</worksheet>', 'latin1')),
      code: 'damaged-xlsx',
      details: { message: 'utf-8' },
    },
    {
      what: 'nesting without end',
      bytes: () => sheetXml('<a>'.repeat(1000)),
      code: 'damaged-xlsx',
      details: { message: 'depth > 128' },
    },
    {
      what: 'a tag without end',
      bytes: () => sheetXml(`<worksheet a="${randomText(3_000_000)}"/>`),
      code: 'damaged-xlsx',
    },
    {
      what: 'a missing sheet part',
      bytes: () => book({ parts: { 'xl/worksheets/sheet1.xml': null } }),
      code: 'damaged-xlsx',
      details: { part: 'xl/worksheets/sheet1.xml' },
    },
    { what: 'no sheets', bytes: () => book({ sheets: [] }), code: 'damaged-xlsx' },
    {
      what: 'a string that does not exist',
      bytes: () => cell('t="s"><v>5</v>'),
      code: 'damaged-xlsx',
      place: { line: 3, column: 'B' },
    },
    {
      what: 'a row before the one above it',
      bytes: () => book(rows('<row r="5"/><row r="2"/>')),
      code: 'damaged-xlsx',
    },
    {
      what: 'a cell before the one left of it',
      bytes: () => book(rows('<row r="5"><c r="B5"><v>1</v></c><c r="A5"/></row>')),
      code: 'damaged-xlsx',
    },
    {
      what: 'a row past the last',
      bytes: () => book(rows('<row r="1048577"><c><v>1</v></c></row>')),
      code: 'too-many-sheet-rows',
      details: { limit: 1_048_576 },
    },
    {
      what: 'a column past the last',
      bytes: () => book(rows('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
      code: 'too-many-sheet-columns',
      details: { limit: 16_384 },
      place: { column: 'XFE' },
    },
    {
      what: 'a cell that is too long',
      bytes: () => cell(`t="inlineStr"><is><t>${'я'.repeat(32_768)}</t></is>`),
      code: 'cell-too-long',
      place: { line: 3, column: 'B' },
    },
    {
      what: 'a result that is too long',
      bytes: () => cell(`t="str"><v>${'я'.repeat(32_768)}</v>`),
      code: 'cell-too-long',
    },
    {
      what: 'a string that is too long',
      bytes: () => book({ strings: [`<t>${'я'.repeat(32_768)}</t>`] }),
      code: 'cell-too-long',
    },
    {
      what: 'too many strings',
      bytes: () => book({ strings: ['<t>a</t>', '<t>b</t>'] }),
      limits: { sharedStrings: 1 },
      code: 'too-many-strings',
    },
    {
      what: 'too large a table of strings',
      bytes: () => book(),
      limits: { sharedStringsBytes: 10 },
      code: 'zip-entry-too-large',
      details: { entry: 'xl/sharedStrings.xml' },
    },
    {
      what: 'a row longer than the engine reads',
      bytes: () =>
        book(
          rows(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(31)}</row>`, {
            strings: [`<t>${'я'.repeat(32_767)}</t>`],
          }),
        ),
      code: 'row-too-long',
      details: { limit: 1_000_000 },
      place: { line: 1, column: 'AE' },
    },
    {
      what: 'a long string in every row',
      bytes: () =>
        book(
          rows('<row><c t="s"><v>0</v></c></row>'.repeat(1000), {
            strings: [`<t>${'я'.repeat(32_767)}</t>`],
          }),
        ),
      limits: { csvBytes: 2 ** 24 },
      code: 'sheet-too-large',
    },
    {
      what: 'one cell in the last column and a million rows',
      bytes: () =>
        book(rows(`${'<row><c><v>1</v></c></row>'.repeat(1000)}<row><c r="XFD1001"><v>1</v></c></row>`)),
      limits: { csvBytes: 16_000_000 },
      code: 'sheet-too-large',
    },
  ]);
});
