import type { Column, Table } from '../contract/column.ts';
import type { Dataset } from '../contract/dataset.ts';
import type { ManifestFile } from '../contract/public.ts';
import { published } from '../contract/published.ts';

const fieldType: Record<Column['type'], string> = {
  text: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** Texts that may be empty without being unknown: a list of no reasons, a whole without dimensions. */
const emptyWords = [
  ...['reasons', 'possible_reasons', 'deficits_identified', 'deficits_remaining', 'breaks', 'dimension'],
];
const emptyIn: Readonly<Record<string, readonly string[]>> = {
  objectivity: ['procedure', 'subject'],
  identification_units: ['subject'],
  inputs: ['rule'],
  input_notes: ['note'],
  input_columns: ['file_column', 'our_column', 'constant'],
  pooled_results: ['subject'],
};

/** CSV cannot tell an empty text from none, and the specification takes both for none. */
const mayBeEmpty = (table: string, name: string): boolean =>
  emptyWords.includes(name) || (emptyIn[table]?.includes(name) ?? false);

function field(table: string, name: string, column: Column) {
  const constraints = {
    ...(column.nullable || mayBeEmpty(table, name) ? {} : { required: true }),
    ...(column.values ? { enum: column.values } : {}),
    ...(column.min === undefined ? {} : { minimum: column.min }),
    ...(column.max === undefined ? {} : { maximum: column.max }),
  };
  return {
    name,
    type: fieldType[column.type],
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

const nameOf = (path: string): string =>
  path.startsWith('indicators/') ? 'indicators' : path.replace(/\.csv$/, '');
const tableOf = (path: string): Table | undefined => (published as Record<string, Table>)[nameOf(path)];

/**
 * `datapackage.json` over the CSV tables of a release.
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataPackage(dataset: Dataset, release: string, files: readonly ManifestFile[]) {
  const resources = files.flatMap(({ path, bytes, sha256 }) => {
    const table = path.endsWith('.csv') ? tableOf(path) : undefined;
    if (!table) return [];
    const own = nameOf(path);
    const fields = Object.entries(table.columns).map(([name, column]) => field(own, name, column));
    // A key with a part that may be empty is a key of ours, but none by the specification.
    const hasKey = table.key.length > 0 && !table.key.some((name) => mayBeEmpty(own, name));
    return [
      {
        name: path.replace(/\.csv$/, '').replaceAll('/', '-'),
        path,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes,
        hash: `sha256:${sha256}`,
        schema: { fields, ...(hasKey ? { primaryKey: table.key } : {}), missingValues: [''] },
      },
    ];
  });
  return {
    profile: 'tabular-data-package',
    name: dataset.id,
    title: dataset.title.ru,
    version: release,
    licenses: [{ name: dataset.licence }],
    ...(dataset.url ? { homepage: dataset.url } : {}),
    resources,
  };
}
