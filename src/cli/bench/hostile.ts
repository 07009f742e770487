import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type Measured, measured } from './measured.ts';
import { smallParts } from './workbooks.ts';

const part = 'xl/worksheets/sheet1.xml';
const bombBytes = 2 ** 30;

async function writeBook(path: string, sheet: Readable): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: new Date(2022, 9, 3), mode: 0o100644, compressionLevel: 9 };
  for (const [name, xml] of Object.entries(smallParts)) zip.addBuffer(Buffer.from(xml), name, options);
  zip.addReadStream(sheet, part, options);
  zip.addBuffer(Buffer.from('<sst xmlns="x"/>'), 'xl/sharedStrings.xml', options);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

async function* spaces(head: string, bytes: number): AsyncGenerator<Buffer> {
  const block = Buffer.alloc(2 ** 20, ' ');
  yield Buffer.from(head);
  for (let written = 0; written < bytes; written += block.length) yield block;
}

/** Makes the directory of a ZIP say another size of the sheet than it inflates to. */
function declare(path: string, bytes: number): void {
  const zip = readFileSync(path);
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at !== -1;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (name === part) zip.writeUInt32LE(bytes, at + 24);
  }
  writeFileSync(path, zip);
}

/** What it costs to refuse workbooks that inflate to a gigabyte, beside reading one of one cell. */
export async function benchHostile(folder: string): Promise<string[][]> {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`;
  const [small, honest, lying] = ['small', 'honest', 'lying'].map((name) => join(folder, `${name}.xlsx`)) as [
    string,
    string,
    string,
  ];
  const cell = `${sheet}<row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;
  await writeBook(small, Readable.from([Buffer.from(cell)]));
  await writeBook(honest, Readable.from(spaces(sheet, bombBytes)));
  await writeBook(lying, Readable.from(spaces(sheet, bombBytes)));
  declare(lying, 100_000);
  const run = (path: string) => measured(['src/cli/bench/refused.ts', path]);
  const base = run(small);
  const line = (name: string, cost: Measured) => [
    `${name}: ${cost.told.split('\n')[0]}`,
    cost.seconds.toFixed(2),
    cost.processor.toFixed(2),
    cost.megabytes.toFixed(0),
    (cost.megabytes / base.megabytes).toFixed(2),
  ];
  return [
    ['hostile workbooks, the whole process', 's', 'processor s', 'peak MB', 'ratio of memory'],
    line('workbook of one cell (baseline)', base),
    line('sheet of 1 GB that says so', run(honest)),
    line('sheet of 1 GB that says it is 100 KB', run(lying)),
  ];
}
