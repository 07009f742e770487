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

function field(name: string, column: Column) {
  const constraints = {
    ...(column.nullable ? {} : { required: true }),
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

const tableOf = (path: string): Table | undefined => {
  const name = path.startsWith('indicators/') ? 'indicators' : path.replace(/\.csv$/, '');
  return (published as Record<string, Table>)[name];
};

/**
 * `datapackage.json` over the CSV tables of a release.
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataPackage(dataset: Dataset, release: string, files: readonly ManifestFile[]) {
  const resources = files.flatMap(({ path, bytes, sha256 }) => {
    const table = path.endsWith('.csv') ? tableOf(path) : undefined;
    if (!table) return [];
    const fields = Object.entries(table.columns).map(([name, column]) => field(name, column));
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
        schema: { fields, primaryKey: table.key, missingValues: [''] },
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
