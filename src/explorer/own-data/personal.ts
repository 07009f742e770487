import { isPersonalHeader, personalContent } from '../../ingest/personal.ts';

const kinds = Object.values(personalContent).map((pattern) => new RegExp(pattern, 'u'));

const isPersonal = (text: string): boolean => kinds.some((kind) => kind.test(text.trim()));

/**
 * Empties the columns whose header names personal data, or any of whose cells looks like it. The rows are changed: what
 * was there is gone.
 * @param headerRow from 1
 * @returns headers of the columns, as the file spells them
 */
export function dropPersonal(rows: string[][], headerRow: number): string[] {
  const names = rows[headerRow - 1] ?? [];
  const columns = new Set(names.flatMap((name, i) => (isPersonalHeader(name) ? [i] : [])));
  for (let i = headerRow; i < rows.length; i++) {
    for (const [at, cell] of (rows[i] ?? []).entries()) if (isPersonal(cell)) columns.add(at);
  }
  // Titles may hold the name of a teacher or of a head.
  for (const title of rows.slice(0, headerRow - 1))
    for (const [at, cell] of title.entries()) if (isPersonal(cell)) title[at] = '';
  for (const row of rows.slice(headerRow)) for (const at of columns) if (row[at]) row[at] = '';
  const letters = (at: number) => names[at]?.trim() || `№ ${at + 1}`;
  for (const at of columns) {
    const header = letters(at);
    names[at] = isPersonal(header) ? `№ ${at + 1}` : header;
  }
  return [...columns].sort((a, b) => a - b).map(letters);
}
