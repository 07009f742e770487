import type { Column, Table } from '../../contract/column.ts';
import { published } from '../../contract/published.ts';
import { revisionKinds, revisionReasons } from '../../contract/revision.ts';
import { levels, presets } from '../../contract/vocabulary.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The version of the API: files may gain fields within it, and lose or rename none. */
export const apiVersion = 1;

const string = { type: 'string' } as const;
const integer = { type: 'integer' } as const;
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const nullable = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });
const hash = { ...string, pattern: '^[0-9a-f]{64}$' };
const release = { ...string, pattern: '^\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{8}$' };

const jsonType = {
  text: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'string',
} as const;

function columnSchema(column: Column): Schema {
  const type = jsonType[column.type];
  const values = column.values && [...column.values, ...(column.nullable ? [null] : [])];
  return {
    type: column.nullable ? [type, 'null'] : type,
    ...(column.type === 'date' ? { format: 'date' } : {}),
    ...(values ? { enum: values } : {}),
    ...(column.min === undefined ? {} : { minimum: column.min }),
    ...(column.max === undefined ? {} : { maximum: column.max }),
  };
}

/** A row of a table. `slim` rows leave out what is empty or what the file says once, and hold nothing else. */
function rowSchema(table: Table, slim: boolean, without: readonly string[] = []): Schema {
  const columns = Object.entries(table.columns).filter(([name]) => !without.includes(name));
  return {
    type: 'object',
    properties: Object.fromEntries(columns.map(([name, column]) => [name, columnSchema(column)])),
    ...(slim ? {} : { required: columns.map(([name]) => name) }),
    additionalProperties: false,
  };
}

const slim = (table: keyof typeof published): Schema => list(rowSchema(published[table], true));

const results: Schema = list({
  ...rowSchema(published.results, true, ['municipality_id']),
  required: ['level', 'entity_id', 'year', 'procedure', 'subject', 'grade', 'session', 'protection'],
});

const schoolStatus = object({
  identification: slim('identification'),
  units: slim('identification_units'),
  robustness: slim('robustness'),
  clusters: slim('clusters'),
  adverse_conditions: slim('adverse_conditions'),
  dynamics: slim('dynamics'),
  cohorts: slim('cohorts'),
  objectivity: slim('objectivity'),
  similar_schools: slim('similar_schools'),
});

const areaStatus = object({
  clusters: list(object({ year: integer, cluster: string, schools: integer })),
  dynamics: slim('dynamics'),
  monitoring: slim('monitoring'),
});

const bilingual = object({ ru: string, en: string });
const account = object({
  ...{ input: string, file: string, sha256: hash, bytes: nullable(integer), rows_in: integer },
  ...{ published: integer, suppressed: integer, rejected: integer },
  excluded: { type: 'object', additionalProperties: integer },
  dropped_columns: list(string),
  warnings: list(string),
});
const stamp = object({ version: string, sha256: hash });

const bodies: Readonly<Record<string, Schema>> = {
  latest: object({ release, manifest_sha256: hash }),
  manifest: object(
    {
      release,
      previous_release: nullable(release),
      dataset: object({
        ...{ id: string, title: bilingual, publisher: string, licence: string },
        ...{ url: nullable(string), accessed: { ...string, format: 'date' }, synthetic: { type: 'boolean' } },
        region_id: string,
      }),
      preset: { ...string, enum: presets },
      methodology: stamp,
      compared: list(stamp),
      years: list(integer),
      sources: list(account),
      counts: object({ schools: integer, municipalities: integer, results: integer }),
      files: list(object({ path: string, bytes: integer, sha256: hash, rows: integer }, ['rows'])),
    },
    ['compared'],
  ),
  school: object(
    {
      release,
      school: rowSchema(published.schools, false),
      results,
      status: schoolStatus,
      responses: slim('responses'),
    },
    ['status', 'responses'],
  ),
  municipality: object(
    {
      release,
      municipality: rowSchema(published.municipalities, false),
      schools: list(rowSchema(published.schools, false)),
      results,
      status: areaStatus,
    },
    ['status'],
  ),
  region: object(
    {
      release,
      region: rowSchema(published.regions, false),
      municipalities: list(
        object({ municipality_id: string, name: string, region_id: string, schools: integer }),
      ),
      results,
      status: areaStatus,
    },
    ['status'],
  ),
  releases: object({
    releases: list(
      object({
        release,
        previous_release: nullable(release),
        methodology: string,
        years: list(integer),
        new_years: list(integer),
        changes: {
          type: 'object',
          propertyNames: { enum: revisionReasons },
          additionalProperties: integer,
        },
      }),
    ),
  }),
  revision: object({
    level: { ...string, enum: levels },
    entity_id: string,
    kind: { ...string, enum: revisionKinds },
    reason: { ...string, enum: revisionReasons },
    change: { ...string, enum: ['added', 'removed', 'changed'] },
    ...{ indicator_id: string, procedure: string, subject: string, session: string, dimension: string },
    ...{ year: nullable(integer), grade: nullable(integer), before: string, after: string },
  }),
};

/** The names of the schemas: one per kind of JSON file. */
export const schemaNames = Object.keys(bodies);

/** A JSON Schema (draft 2020-12) of one kind of file. */
export const schemaOf = (name: string, root: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${root}data/schema/${name}.json`,
  title: name,
  ...bodies[name],
});
