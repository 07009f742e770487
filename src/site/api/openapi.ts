import { embedScope } from '../embeds/scope.ts';
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
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const release = parameter('release', 'Name of a release, such as 2025-09-01-b36553f1');
const id = parameter('id', 'Id of a school or municipality');
const table = parameter('table', 'Name of a table of the release, see datapackage.json');
const chart = parameter(
  'chart',
  'dynamics, marks, positive-dynamics, similar-schools, risk-plane or cluster-map',
);
const indicator = parameter('indicator', 'Id of an indicator, such as low-results-share');

type Path = Readonly<Record<string, object>>;
const of = (path: Path, ...parameters: object[]): Path => ({ parameters, ...path });

/** The files of charts, live and frozen; none where the site gives no charts to others. */
function chartPaths(): Record<string, Path> {
  const { charts } = embedScope();
  const each = (folder: string, kind: string, ...parameters: object[]): [string, Path][] => [
    [`${folder}data.csv`, of(text(`Numbers of ${kind}`, 'text/csv'), ...parameters)],
    [`${folder}chart.svg`, of(text(`Picture of ${kind}`, 'image/svg+xml'), ...parameters)],
    [`${folder}oembed.json`, of(text(`oEmbed answer of ${kind}`, 'application/json'), ...parameters)],
  ];
  const ofEntity = charts.some((one) => one !== 'indicator')
    ? [
        ...each('/embed/{chart}/{id}/', 'a chart', chart, id),
        ...each('/embed/{release}/{chart}/{id}/', 'a chart frozen to a release', release, chart, id),
      ]
    : [];
  const ofIndicator = charts.includes('indicator')
    ? [
        ...each('/embed/indicator/{id}/{indicator}/', 'an indicator', id, indicator),
        ...each(
          '/embed/{release}/indicator/{id}/{indicator}/',
          'an indicator frozen to a release',
          ...[release, id, indicator],
        ),
      ]
    : [];
  return Object.fromEntries([...ofEntity, ...ofIndicator]);
}

/** The static files as an API: what may be asked for and what comes back. OpenAPI 3.1. */
export function openapi(root: string) {
  const { dataset } = manifest();
  const schemas = Object.fromEntries(
    schemaNames.map((name) => {
      const { $schema: _, $id: __, ...body } = schemaOf(name, root);
      return [name, body];
    }),
  );
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
      '/data/excel/{release}/{table}.csv': of(
        text('One table as Excel opens it', 'text/csv'),
        release,
        table,
      ),
      '/data/excel/{release}/region.xlsx': of(text('Workbook of the region', workbookType), release),
      '/data/excel/{release}/municipalities/{id}.xlsx': of(
        text('Workbook of one municipality', workbookType),
        release,
        id,
      ),
      '/data/catalog.jsonld': text(
        'The latest release as an entry of a catalogue (DCAT-AP)',
        'application/ld+json',
      ),
      '/data/CITATION.cff': text('How to cite the latest release', 'text/yaml'),
      '/releases.atom': text('Releases as a feed', 'application/atom+xml'),
      ...chartPaths(),
    },
    components: { schemas },
  };
}
