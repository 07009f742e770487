import { changes } from './changes.ts';
import { decimal, flag, integer, oneOf, optional, type Table, text } from './column.ts';
import { programmeEffects } from './programme-effect.ts';
import { quality } from './quality.ts';
import { roadmapDerived } from './roadmap.ts';
import { maybeCount, ratio, span } from './span.ts';
import { clusters, identificationStates, levels, procedures, reasons, ruleStates } from './vocabulary.ts';

const schoolYear = { methodology: text, school_id: text, year: integer } as const;
const versionKey = ['methodology', 'school_id', 'year'] as const;

/** Tables computed by `indicators` from protected tables. The meaning of every column: src/i18n/dictionary-derived.ts. */
export const derived = {
  identification: {
    key: versionKey,
    columns: {
      ...schoolYear,
      state: oneOf(...identificationStates),
      /** Words with spaces between them: `two-procedures`, `two-years`, `pooled`. */
      reasons: text,
      possible_reasons: text,
      ...span('low_units', integer),
      /** `procedure:code` of years that broke a run. */
      breaks: text,
    },
  },
  identification_units: {
    key: [...versionKey, 'procedure', 'subject', 'grade', 'comparability'],
    columns: {
      ...schoolYear,
      procedure: oneOf(...procedures),
      subject: text,
      grade: integer,
      comparability: text,
      ...span('participants', integer),
      ...span('below_threshold', integer),
      ...span('share', ratio),
      state: oneOf(...ruleStates),
      group_state: oneOf(...ruleStates),
    },
  },
  robustness: {
    key: versionKey,
    columns: { ...schoolYear, ...span('identified', integer), settings: integer },
  },
  clusters: {
    key: versionKey,
    columns: { ...schoolYear, cluster: oneOf(...clusters), reasons: text, possible_reasons: text },
  },
  methodology_changes: {
    key: ['methodology_from', 'methodology_to', 'school_id', 'year'],
    columns: {
      methodology_from: text,
      methodology_to: text,
      school_id: text,
      year: integer,
      state_from: optional(oneOf(...identificationStates)),
      state_to: optional(oneOf(...identificationStates)),
      change: oneOf('enters', 'leaves', 'unclear'),
    },
  },
  wellbeing_index: {
    key: ['school_id', 'year'],
    columns: {
      school_id: text,
      year: integer,
      ...span('value', optional(decimal)),
      components: integer,
      components_known: integer,
      reason: optional(oneOf(...reasons)),
    },
  },
  adverse_conditions: {
    key: ['school_id', 'year'],
    columns: {
      school_id: text,
      year: integer,
      wellbeing: optional(decimal),
      lowest_quartile: optional(flag),
      deficits_known: flag,
      deficits_identified: text,
      deficits_remaining: text,
      state: oneOf(...ruleStates),
    },
  },
  ...changes,
  ...quality,
  ...roadmapDerived,
  ...programmeEffects,
  /** What disclosure control hid, and whose results are still told. */
  disclosure: {
    key: ['year', 'locality', 'size_class'],
    columns: {
      year: integer,
      locality: text,
      size_class: text,
      schools: integer,
      silent_alone: integer,
      silent: integer,
      cells: integer,
      few_cells: integer,
      ranged_cells: integer,
    },
  },
  similar_schools: {
    key: ['school_id', 'place'],
    columns: {
      school_id: text,
      place: integer,
      similar_id: text,
      distance: ratio,
      size: ratio,
      locality: ratio,
      small_school: ratio,
      wellbeing: ratio,
      type: ratio,
    },
  },
  monitoring: {
    key: ['indicator_id', 'level', 'entity_id', 'year', 'dimension'],
    columns: {
      indicator_id: text,
      level: oneOf(...levels),
      entity_id: text,
      year: integer,
      /** What the value is about, words with spaces: `russian`, `staff`, `vpr russian confirmed`; empty: the whole. */
      dimension: text,
      ...span('numerator', maybeCount),
      ...span('denominator', maybeCount),
      /** Schools that should have been counted and have no data. */
      uncounted: maybeCount,
      ...span('value', ratio),
      reason: optional(oneOf(...reasons)),
    },
  },
} as const satisfies Record<string, Table>;

export type DerivedTable = keyof typeof derived;
