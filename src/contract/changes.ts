import { decimal, flag, integer, oneOf, optional, type Table, text } from './column.ts';
import { maybeCount, ratio, span } from './span.ts';
import { levels, markers, procedures, reasons, ruleStates, verdicts } from './vocabulary.ts';

const series = {
  level: oneOf(...levels),
  entity_id: text,
  procedure: oneOf(...procedures),
  subject: text,
  /** 0: all grades of the subject pooled. */
  grade: integer,
  comparability: text,
  year: integer,
} as const;
const seriesKey = ['level', 'entity_id', 'procedure', 'subject', 'grade', 'comparability', 'year'] as const;

const twoYears = {
  ...span('participants_before', maybeCount),
  ...span('below_threshold_before', maybeCount),
  ...span('participants', maybeCount),
  ...span('below_threshold', maybeCount),
  ...span('formal', ratio),
  ...span('relative', ratio),
} as const;

/** Derived tables of changes over years and of markers of bias. */
export const changes = {
  dynamics: {
    key: seriesKey,
    columns: {
      ...series,
      municipality_id: optional(text),
      year_before: integer,
      gap_years: integer,
      strata: integer,
      ...twoYears,
      ...span('region', ratio),
      ...span('quality', ratio),
      mean_change: optional(decimal),
      sharp_worsening: optional(oneOf(...ruleStates)),
      ...span('interval', ratio),
      p_value: ratio,
      q_value: ratio,
      confirmed: optional(oneOf(...verdicts)),
      ...span('excess', ratio),
      tail: ratio,
      net: optional(oneOf(...verdicts)),
      identified_before: flag,
      verdict: optional(oneOf(...verdicts)),
      reason: optional(oneOf(...reasons)),
    },
  },
  cohorts: {
    key: seriesKey,
    columns: { ...series, grade_before: integer, year_before: integer, ...twoYears },
  },
  objectivity: {
    key: ['school_id', 'year', 'marker', 'procedure', 'subject', 'grade'],
    columns: {
      school_id: text,
      year: integer,
      marker: oneOf(...markers),
      procedure: oneOf(...procedures, ''),
      subject: text,
      grade: integer,
      federal: flag,
      state: oneOf(...ruleStates),
      value: optional({ ...decimal, sql: 'DECIMAL(18,6)' } as const),
      bound: optional({ ...decimal, sql: 'DECIMAL(18,6)' } as const),
      reason: optional(oneOf(...reasons)),
    },
  },
} as const satisfies Record<string, Table>;
