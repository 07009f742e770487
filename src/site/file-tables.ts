import type { ManifestFile } from '../contract/public.ts';
import { published } from '../contract/published.ts';
import type { Language } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';

/** One table of a release, with the files that hold it. */
export interface FileTable {
  /** Its path without the ending. */
  stem: string;
  /** What it is about, where the site has a name for it. */
  name?: string;
  rows?: number;
  formats: { path: string; format: string; bytes: number }[];
}

const formats: Readonly<Record<string, string>> = {
  csv: 'CSV',
  parquet: 'Parquet',
  json: 'JSON',
  geojson: 'GeoJSON',
};

const order = Object.keys(published);

function nameOf(stem: string, lang: Language, indicators: ReadonlyMap<string, string>): string | undefined {
  const { tables, otherFiles } = messages(lang).data;
  const known: Readonly<Record<string, string>> = { ...otherFiles, ...tables };
  if (known[stem]) return known[stem];
  const [, indicator] = /^indicators\/(.+)$/.exec(stem) ?? [];
  return indicators.get(indicator ?? '');
}

/** A table of the contract stands where the dictionary has it, indicators after them, all else at the end. */
const placeOf = (stem: string): number => {
  const at = order.indexOf(stem);
  if (at >= 0) return at;
  return stem.startsWith('indicators/') ? order.length : order.length + 1;
};

/**
 * The files of a release by table, in the order of the dictionary of columns.
 * @param indicators names of the indicators that have a file of their own, by id
 */
export function fileTables(
  files: readonly ManifestFile[],
  lang: Language,
  indicators: ReadonlyMap<string, string>,
): FileTable[] {
  const found = new Map<string, FileTable>();
  for (const { path, bytes, rows } of files) {
    const [, stem = path, ending = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
    const table = found.get(stem) ?? { stem, formats: [] };
    const name = nameOf(stem, lang, indicators);
    found.set(stem, {
      ...table,
      ...(name === undefined ? {} : { name }),
      ...(rows === undefined ? {} : { rows }),
      formats: [...table.formats, { path, format: formats[ending] ?? ending, bytes }],
    });
  }
  return [...found.values()].sort((a, b) => placeOf(a.stem) - placeOf(b.stem) || (a.stem < b.stem ? -1 : 1));
}
