import Papa from 'papaparse';
import type { Table } from '../contract/column.ts';
import { type CsvCell, csvLine, csvStart } from '../contract/separated.ts';

/** A published CSV as Excel in Russian opens it right: byte order mark, semicolon, decimal comma, inert formulas. */
export function excelCsv(text: string, table: Table): string {
  const parts: string[] = [];
  let columns: string[] = [];
  const cell = (value: string, name: string): CsvCell => {
    if (value === '') return null;
    const type = table.columns[name]?.type;
    return type === 'integer' || type === 'decimal' ? Number(value) : value;
  };
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data }) => {
      if (columns.length === 0) {
        columns = data;
        parts.push(csvStart('excel'), csvLine(columns, 'excel'));
      } else
        parts.push(
          csvLine(
            data.map((value, index) => cell(value, columns[index] ?? '')),
            'excel',
          ),
        );
    },
  });
  return parts.join('');
}
