import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { sheetToCsv } from '../../../src/ingest/xlsx/workbook.ts';
import { temporaryFolder } from '../../support.ts';
import { fileOf, read, rows } from './read.ts';
import { book } from './write.ts';

const n = (r: string, value = '1') => `<c r="${r}"><v>${value}</v></c>`;

describe('rows and columns', () => {
  it('keeps blank rows as empty lines, so that a line number is a row number', async () => {
    const result = await read(
      rows(
        `<row r="2">${n('A2')}${n('C2')}</row><row r="5">${n('B5')}</row><row r="9"><c r="Z9" s="1"/></row>`,
      ),
    );
    expect(result.csv).toBe('\n1,,1\n\n\n,1,\n');
    expect(result).toMatchObject({ rows: 5, filled: 2, columns: 3 });
  });

  it('is read by the engine with those line numbers, blank rows not counted', async () => {
    const sheet = `<row r="1">${n('A1')}${n('B1')}</row><row r="4">${n('A4')}${n('B4', '7')}</row><row r="6">${n('A6')}</row>`;
    const path = fileOf(book(rows(sheet)));
    const target = join(temporaryFolder(), 'out.csv');
    await sheetToCsv(path, 0, target);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const scan = `read_csv('${target}', auto_detect = false, header = false, skip = 1, delim = ',', quote = '"', escape = '"',
      columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR'}, store_rejects = true, rejects_limit = 0)`;
    const found = await connection.runAndReadAll(`SELECT c0, c1 FROM ${scan}`);
    expect(found.getRows()).toEqual([
      ['1', '7'],
      ['1', null],
    ]);
    const rejected = await connection.runAndReadAll('SELECT line FROM reject_errors');
    expect(rejected.getRows()).toEqual([]);
    connection.closeSync();
  });

  it('counts rows and cells without references', async () => {
    expect(
      (await read(rows('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>'))).csv,
    ).toBe('1,,3\n4,,\n');
  });

  it('drops trailing columns that hold nothing but space, and reads the last column', async () => {
    const spec = rows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t> </t></is></c><c r="C1" s="1"/></row>',
    );
    expect(await read(spec)).toMatchObject({ csv: '1\n', columns: 1 });
    expect(await read(rows(`<row r="1">${n('XFD1')}</row>`))).toMatchObject({ columns: 16_384 });
  });

  it('pads correctly across the chunks of a large sheet', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) =>
      i % 7 === 3
        ? ''
        : `<row r="${i + 1}">${n(`A${i + 1}`, String(i))}${i % 3 ? n(`B${i + 1}`, '1234567') : ''}${i === 29_999 ? n(`D${i + 1}`) : ''}</row>`,
    ).join('');
    const { csv, columns } = await read(rows(many));
    const lines = csv.split('\n').slice(0, -1);
    expect(lines).toHaveLength(30_000);
    expect(columns).toBe(4);
    lines.forEach((line, i) => {
      const last = i === 29_999 ? '1' : '';
      expect(line).toBe(i % 7 === 3 ? '' : `${i},${i % 3 ? '1234567' : ''},,${last}`);
    });
  });

  it('reads hidden rows and counts them', async () => {
    const { csv, warnings } = await read(
      rows(`<row r="1">${n('A1')}</row><row r="2" hidden="1">${n('A2', '2')}</row>`),
    );
    expect(csv).toBe('1\n2\n');
    expect(warnings.hiddenRows).toBe(1);
  });
});

describe('merged cells', () => {
  const text = (r: string, value: string) => `<c r="${r}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const spec = {
    sheets: [
      {
        rows: `<row r="1">${text('A1', 'Логин')}${text('B1', 'Отметки, %')}<c r="C1" s="0"/></row><row r="2">${n('B2', '2')}${n('C2', '3')}</row><row r="3">${text('A3', 'sch1')}${n('B3')}${n('C3')}</row><row r="4">${n('B4')}</row>`,
        after:
          '<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="A3:A4"/></mergeCells>',
      },
    ],
  };

  it('keep their value in the first cell, and are reported', async () => {
    const { csv, merged } = await read(spec);
    expect(csv).toBe('Логин,"Отметки, %",\n,2,3\nsch1,1,1\n,1,\n');
    expect(merged).toEqual(['A1:A2', 'B1:C1', 'A3:A4']);
  });

  it('name every column in the header rows when asked to, and no data', async () => {
    const { csv } = await read(spec, { fillMergedRows: 2 });
    expect(csv).toBe('Логин,"Отметки, %","Отметки, %"\nЛогин,2,3\nsch1,1,1\n,1,\n');
  });

  it('does not fill beyond the table', async () => {
    const wide = {
      sheets: [
        {
          rows: `<row r="1">${text('A1', 'Отчёт')}</row><row r="2">${n('A2')}${n('B2')}</row>`,
          after: '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>',
        },
      ],
    };
    expect((await read(wide, { fillMergedRows: 5 })).csv).toBe('Отчёт,Отчёт\n1,1\n');
  });
});
