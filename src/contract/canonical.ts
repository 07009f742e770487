import { count, date, decimal, flag, integer, key, oneOf, optional, type RowOf, text } from './column.ts';
import { roadmapTables } from './roadmap.ts';
import { localities, procedures, schoolTypes, sessions } from './vocabulary.ts';

const year = { ...integer, min: 2000, max: 2100 } as const;
/** The programme grade (программа класса), 1 to 11. */
const grade = { ...integer, min: 1, max: 11 } as const;
const share = { ...decimal, sql: 'DECIMAL(9,6)', min: 0, max: 1 } as const;

/** Counts of a result row that disclosure control publishes as intervals `<name>_low`, `<name>_high`. */
export const resultCounts = [
  'participants',
  'below_threshold',
  'mark_2',
  'mark_3',
  'mark_4',
  'mark_5',
  'high_score',
  'max_score',
  'basic_level_met',
  'journal_lowered',
  'journal_confirmed',
  'journal_raised',
  'journal_gap_2',
] as const;

const series = {
  year,
  procedure: oneOf(...procedures),
  subject: text,
  grade,
  session: oneOf(...sessions),
} as const;

/**
 * The private canonical tables: typed, keyed, checked; written by ingest as Parquet, read by protect.
 * `participants`, `below_threshold` and the marks are whole pupils; `score_mean` and `score_sd` are primary or
 * test scores; `completion_mean` is a share of the maximum score, 0 to 1.
 */
export const canonical = {
  regions: { key: ['region_id'], columns: { region_id: text, name: text } },
  municipalities: {
    key: ['municipality_id'],
    columns: { municipality_id: text, name: text, region_id: key('regions') },
  },
  schools: {
    key: ['school_id'],
    columns: {
      school_id: text,
      name: text,
      short_name: optional(text),
      municipality_id: key('municipalities'),
      type: optional(oneOf(...schoolTypes)),
      locality: optional(oneOf(...localities)),
      small_school: optional(flag),
      pupils: optional(count),
      latitude: optional({ ...decimal, sql: 'DECIMAL(9,5)', min: -90, max: 90 } as const),
      longitude: optional({ ...decimal, sql: 'DECIMAL(9,5)', min: -180, max: 180 } as const),
      opened: optional(date),
      closed: optional(date),
    },
  },
  results: {
    key: ['school_id', 'year', 'procedure', 'subject', 'grade', 'session'],
    columns: {
      school_id: key('schools'),
      ...series,
      /** The class that wrote the work: one above the programme grade in autumn sessions. */
      written_in_grade: optional(grade),
      /** True where the publisher itself withheld the row's marks. */
      suppressed: flag,
      participants: { ...integer, min: 1 } as const,
      mark_2: optional(count),
      mark_3: optional(count),
      mark_4: optional(count),
      mark_5: optional(count),
      below_threshold: optional(count),
      high_score: optional(count),
      max_score: optional(count),
      score_mean: optional(decimal),
      score_sd: optional(decimal),
      completion_mean: optional(share),
      basic_level_met: optional(count),
      journal_lowered: optional(count),
      journal_confirmed: optional(count),
      journal_raised: optional(count),
      journal_gap_2: optional(count),
      journal_rho: optional({ ...decimal, sql: 'DECIMAL(9,6)', min: -1, max: 1 } as const),
      source_id: text,
    },
  },
  score_distribution: {
    key: ['school_id', 'year', 'procedure', 'subject', 'grade', 'session', 'score'],
    columns: {
      school_id: key('schools'),
      ...series,
      score: { ...count, max: 200 } as const,
      participants: count,
    },
  },
  observations: {
    key: ['entity_level', 'entity_id', 'year', 'indicator_id', 'dimension'],
    columns: {
      entity_level: oneOf('school', 'municipality', 'region'),
      entity_id: text,
      year,
      indicator_id: text,
      dimension: text,
      numerator: count,
      denominator: optional(count),
      value: optional({ ...decimal, sql: 'DECIMAL(18,6)' } as const),
    },
  },
  deficits: {
    key: ['school_id', 'year', 'kind'],
    columns: {
      school_id: key('schools'),
      year,
      kind: text,
      identified: flag,
      eliminated: flag,
      note: optional(text),
    },
  },
  social_index: {
    key: ['school_id', 'year'],
    columns: { school_id: key('schools'), year, value: decimal },
  },
  programmes: {
    key: ['school_id', 'programme', 'year'],
    columns: {
      school_id: key('schools'),
      programme: text,
      year,
      role: oneOf('participant', 'mentor', 'base', 'partner', 'curator'),
    },
  },
  bias_list: {
    key: ['school_id', 'year'],
    columns: { school_id: key('schools'), year, markers: count },
  },
  ...roadmapTables,
  /** Short official comments of schools on their own figures, published as they are. */
  responses: {
    key: ['school_id', 'date', 'author_role'],
    columns: { school_id: key('schools'), date, author_role: text, text },
  },
} as const;

export type CanonicalTable = keyof typeof canonical;
export type CanonicalRow<T extends CanonicalTable> = RowOf<(typeof canonical)[T]>;

/**
 * One pupil's work. Lives in raw files and in the ingest process only; ingest aggregates it into `results` and
 * `score_distribution` and never writes it. `mark` is 2 to 5, `journal_mark` the mark of the term before.
 */
export const pupil = {
  key: [],
  columns: {
    school_id: key('schools'),
    ...series,
    written_in_grade: optional(grade),
    mark: { ...integer, min: 2, max: 5 } as const,
    score: optional({ ...count, max: 200 } as const),
    journal_mark: optional({ ...integer, min: 2, max: 5 } as const),
  },
} as const;
