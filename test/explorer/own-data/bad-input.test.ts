import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/contract/fault.ts';
import { csvOf } from '../../../src/explorer/own-data/dom.ts';
import { mostBytes, mostCells } from '../../../src/explorer/own-data/limits.ts';
import { ownDataMessages } from '../../../src/i18n/pages-own-data.ts';
import { book, zip } from '../../ingest/xlsx/write.ts';
import { read, textFile } from './files.ts';

const header = 'Код;Вариант;1 (1б);2 (2б);Класс;Пол;Отметка за предыдущий триместр;Итого баллов';
const pupil = '60001;1;1;2;6А;ж;4;3';

async function faultOf(file: File): Promise<string> {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
}

const bytes = (...all: number[]) => new Uint8Array(all);
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encrypted = Buffer.concat([
  Buffer.from(compound),
  Buffer.alloc(1000),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** Its bytes are never asked for: a file that is refused by its size costs no memory. */
class Huge extends File {
  override get size(): number {
    return 300 * 2 ** 20;
  }
  override slice(): Blob {
    throw new Error('read');
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error('read');
  }
}

const damagedBook = Buffer.from(book());
const packed = damagedBook.indexOf('xl/workbook.xml') + 'xl/workbook.xml'.length;
damagedBook.fill(0xff, packed + 4, packed + 12);

const wide = 1000;
/** The last column of a sheet, alone in each row: a few bytes that take the room of 16,384 cells. */
const far = Array.from({ length: 130 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);

const cases: [string, File, string][] = [
  ['nothing', new File([], 'a.csv'), 'empty-file'],
  ['300 MB', new Huge([], 'a.csv'), 'own-too-large'],
  ['a password', new File([encrypted], 'a.xlsx'), 'encrypted-workbook'],
  ['an old workbook', new File([bytes(...compound), Buffer.alloc(900)], 'a.xls'), 'old-xls'],
  ['a picture', new File([bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)], 'a.csv'), 'not-a-workbook'],
  ['a PDF', new File(['%PDF-1.7 '], 'a.xlsx'), 'not-a-workbook'],
  ['a web page', new File(['<html><table></table></html>'], 'a.xls'), 'not-a-workbook'],
  [
    'another container',
    new File([new Uint8Array(zip([{ name: 'word/document.xml', data: 'x' }]))], 'a.xlsx'),
    'not-a-workbook',
  ],
  ['a cut container', new File([Buffer.from(book()).subarray(0, 300)], 'a.xlsx'), 'damaged-zip'],
  ['a damaged container', new File([damagedBook], 'a.xlsx'), 'damaged-zip'],
  [
    'more cells than a phone has room for',
    textFile(`${'1;'.repeat(wide - 1)}1\n`.repeat(mostCells / wide + 1)),
    'own-too-many-cells',
  ],
  [
    'a workbook of few and very long rows',
    new File([new Uint8Array(book({ sheets: [{ rows: far.join('') }] }))], 'a.xlsx'),
    'own-too-many-cells',
  ],
  [
    'a workbook of many sheets, each of which would fit',
    new File(
      [new Uint8Array(book({ sheets: [0, 1].map(() => ({ rows: far.slice(0, 65).join('') })) }))],
      'a.xlsx',
    ),
    'own-too-many-cells',
  ],
  ['blank lines', textFile('\n\n;;;\n'), 'own-no-rows'],
  ['a shopping list', textFile('товар;цена\nхлеб;40\n'), 'own-unknown-layout'],
  [
    'a summary form',
    textFile(
      'Год;Класс;Предмет;Муниципалитет;ОО;Логин;Кол-во участников;2;3;4;5\n2021;4;Математика;А;Б;sch223080;20;10;40;30;20\n',
    ),
    'own-not-individual',
  ],
  ['absent pupils only', textFile(`${header}\n60001;отсутствовал;;;6А;ж;4;\n`), 'own-no-pupils'],
];

describe('a file that cannot be analysed is named', () => {
  it.each(cases)('%s', async (_, file, code) => {
    expect(await faultOf(file)).toBe(code);
    for (const lang of ['ru', 'en'] as const) {
      const text = ownDataMessages(lang).messages.faults[code];
      expect(text?.fault, `${code} ${lang}`).toMatch(/\S/);
      expect(text?.remedy, `${code} ${lang}`).toMatch(/\S/);
    }
  });

  it('a limit above which files are refused is below the one tested', () => {
    expect(mostBytes).toBeLessThan(300 * 2 ** 20);
  });
});

describe('a file is read with care', () => {
  it('Windows-1251', async () => {
    const windows = [...`${header}\n${pupil}\n`].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    const file = await read(new File([bytes(...windows)], 'ВПР 2025 математика 6 класс.csv'));
    expect(file.pupils).toMatchObject([{ code: '60001', klass: '6А', score: 3, journal: 4, tasks: [1, 2] }]);
    expect(file.work).toEqual({ year: 2025, subject: 'mathematics', grade: 6 });
  });

  it('drops personal data before anything else, by header and by content', async () => {
    const file = await read(
      textFile(
        `${header};ФИО;Заметки\n${pupil};Иванова Анна Петровна;\n60002;2;0;X;6А;м;3;0;Ли;112-233-445 95\n`,
      ),
    );
    expect(file.dropped).toEqual(['ФИО', 'Заметки']);
    expect(JSON.stringify(file)).not.toMatch(/Иванов|Петров|Ли"|112-233/);
    expect(file.pupils).toHaveLength(2);
  });

  it('a name in the column of codes is gone, and the pupil stays', async () => {
    const file = await read(textFile(`${header}\nИванова Анна Петровна;1;1;2;6А;ж;4;3\n`));
    expect(file.dropped).toEqual(['Код']);
    expect(file.pupils).toMatchObject([{ code: '', line: 2, score: 3 }]);
  });

  it('hostile headers stay text', async () => {
    const hostile = '<img src=x onerror=alert(1)>;__proto__;constructor;=HYPERLINK("http://x")';
    const file = await read(textFile(`${header};${hostile}\n${pupil};a;b;c;d\n`));
    expect(file.tasks.map(({ name }) => name)).toEqual(['1', '2']);
    expect(file.pupils[0]).toMatchObject({ score: 3, tasks: [1, 2] });
  });

  it('absent, shifted, repeated and empty rows are no participants, and are accounted for', async () => {
    const rows = [
      pupil,
      '60002;отсутствовал;;;6А;м;3;',
      '60003;1;6А;ж;4;3;;',
      '60001;2;0;0;6Б;м;3;0',
      '60005;2;0;0;6Б;м;3;',
      '60006;2;0;0;6Б;м;3;пять',
    ];
    const file = await read(textFile(`${header}\n${rows.join('\n')}\n`));
    expect(file.pupils.map(({ code }) => code)).toEqual(['60001']);
    expect(file.absent).toBe(1);
    expect(file.rejected).toEqual([
      { rule: 'shifted-row', lines: [4] },
      { rule: 'repeated-pupil', lines: [5] },
      { rule: 'missing-value', lines: [6] },
      { rule: 'not-a-number', lines: [7] },
    ]);
  });

  it('formulas in exported tables are harmless, numbers stay numbers', () => {
    const csv = csvOf({ header: ['=1+1', 'a'], rows: [['@x', -5]] });
    expect(csv).toBe(`\uFEFF"'=1+1";a\r\n"'@x";-5\r\n`);
  });
});
