import { decimal, integer, oneOf, optional, type Table, text } from './column.ts';
import { maybeCount, ratio, span } from './span.ts';
import { levels, procedures } from './vocabulary.ts';

/** What became of rows of an input file. `rows-in` is the sum of the others. */
export const rowOutcomes = ['rows-in', 'published', 'suppressed', 'excluded', 'rejected'] as const;
/** What a column of an input file was used for. */
export const columnUses = [
  'value',
  'filter',
  'block',
  'check',
  'compared',
  'ignored',
  'personal',
  'constant',
] as const;
/** How a shape of the boundaries found its municipality; `no-shape`: the municipality found none. */
export const boundaryWays = ['id', 'name', 'plain-name', 'by-hand', 'unmatched', 'no-shape'] as const;

const file = { input: text, file: text } as const;
const fileKey = ['input', 'file'] as const;
const seriesOf = {
  level: oneOf(...levels),
  entity_id: text,
  municipality_id: optional(text),
  procedure: oneOf(...procedures),
  subject: text,
  grade: integer,
  comparability: text,
  year: integer,
} as const;

/** Tables of the quality report that are made from what the ingest counted: of files, never of pupils. */
export const intake = {
  inputs: {
    key: [...fileKey, 'outcome', 'rule'],
    columns: { ...file, outcome: oneOf(...rowOutcomes), rule: text, rows: integer },
  },
  input_notes: {
    key: [...fileKey, 'place'],
    columns: { ...file, place: integer, code: text, note: text },
  },
  input_columns: {
    key: [...fileKey, 'place'],
    columns: {
      ...file,
      place: integer,
      use: oneOf(...columnUses),
      file_column: text,
      our_column: text,
      constant: text,
    },
  },
  boundary_names: {
    key: ['place'],
    columns: {
      place: integer,
      way: oneOf(...boundaryWays),
      shape: text,
      municipality_id: optional(text),
    },
  },
} as const satisfies Record<string, Table>;

/** Tables of the quality report that are computed from protected tables. */
export const quality = {
  coverage: {
    key: ['municipality_id', 'procedure', 'year'],
    columns: {
      municipality_id: text,
      procedure: oneOf(...procedures),
      year: integer,
      schools_expected: integer,
      schools: integer,
      works: integer,
      works_shown: integer,
    },
  },
  appearances: {
    key: ['school_id', 'procedure', 'year'],
    columns: {
      school_id: text,
      procedure: oneOf(...procedures),
      year: integer,
      year_before: integer,
      event: oneOf('appears', 'disappears'),
      explained_by: optional(oneOf('opened', 'closed')),
    },
  },
  jumps: {
    key: ['kind', 'level', 'entity_id', 'procedure', 'subject', 'grade', 'comparability', 'year'],
    columns: {
      kind: oneOf('participants', 'fail-rate'),
      ...seriesOf,
      year_before: integer,
      direction: oneOf('rise', 'fall'),
      ...span('participants_before', maybeCount),
      ...span('participants', maybeCount),
      ...span('below_threshold_before', maybeCount),
      ...span('below_threshold', maybeCount),
      ...span('relative', ratio),
      excess_deviations: { ...decimal, sql: 'DECIMAL(9,3)' } as const,
    },
  },
} as const satisfies Record<string, Table>;
