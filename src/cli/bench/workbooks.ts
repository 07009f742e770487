import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One workbook of pupils in the layout of 2022: one work, twenty columns. */
export interface PupilBook {
  path: string;
  grade: number;
  /** Highest score of the work. */
  most: number;
  rows: number;
  /** Numbers of the schools whose pupils are in it. */
  schools: { first: number; count: number };
  seed: number;
}

const uri = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const tasks = 12;
const header = [
  ...['Муниципалитет', 'Школа', 'Код', 'Вариант'],
  ...Array.from({ length: tasks }, (_, i) => `${i + 1} (2б)`),
  ...['Наименование класса', 'Пол', 'Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
];
const letters = [...'ABCDEFGHIJKLMNOPQRST'];

/** Shared strings, numbered in the order in which they are first asked for. */
class Strings {
  readonly #numbers = new Map<string, number>();

  cell(letter: string, row: number, text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return `<c r="${letter}${row}" t="s"><v>${number}</v></c>`;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si><t>${text}</t></si>`);
    return `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${uri}">${items.join('')}</sst>`;
  }
}

/** A row of a pupil as a spreadsheet program writes it: numbers as numbers, repeated texts shared. */
function pupil(book: PupilBook, i: number, strings: Strings, random: (n: number) => number): string {
  const row = i + 2;
  const school = book.schools.first + Math.floor((i * book.schools.count) / book.rows);
  const absent = random(100) < 12;
  const values: (string | number | undefined)[] = [
    `reg22_m${String(school % 50).padStart(3, '0')} | Район ${school % 50}`,
    `edu${220000 + school} | МБОУ «СОШ № ${school}»`,
    book.grade * 1_000_000 + i,
    absent ? 'отсутствовал' : 1 + random(4),
    ...Array.from({ length: tasks }, () => (absent ? undefined : random(10) === 0 ? 'Х' : random(3))),
    `${book.grade}${['А', 'Б', 'В', 'Г'][random(4)]}`,
    random(2) ? 'М' : 'Ж',
    3 + random(3),
    absent ? undefined : random(book.most + 1),
  ];
  const cells = values.map((value, column) => {
    const letter = letters[column] ?? '';
    if (value === undefined) return '';
    return typeof value === 'number'
      ? `<c r="${letter}${row}"><v>${value}</v></c>`
      : strings.cell(letter, row, value);
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

async function* sheet(book: PupilBook, strings: Strings): AsyncGenerator<string> {
  let seed = book.seed;
  const random = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const names = header.map((name, i) => strings.cell(letters[i] ?? '', 1, name));
  yield `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${uri}"><sheetData><row r="1">${names.join('')}</row>`;
  let block: string[] = [];
  for (let i = 0; i < book.rows; i++) {
    block.push(pupil(book, i, strings, random));
    if (block.length < 200) continue;
    yield block.join('');
    block = [];
  }
  yield `${block.join('')}</sheetData></worksheet>`;
}

/** Parts of a workbook of one sheet beside the sheet itself and its strings. */
export const smallParts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${uri}" xmlns:r="${office}"><sheets><sheet name="Протокол" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** Writes a workbook of pupils without ever holding it. */
export async function writePupilBook(book: PupilBook): Promise<void> {
  const zip = new ZipFile();
  const strings = new Strings();
  const options = { mtime: new Date(2022, 9, 3), mode: 0o100644, compressionLevel: 3 };
  for (const [name, xml] of Object.entries(smallParts)) zip.addBuffer(Buffer.from(xml), name, options);
  zip.addReadStream(Readable.from(sheet(book, strings)), 'xl/worksheets/sheet1.xml', options);
  // Asked for after the sheet, whose strings are known by then.
  const table = (async function* () {
    yield strings.xml();
  })();
  zip.addReadStream(Readable.from(table), 'xl/sharedStrings.xml', options);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(book.path));
}
