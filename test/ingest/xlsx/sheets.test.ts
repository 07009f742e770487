import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onlySheet, openWorkbook, sheetToCsv } from '../../../src/ingest/xlsx/workbook.ts';
import { faultOf, temporaryFolder } from '../../support.ts';
import { fileOf, read, rows } from './read.ts';
import { book } from './write.ts';

const n = (r: string, value = '1') => `<c r="${r}"><v>${value}</v></c>`;

describe('a link to another workbook', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const linked =
    '<row r="1"><c r="A1"><f>[1]Лист1!$A$1</f><v>7</v></c><c r="B1"><f>[1]Лист1!$B$1</f></c></row>';

  it('is not followed: its cells are what the file keeps of them', async () => {
    // The address is another file beside this one, which would give another value.
    const other = fileOf(book(rows('<row r="1"><c r="A1"><v>99</v></c></row>')));
    const target = pathToFileURL(other).href;
    const parts = {
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${main}" xmlns:r="${office}"><externalBook r:id="rId1"><sheetNames><sheetName val="Лист1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/externalLinkPath" Target="${target}" TargetMode="External"/></Relationships>`,
    };
    const made = await read({ ...rows(linked), parts });
    expect(made.csv).toBe('7,#ERROR:#FORMULA\n');
    expect(made.warnings).toMatchObject({ formulasWithoutValue: 1 });
  });

  it.each(['sharedStrings', 'worksheet'])('in the place of a part (%s) is left out', async (type) => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/${type}" Target="https://example.invalid/a.xml" TargetMode="External"/></Relationships>`;
    const made = await read({
      ...rows(`<row r="1">${n('A1')}</row>`),
      parts: { 'xl/_rels/workbook.xml.rels': rels },
    });
    expect(made.csv).toBe('1\n');
  });
});

describe('dialects', () => {
  const xml = `<row r="1"><c r="A1" t="s"><v>0</v></c>${n('B1')}<c r="C1" s="1"><v>45536</v></c></row>`;
  const spec = { ...rows(xml), strings: ['<r><t>те</t></r><r><t>кст</t></r>'], formats: [14] };
  it.each([
    ['strict', { strict: true }],
    ['prefixed', { prefix: 'x' }],
    ['strict and prefixed', { strict: true, prefix: 'ns0' }],
  ])('%s OOXML', async (_, dialect) => {
    expect((await read({ ...spec, ...dialect })).csv).toBe('текст,1,2024-09-01\n');
  });

  it('ignores elements of other namespaces', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const foreign = `<worksheet xmlns="${main}" xmlns:y="urn:y" xmlns:z="${main}"><y:c><y:v>9</y:v></y:c><sheetData><z:row r="1"><z:c r="A1"><y:v>8</y:v><z:v>1</z:v></z:c></z:row></sheetData></worksheet>`;
    expect((await read({ sheets: [{ xml: foreign }] })).csv).toBe('1\n');
  });

  it('reads UTF-16 parts', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData><row><c t="inlineStr"><is><t>да</t></is></c></row></sheetData></worksheet>`;
    expect((await read({ sheets: [{ xml: Buffer.from(sheet, 'utf16le') }] })).csv).toBe('да\n');
  });

  it('finds parts by case-insensitive, escaped and absolute names', async () => {
    const rels = `<Relationships xmlns="x"><Relationship Id="rId1" Type="a/worksheet" Target="/XL/Work%20sheets/Лист.xml"/></Relationships>`;
    const sheet = '<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>';
    const parts = { 'xl/_rels/workbook.xml.rels': rels, 'xl/work sheets/Лист.xml': sheet };
    expect((await read({ parts })).csv).toBe('5\n');
  });
});

describe('sheets', () => {
  const data = `<row>${'<c><v>1</v></c>'}</row>`;
  const spec = {
    sheets: [
      { name: 'Классы' },
      { name: 'Протокол & итог', rows: data },
      { name: 'Скрытый', state: 'hidden' as const, rows: data },
      { name: 'Очень', state: 'veryHidden' as const, rows: data },
    ],
  };

  it('are listed with hidden and empty ones', async () => {
    const path = fileOf(book({ ...spec, date1904: true }));
    const workbook = await openWorkbook(path);
    expect(workbook).toEqual({
      date1904: true,
      sheets: [
        { name: 'Классы', hidden: false, empty: true },
        { name: 'Протокол & итог', hidden: false, empty: false },
        { name: 'Скрытый', hidden: true, empty: false },
        { name: 'Очень', hidden: true, empty: false },
      ],
    });
    expect(onlySheet(workbook, 'a.xlsx')).toBe(1);
  });

  it('are chosen by name without regard to case and space', async () => {
    expect((await read(spec, {}, ' протокол &  ИТОГ')).csv).toBe('1\n');
  });

  it('must be named when several could be meant', async () => {
    const path = fileOf(book({ sheets: [{ rows: data }, { rows: data }] }));
    const fault = await faultOf(async () => onlySheet(await openWorkbook(path), 'a.xlsx'));
    expect(fault).toMatchObject({ code: 'sheet-not-named', details: { known: '«Лист1», «Лист2»' } });
  });

  it('that are unknown or empty are refused', async () => {
    expect(await faultOf(() => read(spec, {}, 'Нет'))).toMatchObject({
      code: 'unknown-sheet',
      details: { sheet: 'Нет' },
    });
    expect(await faultOf(() => read(spec, {}, 7))).toMatchObject({ code: 'unknown-sheet' });
    expect(await faultOf(() => read(spec, {}, 0))).toMatchObject({
      code: 'empty-sheet',
      details: { sheet: 'Классы' },
    });
  });

  it('chart sheets are not listed', async () => {
    const rels =
      '<Relationships xmlns="x"><Relationship Id="rId1" Type="a/chartsheet" Target="c.xml"/><Relationship Id="rId2" Type="a/worksheet" Target="worksheets/sheet2.xml"/></Relationships>';
    const path = fileOf(
      book({ sheets: [{}, { name: 'Данные', rows: data }], parts: { 'xl/_rels/workbook.xml.rels': rels } }),
    );
    expect((await openWorkbook(path)).sheets.map(({ name }) => name)).toEqual(['Данные']);
  });
});

describe('stopping', () => {
  it('leaves no file when aborted', async () => {
    const target = join(temporaryFolder(), 'out.csv');
    const many = Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 1}">${n(`A${i + 1}`)}</row>`).join(
      '',
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 5);
    const running = sheetToCsv(fileOf(book(rows(many))), 0, target, { signal: stop.signal });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect([existsSync(target), existsSync(`${target}.ragged`)]).toEqual([false, false]);
  });

  it('writes the same bytes twice', async () => {
    const path = fileOf(book(rows(`<row>${'<c><v>1</v></c>'}</row>`)));
    const targets = ['a', 'b'].map((name) => join(temporaryFolder(), name));
    for (const target of targets) await sheetToCsv(path, 0, target);
    const [a, b] = targets.map((target) => readFileSync(target, 'utf8'));
    expect(a).toBe(b);
  });
});
