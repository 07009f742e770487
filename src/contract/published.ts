import { canonical, resultCounts } from './canonical.ts';
import { type Column, decimal, flag, integer, oneOf, optional, type Table, text } from './column.ts';
import { derived } from './derived.ts';
import { intake } from './quality.ts';
import { span } from './span.ts';
import { levels, procedures, protections, reasons, sessions } from './vocabulary.ts';

const point = {
  level: oneOf(...levels),
  entity_id: text,
  year: integer,
  procedure: oneOf(...procedures),
  subject: text,
  grade: integer,
  session: oneOf(...sessions),
} as const;

const pointKey = ['level', 'entity_id', 'year', 'procedure', 'subject', 'grade', 'session'];

const interval = (name: string): [string, Column][] => [
  [`${name}_low`, optional(integer)],
  [`${name}_high`, optional(integer)],
];

const ratio = optional({ type: 'decimal', sql: 'DOUBLE' } as const);

/**
 * The public tables of a release, each as Parquet and CSV: the only data that pages, explorer, embeds and API read.
 * The TypeScript rows are in public.ts.
 */
export const published = {
  regions: canonical.regions,
  municipalities: canonical.municipalities,
  schools: canonical.schools,
  results: {
    key: pointKey,
    columns: {
      ...point,
      municipality_id: optional(text),
      comparability: text,
      protection: oneOf(...protections),
      ...Object.fromEntries(resultCounts.flatMap(interval)),
      score_mean: optional(decimal),
      score_sd: optional(decimal),
      completion_mean: optional({ ...decimal, sql: 'DECIMAL(9,6)' } as const),
      journal_rho: optional({ ...decimal, sql: 'DECIMAL(9,6)' } as const),
      /** Of a total: participants of the rows whose own mean is published; the means are over these. */
      mean_participants: optional(integer),
    },
  },
  /** Rows of one school or area taken together: all grades (grade 0), all subjects (subject empty), up to three years. */
  pooled_results: {
    key: ['level', 'entity_id', 'procedure', 'subject', 'grade', 'comparability', 'year_to', 'year_from'],
    columns: {
      level: oneOf(...levels),
      entity_id: text,
      municipality_id: optional(text),
      procedure: oneOf(...procedures),
      subject: text,
      grade: integer,
      comparability: text,
      year_from: integer,
      year_to: integer,
      /** How many rows of `results` are taken together, and how many of them have a hidden number. */
      cells: integer,
      hidden_cells: integer,
      ...span('participants', integer),
      ...span('below_threshold', integer),
    },
  },
  indicators: {
    key: ['indicator_id', ...pointKey],
    columns: {
      indicator_id: text,
      ...point,
      comparability: text,
      numerator_low: optional(integer),
      numerator_high: optional(integer),
      denominator_low: integer,
      denominator_high: integer,
      value_low: ratio,
      value_high: ratio,
      reason: optional(oneOf(...reasons)),
    },
  },
  ...derived,
  ...intake,
  /** Without the publisher's notes, which are free text. */
  deficits: {
    key: canonical.deficits.key,
    columns: { school_id: text, year: integer, kind: text, identified: flag, eliminated: flag },
  },
  social_index: canonical.social_index,
  programmes: canonical.programmes,
  bias_list: canonical.bias_list,
  roadmap_sources: canonical.roadmap_sources,
  roadmaps: canonical.roadmaps,
  responses: canonical.responses,
  boundary_spikes: {
    key: ['school_id', 'year', 'procedure', 'subject', 'grade', 'session', 'mark'],
    columns: {
      school_id: text,
      year: integer,
      procedure: oneOf(...procedures),
      subject: text,
      grade: integer,
      session: oneOf(...sessions),
      mark: integer,
      informative: flag,
      p_value: { ...decimal, sql: 'DECIMAL(3,2)' } as const,
    },
  },
  observations: {
    key: canonical.observations.key,
    columns: {
      entity_level: oneOf(...levels),
      entity_id: text,
      year: integer,
      indicator_id: text,
      dimension: text,
      protection: oneOf(...protections),
      ...span('numerator', optional(integer)),
      ...span('denominator', optional(integer)),
      value: canonical.observations.columns.value,
    },
  },
} as const satisfies Record<string, Table>;

export type PublishedTable = keyof typeof published;
