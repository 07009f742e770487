/** What a cell may hold; `null` is an empty cell. */
export type CsvCell = string | number | boolean | null;
export interface CsvTable {
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
}

/** How a file of separated values is written: for machines (RFC 4180), or so that Excel in Russian opens it right. */
export type CsvKind = 'rfc4180' | 'excel';

/** Text that a spreadsheet would run as a formula is marked as text; numbers, negative ones too, stay numbers. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) || /^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

function written(cell: CsvCell, kind: CsvKind): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'excel' ? String(cell).replace('.', ',') : String(cell);
  return typeof cell === 'boolean' ? String(cell) : inert(cell);
}

const delimiters = { rfc4180: ',', excel: ';' } as const;

/** One line with its end. */
export const csvLine = (cells: readonly CsvCell[], kind: CsvKind): string =>
  `${cells.map((cell) => quoted(written(cell, kind), delimiters[kind])).join(delimiters[kind])}\r\n`;

/** What stands before the first line: Excel knows UTF-8 by it. */
export const csvStart = (kind: CsvKind): string => (kind === 'excel' ? '\ufeff' : '');

/** The bytes of a table: comma and CRLF for machines; byte order mark, semicolon and decimal comma for Excel. */
export const csvText = ({ columns, rows }: CsvTable, kind: CsvKind): string =>
  csvStart(kind) + [columns, ...rows].map((cells) => csvLine(cells, kind)).join('');
