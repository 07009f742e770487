import { basename } from 'node:path';
import { Fault } from '../../contract/fault.ts';
import type { XlsxWarnings } from './cells.ts';
import { CsvSink } from './csv.ts';
import type { Package } from './entries.ts';
import { defaultLimits, type XlsxLimits } from './limits.ts';
import { openPackage } from './package.ts';
import { type Parts, readParts, type SheetPart } from './parts.ts';
import { noWarnings, sheetRows } from './rows.ts';
import type { RowSink } from './sheet.ts';
import { SharedStrings } from './strings.ts';
import { parsePart } from './xml.ts';

/** A sheet with cells. */
export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** No cell has a value. */
  empty: boolean;
}

export interface Workbook {
  sheets: SheetInfo[];
  /** Days are counted from 1904 (old Excel for Mac) and not from 1900. */
  date1904: boolean;
}

export interface XlsxOptions {
  /** Name shown to people; the base name of the path unless given. */
  file?: string;
  limits?: Partial<XlsxLimits>;
  signal?: AbortSignal;
}

export interface SheetOptions extends XlsxOptions {
  /** Mark for numbers of numeric cells: the profile's, so that one rule reads them and numbers kept as text. */
  decimal?: '.' | ',';
  /** In rows 1 to this one the value of a merged range fills the range, so that a merged header names each column. */
  fillMergedRows?: number;
  /** Changes rows before they are written, one for one: a row that becomes empty is a blank line. */
  rewrite?: (row: number, cells: readonly string[]) => readonly string[];
}

export interface SheetResult {
  /** Lines of the CSV: the number of the last row with a value. */
  rows: number;
  /** Rows with a value. */
  filled: number;
  columns: number;
  /** Merged ranges, such as `A1:C1`; at most 10,000. */
  merged: string[];
  warnings: XlsxWarnings;
}

/** Opens a workbook, hands it over, closes it. */
export async function withPackage<T>(
  path: string,
  { file = basename(path), limits }: XlsxOptions,
  work: (source: Package, parts: Parts) => Promise<T>,
): Promise<T> {
  const source = await openPackage(path, file, { ...defaultLimits, ...limits });
  try {
    return await work(source, await readParts(source));
  } finally {
    source.close();
  }
}

/** Stops at the first value. */
async function isEmpty(source: Package, part: string, signal: AbortSignal | undefined): Promise<boolean> {
  let found = false;
  const open = (name: string) => {
    if (name === 'v' || name === 'is') found = true;
  };
  for await (const _ of parsePart(source, part, { open })) {
    signal?.throwIfAborted();
    if (found) return false;
  }
  return !found;
}

/**
 * Opens an XLSX workbook and lists its sheets. Recognised by content, not by name.
 * @throws Fault for a file that is no XLSX, is damaged, or exceeds a limit
 */
export function openWorkbook(path: string, options: XlsxOptions = {}): Promise<Workbook> {
  return withPackage(path, options, async (source, { sheets, date1904 }) => {
    const empty = new Map<string, boolean>();
    for (const { part } of sheets) {
      if (!empty.has(part)) empty.set(part, await isEmpty(source, part, options.signal));
    }
    const infos = sheets.map(({ name, hidden, part }) => ({ name, hidden, empty: empty.get(part) === true }));
    return { sheets: infos, date1904 };
  });
}

/**
 * The sheet to read when the profile names none: the only visible one with a value.
 * @throws Fault `sheet-not-named` when there are several: reading the first would lose the others silently
 */
export function onlySheet({ sheets }: Workbook, file: string): number {
  const useful = sheets.filter(({ hidden, empty }) => !hidden && !empty);
  if (useful.length > 1)
    throw new Fault('sheet-not-named', { file }, { known: useful.map(({ name }) => `«${name}»`).join(', ') });
  const [only] = useful;
  if (!only) throw new Fault('empty-sheet', { file }, { sheet: sheets.map(({ name }) => name).join(', ') });
  return sheets.indexOf(only);
}

const sameName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The sheet of a name, compared without case and extra space, or of a position. */
export function findSheet(sheets: SheetPart[], wanted: string | number, file: string): SheetPart {
  const found =
    typeof wanted === 'number'
      ? sheets[wanted]
      : sheets.find(({ name }) => sameName(name) === sameName(wanted));
  if (found) return found;
  const known = sheets.map(({ name }) => `«${name}»`).join(', ');
  throw new Fault('unknown-sheet', { file }, { sheet: wanted, known });
}

async function writeSheet(
  source: Package,
  parts: Parts,
  sheet: SheetPart,
  sink: CsvSink,
  options: SheetOptions,
): Promise<XlsxWarnings> {
  const warnings = noWarnings();
  const { rewrite, decimal, signal } = options;
  const rows: RowSink = rewrite
    ? { row: (n, cells) => sink.row(n, rewrite(n, cells)), merged: (range) => sink.merged(range) }
    : sink;
  for await (const _ of sheetRows(source, parts, sheet, {
    rows,
    warnings,
    strings: new SharedStrings(),
    decimal,
    signal,
  })) {
    await sink.flush();
  }
  if (sink.filled === 0) throw new Fault('empty-sheet', { file: source.file }, { sheet: sheet.name });
  await sink.finish();
  return warnings;
}

/**
 * Writes a sheet as CSV (see `CsvSink`), streaming: no more is held than the shared strings and one row.
 * @param sheet name, compared without case and extra space, or position in `Workbook.sheets`
 * @param target file to write; on a fault it does not exist
 * @throws Fault as `openWorkbook`, and `unknown-sheet`, `empty-sheet`, `cell-too-long`, `too-many-sheet-rows`,
 *   `too-many-sheet-columns`, `row-too-long`, `sheet-too-large`, `too-many-strings`; the signal's reason when aborted
 */
export function sheetToCsv(
  path: string,
  sheet: string | number,
  target: string,
  options: SheetOptions = {},
): Promise<SheetResult> {
  return withPackage(path, options, async (source, parts) => {
    const found = findSheet(parts.sheets, sheet, source.file);
    const sink = new CsvSink(target, options.fillMergedRows ?? 0, source.limits.csvBytes, {
      file: source.file,
    });
    try {
      const warnings = await writeSheet(source, parts, found, sink, options);
      return { rows: sink.rows, filled: sink.filled, columns: sink.columns, merged: sink.ranges, warnings };
    } catch (error) {
      await sink.discard();
      throw error;
    }
  });
}
