import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { Fault } from '../contract/fault.ts';
import type { Profile } from '../contract/profile.ts';
import { readHead } from './bytes.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import type { Sighting } from './layouts/layout.ts';
import { LineMender } from './line-ends.ts';
import { spoiltLetters } from './spoilt.ts';
import { isZipFile } from './xlsx/container.ts';
import { sheetHead } from './xlsx/head.ts';
import { openWorkbook } from './xlsx/workbook.ts';

/** The beginning of a delimited text or of one sheet, and how it is written. */
export interface Sight extends Sighting {
  format: Profile['format'];
  encoding?: Encoding;
  delimiter: Profile['delimiter'];
  decimal: Profile['decimal'];
  /** Position in the workbook. */
  sheet?: number;
}

/** Rows that are looked at: titles, header and enough data to tell counts from percentages. */
const rows = 60;
const delimiters = [';', ',', '\t', '|'] as const;

/** The delimiter that makes the most columns in the row in the middle of all rows. */
function delimiterOf(text: string): Profile['delimiter'] {
  const widths = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: rows, skipEmptyLines: true });
    const sorted = data.map((cells) => cells.length).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  });
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ',';
}

function decimalOf(head: readonly (readonly string[])[]): Profile['decimal'] {
  const cells = head.flat();
  const count = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell.trim())).length;
  return count(/^-?\d+,\d+%?$/) > count(/^-?\d+\.\d+%?$/) ? ',' : '.';
}

async function sightText(path: string, fileName: string): Promise<Sight> {
  const bytes = await readHead(path, 1 << 18);
  const encoding = detectEncoding(bytes, fileName, bytes.length < 1 << 18);
  const text = new LineMender().mend(new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, ''));
  const delimiter = delimiterOf(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: rows });
  const head = data.map((cells) => cells.map((cell) => cell.replace(/[\r\n]+/g, ' ')));
  return { fileName, format: 'csv', encoding, delimiter, decimal: decimalOf(head), head };
}

/**
 * Looks at the beginning of a file: of the text, or of each visible sheet that holds anything.
 * @throws Fault when the file is neither text nor a workbook, or is damaged
 */
export async function sight(path: string, name: string): Promise<Sight[]> {
  const fileName = basename(name);
  if ((await stat(path)).size === 0) throw new Fault('empty-file', { file: name });
  if (!(await isZipFile(path))) return [await sightText(path, fileName)];
  const { sheets } = await openWorkbook(path, { file: name });
  const sights: Sight[] = [];
  for (const [sheet, { name: sheetName, hidden, empty }] of sheets.entries()) {
    if (hidden || empty) continue;
    const head = await sheetHead(path, sheet, rows, { file: name });
    sights.push({
      fileName,
      sheetName,
      format: 'xlsx',
      sheet,
      delimiter: ',',
      decimal: decimalOf(head),
      head,
    });
  }
  return sights;
}

/**
 * Says of a sheet or text that nobody recognises that its letters are spoilt, when they are.
 * @throws Fault `spoilt-letters`
 */
export function refuseSpoilt({ head }: Sight, file: string): void {
  for (const [i, cells] of head.entries()) {
    const spoilt = spoiltLetters(cells.join(' '));
    if (spoilt) throw new Fault('spoilt-letters', { file, line: i + 1 }, { ...spoilt });
  }
}
