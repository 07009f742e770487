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
} as const;

export type SubjectRow = RowOf<(typeof reference)['subjects']>;
export type ComparabilityRow = RowOf<(typeof reference)['comparability']>;
