import writeExcelFile from 'write-excel-file/node';
import type { CsvCell } from '../contract/separated.ts';
import { repacked } from './zip.ts';

/** One sheet: its first row is the header. */
export interface WorkbookSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  header: readonly string[];
  rows: Iterable<readonly CsvCell[]>;
  /** Widths of columns in characters; 14 where nothing is said. */
  widths?: readonly number[];
}

/** XML has no place for the other control characters. */
const legal = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);

/** Text is always text, a number always a number: nothing in a cell is run. */
const cellOf = (cell: CsvCell) => {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: legal(cell), type: String };
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: Boolean };
};

/**
 * A workbook as bytes: the same sheets give the same bytes.
 * @param day ISO date that the archive bears
 */
export async function workbook(sheets: readonly WorkbookSheet[], day: string): Promise<Buffer> {
  const made = sheets.map(({ name, header, rows, widths = [] }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map((_, index) => ({ width: widths[index] ?? 14 })),
    data: [
      header.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const })),
      ...Array.from(rows, (row) => row.map(cellOf)),
    ],
  }));
  return repacked(await writeExcelFile(made).toBuffer(), day);
}
