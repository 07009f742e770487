import { documentTables } from '../docx/document.ts';
import { mostColumns, type TableCell, type TextTable } from '../table-cells.ts';
import { sheetHead, sheetTable } from '../xlsx/head.ts';
import { columnOf } from '../xlsx/sheet.ts';
import { openWorkbook, type XlsxOptions } from '../xlsx/workbook.ts';
import { readHeader } from './draft-columns.ts';

/** A header stands in the first rows; only a sheet with one is read whole. */
const headRows = 60;

const asCells = (row: readonly string[]): TableCell[] => row.map((text) => ({ text, covered: '' }));

const rowOf = (reference: string): number => Number(reference.replace(/^[A-Za-z$]+/, '')) - 1;

function cover(grid: TableCell[][], range: string): void {
  const [from = '', to = from] = range.split(':');
  const [top, bottom, left, right] = [rowOf(from), rowOf(to), columnOf(from), columnOf(to)];
  const lead = grid[top]?.[left];
  if (!lead) return;
  for (let r = top; r <= Math.min(bottom, grid.length - 1); r++)
    for (let c = left; c <= Math.min(right, mostColumns - 1); c++) {
      const cells = grid[r];
      if (!cells || (r === top && c === left)) continue;
      cells[c] =
        r > top && c === left ? { text: lead.text, covered: 'above' } : { text: '', covered: 'left' };
    }
}

/** Rows of a sheet as cells that know what a merged one covers. */
function gridOf(rows: readonly (readonly string[])[], merged: readonly string[]): TableCell[][] {
  const width = Math.min(mostColumns, Math.max(0, ...rows.map((row) => row.length)));
  const grid = rows.map((row) =>
    Array.from(
      { length: width },
      (_, i): TableCell => ({ text: (row[i] ?? '').replace(/\s+/g, ' ').trim(), covered: '' }),
    ),
  );
  for (const range of merged) cover(grid, range);
  return grid;
}

/**
 * The tables of a document, or the visible sheets of a workbook that have a road map's header.
 * @returns the tables and which kind of file it is
 * @throws Fault as `documentTables` and `openWorkbook`
 */
export async function readTables(
  path: string,
  options: XlsxOptions = {},
): Promise<{ format: 'docx' | 'xlsx'; tables: TextTable[] }> {
  const ofDocument = await documentTables(path, options);
  if (ofDocument) return { format: 'docx', tables: ofDocument };
  const { sheets } = await openWorkbook(path, options);
  const tables: TextTable[] = [];
  for (const [index, { name, hidden, empty }] of sheets.entries()) {
    if (hidden || empty) continue;
    const head = await sheetHead(path, index, headRows, options);
    if (!head.some((row) => readHeader(asCells(row)))) continue;
    const { rows, merged } = await sheetTable(path, index, options);
    tables.push({ sheet: name, number: tables.length + 1, captions: [], rows: gridOf(rows, merged) });
  }
  return { format: 'xlsx', tables };
}
