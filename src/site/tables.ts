import Papa from 'papaparse';
import type { RowOf } from '../contract/column.ts';
import { published } from '../contract/published.ts';
import { hasFile, releaseText } from './release.ts';

type Tables = typeof published;
type Name = keyof Tables;

function typed(row: Record<string, string>, columns: Tables[Name]['columns']): Record<string, unknown> {
  const value = (name: string, type: string, nullable: boolean) => {
    const text = row[name] ?? '';
    if (text === '' && nullable) return null;
    if (type === 'boolean') return text === 'true';
    return type === 'integer' || type === 'decimal' ? Number(text) : text;
  };
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      value(name, column.type, 'nullable' in column && column.nullable === true),
    ]),
  );
}

/** How the tables of a release are written: said, or the reader guesses it anew at each of thousands of calls. */
export const dialect = { delimiter: ',', newline: '\n', skipEmptyLines: true } as const;

/** The lines of a file of the release; none where the release does not have it. */
export function releaseLines(path: string): string[] {
  return hasFile(path) ? releaseText(path).split('\n') : [];
}

/**
 * The rows of a published table, with numbers and flags as such. `keep` sees a line of the file before it is read: large
 * tables are read in part. A release that lacks the table has no rows.
 */
export function tableRows<N extends Name>(
  name: N,
  keep: (line: string) => boolean = () => true,
  path = `${name}.csv`,
): RowOf<Tables[N]>[] {
  const [header = '', ...lines] = releaseLines(path);
  const text = [header, ...lines.filter((line) => line !== '' && keep(line))].join('\n');
  const { data } = Papa.parse<Record<string, string>>(text, { ...dialect, header: true });
  const { columns } = published[name];
  return data.map((row) => typed(row, columns) as RowOf<Tables[N]>);
}

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
