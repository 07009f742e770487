import type { CellContext } from './cells.ts';
import { SheetHandler } from './sheet.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { findSheet, withPackage, type XlsxOptions } from './workbook.ts';
import { parsePart } from './xml.ts';

/** Longest head that may be asked for. */
const most = 1000;

/**
 * The first rows of a sheet as texts, row n at index n − 1, blank rows empty. Reading stops there.
 * @throws Fault as `sheetToCsv`
 */
export function sheetHead(
  path: string,
  sheet: string | number,
  rows: number,
  options: XlsxOptions = {},
): Promise<string[][]> {
  return withPackage(path, options, async (source, parts) => {
    const wanted = Math.min(rows, most);
    const { part } = findSheet(parts.sheets, sheet, source.file);
    const context: CellContext = {
      strings: await readSharedStrings(source, parts.sharedStrings, options.signal),
      kinds: await readStyles(source, parts.styles),
      date1904: parts.date1904,
      decimal: '.',
      warnings: { formulasWithoutValue: 0, errorCells: 0, longNumbers: 0, hiddenRows: 0 },
      damaged: (message) => new Error(message),
    };
    const head: string[][] = [];
    let last = 0;
    const handler = new SheetHandler(source.file, source.limits, context, {
      row: (number, cells) => {
        last = number;
        while (head.length < Math.min(number, wanted)) head.push([]);
        if (number <= wanted) head[number - 1] = [...cells];
      },
      merged: () => {},
    });
    for await (const _ of parsePart(source, part, handler)) if (last >= wanted) break;
    return head;
  });
}
