import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { book } from '../xlsx/write.ts';

/** A row of cells: numbers as numbers, texts as texts, undefined as no cell. */
export type Cells = readonly (string | number | undefined)[];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const sheetRows = (rows: readonly Cells[]): string =>
  rows
    .map((cells, i) => {
      const made = cells.map((value) => {
        if (value === undefined || value === '') return '<c/>';
        if (typeof value === 'number') return `<c><v>${value}</v></c>`;
        return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
      });
      return `<row r="${i + 1}">${made.join('')}</row>`;
    })
    .join('');

/** Bytes of a workbook of these sheets. */
export const workbook = (sheets: Record<string, readonly Cells[]>): Buffer =>
  book({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: sheetRows(rows) })) });

/** A delimited text. */
export const delimited = (rows: readonly Cells[], delimiter = ';'): string =>
  `${rows.map((cells) => cells.map((cell) => cell ?? '').join(delimiter)).join('\n')}\n`;

/** Writes the files of a fixture below a folder. */
export function writeFixture(folder: string, files: Record<string, string | Uint8Array | object>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, plain ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}
