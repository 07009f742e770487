import { manifest } from '../release.ts';
import { apiVersion, schemaNames, schemaOf } from './schemas.ts';

const text = (description: string, mediaType: string) => ({
  get: {
    summary: description,
    operationId: description
      .replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())
      .replace(/\W/g, '')
      .replace(/^\w/, (letter) => letter.toLowerCase()),
    responses: {
      '200': { description: 'The file', content: { [mediaType]: {} } },
      '404': { description: 'There is no such file' },
    },
  },
});

const json = (schema: string, description: string) => {
  const operation = text(description, 'application/json');
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return {
    get: {
      ...operation.get,
      responses: { ...operation.get.responses, '200': { description: 'The file', content } },
    },
  };
};

const parameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const release = parameter('release', 'Name of a release, such as 2025-09-01-b36553f1');
const id = parameter('id', 'Id of a school or municipality');
const table = parameter('table', 'Name of a table of the release, see datapackage.json');
const chart = parameter('chart', 'dynamics, marks, positive-dynamics or similar-schools');

/** The static files as an API: what may be asked for and what comes back. OpenAPI 3.1. */
export function openapi(root: string) {
  const { dataset } = manifest();
  const schemas = Object.fromEntries(
    schemaNames.map((name) => {
      const { $schema: _, $id: __, ...body } = schemaOf(name, root);
      return [name, body];
    }),
  );
  const of = (path: object, ...parameters: object[]) => ({ parameters, ...path });
  return {
    openapi: '3.1.0',
    info: {
      title: dataset.title.en,
      description: `${dataset.title.ru}. Static files: only GET and HEAD, no keys, no limits of ours.`,
      version: `${apiVersion}.0.0`,
      license: { name: dataset.licence },
    },
    servers: [{ url: root.replace(/\/$/, '') || '/' }],
    paths: {
      '/data/latest.json': json('latest', 'The latest release'),
      '/data/releases.json': json('releases', 'All releases'),
      '/data/changes/{release}.csv': of(text('What a release changed', 'text/csv'), release),
      '/data/{release}/manifest.json': of(json('manifest', 'Manifest of a release'), release),
      '/data/{release}/datapackage.json': of(text('Data package of a release', 'application/json'), release),
      '/data/{release}/region.json': of(json('region', 'The region'), release),
      '/data/{release}/municipalities/{id}.json': of(json('municipality', 'One municipality'), release, id),
      '/data/{release}/schools/{id}.json': of(json('school', 'One school'), release, id),
      '/data/{release}/{table}.csv': of(text('One table as CSV', 'text/csv'), release, table),
      '/data/{release}/{table}.parquet': of(
        text('One table as Parquet', 'application/vnd.apache.parquet'),
        release,
        table,
      ),
      '/data/{release}.zip': of(text('A whole release', 'application/zip'), release),
      '/embed/{chart}/{id}/data.csv': of(text('Numbers of a chart', 'text/csv'), chart, id),
      '/embed/{chart}/{id}/chart.svg': of(text('Picture of a chart', 'image/svg+xml'), chart, id),
      '/embed/{release}/{chart}/{id}/data.csv': of(
        text('Numbers of a frozen chart', 'text/csv'),
        release,
        chart,
        id,
      ),
    },
    components: { schemas },
  };
}
