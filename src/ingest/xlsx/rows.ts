import { Fault } from '../../contract/fault.ts';
import type { CellContext, XlsxWarnings } from './cells.ts';
import type { Package } from './entries.ts';
import type { Parts, SheetPart } from './parts.ts';
import { readSharedStrings, type StringTable } from './read-strings.ts';
import { type RowSink, SheetHandler } from './sheet.ts';
import { readStyles } from './styles.ts';
import { parsePart } from './xml.ts';

/** Counters before a sheet is read. */
export const noWarnings = (): XlsxWarnings => ({
  formulasWithoutValue: 0,
  errorCells: 0,
  longNumbers: 0,
  hiddenRows: 0,
});

export interface RowReading {
  rows: RowSink;
  warnings: XlsxWarnings;
  /** Where shared strings are kept: filled here. */
  strings: StringTable;
  decimal?: '.' | ',' | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of a sheet, giving way after every chunk.
 * @throws Fault as `sheetToCsv`; the signal's reason when aborted
 */
export async function* sheetRows(
  source: Package,
  parts: Parts,
  sheet: SheetPart,
  { rows, warnings, strings, decimal = '.', signal }: RowReading,
): AsyncGenerator<void> {
  const { file, limits } = source;
  const context: CellContext = {
    strings: await readSharedStrings(source, parts.sharedStrings, strings, signal),
    kinds: await readStyles(source, parts.styles),
    date1904: parts.date1904,
    decimal,
    warnings,
    damaged: (message) => new Fault('damaged-xlsx', handler.place(), { part: sheet.part, message }),
  };
  const handler: SheetHandler = new SheetHandler(file, limits, context, rows);
  for await (const _ of parsePart(source, sheet.part, handler)) {
    signal?.throwIfAborted();
    yield;
  }
}
