import { flag, integer, oneOf, optional, type RowOf, text } from './column.ts';
import { procedures, sessions } from './vocabulary.ts';

/** The small hand-kept tables of data/reference/, one CSV each, loaded as `ref_<name>` at build. */
export const reference = {
  subjects: {
    key: ['subject'],
    columns: { subject: text, ru: text, ru_dative: text, en: text, aliases: optional(text) },
  },
  comparability: {
    key: ['procedure', 'year', 'session'],
    columns: {
      procedure: oneOf(...procedures),
      year: integer,
      session: oneOf(...sessions),
      comparability: optional(text),
      held: flag,
      reason_ru: optional(text),
      reason_en: optional(text),
      source: optional(text),
    },
  },
  /** Least primary score of marks 3, 4 and 5, and the most that the work gives. */
  scales: {
    key: ['procedure', 'subject', 'grade', 'year'],
    columns: {
      procedure: oneOf(...procedures),
      subject: text,
      grade: integer,
      year: integer,
      mark_3: integer,
      mark_4: integer,
      mark_5: integer,
      maximum: integer,
      source: text,
    },
  },
  /** Least score that counts as passed. A maximum of 100 means test scores, of which 81 and more are high. */
  min_scores: {
    key: ['procedure', 'subject', 'year'],
    columns: {
      procedure: oneOf(...procedures),
      subject: text,
      year: integer,
      minimum: integer,
      maximum: integer,
      source: text,
    },
  },
} as const;

export type SubjectRow = RowOf<(typeof reference)['subjects']>;
export type ScaleRow = RowOf<(typeof reference)['scales']>;
export type ComparabilityRow = RowOf<(typeof reference)['comparability']>;
