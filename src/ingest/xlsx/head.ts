import { Fault } from '../../contract/fault.ts';
import { noWarnings, sheetRows } from './rows.ts';
import { SharedStrings } from './strings.ts';
import { findSheet, withPackage, type XlsxOptions } from './workbook.ts';

/** Longest head that may be asked for. */
const most = 1000;
/** Longest table that is held whole. */
const mostOfTable = 10_000;

/** Rows of a sheet, row n at index n − 1, blank rows empty, and its merged ranges. */
interface SheetRows {
  rows: string[][];
  /** Such as `A1:C1`. */
  merged: string[];
}

/** @param whole reads on to the merged ranges, which stand after the rows */
function readRows(
  path: string,
  sheet: string | number,
  wanted: number,
  whole: boolean,
  options: XlsxOptions,
): Promise<SheetRows> {
  return withPackage(path, options, async (source, parts) => {
    const head: string[][] = [];
    const merged: string[] = [];
    let last = 0;
    const reading = sheetRows(source, parts, findSheet(parts.sheets, sheet, source.file), {
      rows: {
        row: (number, cells) => {
          last = number;
          if (whole && number > wanted && cells.length > 0)
            throw new Fault('too-many-sheet-rows', { file: source.file, line: number }, { limit: wanted });
          while (head.length < Math.min(number, wanted)) head.push([]);
          if (number <= wanted) head[number - 1] = [...cells];
        },
        merged: (range) => {
          if (merged.length < mostOfTable) merged.push(range);
        },
      },
      warnings: noWarnings(),
      strings: new SharedStrings(),
      signal: options.signal,
    });
    for await (const _ of reading) if (!whole && last >= wanted) break;
    return { rows: head, merged };
  });
}

/**
 * The first rows of a sheet as texts, row n at index n − 1, blank rows empty. Reading stops there.
 * @throws Fault as `sheetToCsv`
 */
export async function sheetHead(
  path: string,
  sheet: string | number,
  rows: number,
  options: XlsxOptions = {},
): Promise<string[][]> {
  return (await readRows(path, sheet, Math.min(rows, most), false, options)).rows;
}

/**
 * A small sheet whole, with its merged ranges.
 * @throws Fault as `sheetToCsv`; `too-many-sheet-rows` from 10,000 rows on
 */
export const sheetTable = (
  path: string,
  sheet: string | number,
  options: XlsxOptions = {},
): Promise<SheetRows> => readRows(path, sheet, mostOfTable, true, options);
