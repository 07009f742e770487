import Papa from 'papaparse';
import type { Cell } from '../contract/engine.ts';

// Spreadsheets run what begins like a formula, the full-width signs included. A signed number is only a number.
const formula = /^(?:[=@\t\r＝＋－＠]|[+-](?!\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$))/i;

/** A table of values with the names of its columns. */
export interface CsvTable {
  columns: readonly { name: string }[];
  rows: readonly (readonly Cell[])[];
}

/** A table as CSV for spreadsheets: UTF-8 with its mark, CRLF, formulas made harmless, numbers left numbers. */
export function toCsv({ columns, rows }: CsvTable): string {
  const fields = columns.map(({ name }) => name);
  const csv = Papa.unparse({ fields, data: rows as Cell[][] }, { escapeFormulae: formula, newline: '\r\n' });
  return `\uFEFF${csv}\r\n`;
}
