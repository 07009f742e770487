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

/** The bytes of a table: comma and CRLF for machines; byte order mark, semicolon and decimal comma for Excel. */
export function csvText({ columns, rows }: CsvTable, kind: CsvKind): string {
  const delimiter = kind === 'excel' ? ';' : ',';
  const line = (cells: readonly CsvCell[]) =>
    cells.map((cell) => quoted(written(cell, kind), delimiter)).join(delimiter);
  const text = `${[columns, ...rows].map(line).join('\r\n')}\r\n`;
  return kind === 'excel' ? `\ufeff${text}` : text;
}
