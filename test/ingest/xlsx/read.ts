import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SheetOptions, type SheetResult, sheetToCsv } from '../../../src/ingest/xlsx/workbook.ts';
import { temporaryFolder } from '../../support.ts';
import { type BookSpec, book } from './write.ts';

export interface Read extends SheetResult {
  csv: string;
}

/** Writes a workbook, turns one of its sheets into CSV, and reads that. */
export async function read(
  spec: BookSpec | Uint8Array,
  options: SheetOptions = {},
  sheet: string | number = 0,
): Promise<Read> {
  const path = fileOf(spec instanceof Uint8Array ? spec : book(spec));
  const target = join(temporaryFolder(), 'out.csv');
  const result = await sheetToCsv(path, sheet, target, options);
  return { ...result, csv: readFileSync(target, 'utf8') };
}

/** A workbook of one sheet with these rows. */
export const rows = (xml: string, spec: BookSpec = {}): BookSpec => ({ ...spec, sheets: [{ rows: xml }] });

/** The CSV of one row of cells. */
export async function line(cells: string, spec: BookSpec = {}, options: SheetOptions = {}): Promise<string> {
  const { csv } = await read(rows(`<row r="1">${cells}</row>`, spec), options);
  return csv.slice(0, -1);
}

/** Writes a file into a temporary folder. */
export function fileOf(bytes: Uint8Array | string, name = 'a.xlsx'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}
