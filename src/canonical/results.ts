import { safe } from './others.ts';
import type { Rule } from './rule.ts';

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
const parts = ['below_threshold', 'high_score', 'max_score', 'basic_level_met'];
const journal = 'coalesce(journal_lowered, 0) + coalesce(journal_confirmed, 0) + coalesce(journal_raised, 0)';

/** Sums of a result row: marks make up the participants, no part is larger than the whole. */
export const results: Rule[] = [
  safe('school_id'),
  {
    rule: 'marks-incomplete',
    column: 'mark_2',
    condition: `(${marks.map((mark) => `CAST(${mark} IS NULL AS INTEGER)`).join(' + ')}) NOT IN (0, 4)`,
  },
  { rule: 'marks-do-not-sum', column: 'participants', condition: `${marks.join(' + ')} <> participants` },
  {
    rule: 'threshold-unknown',
    column: 'below_threshold',
    condition: 'below_threshold IS NULL AND NOT suppressed',
  },
  ...parts.map((column) => ({
    rule: 'count-above-participants',
    column,
    condition: `${column} > participants`,
  })),
  {
    rule: 'threshold-differs-from-marks',
    column: 'below_threshold',
    condition: `procedure IN ('vpr', 'oge') AND mark_2 <> below_threshold`,
  },
  { rule: 'count-above-participants', column: 'journal_confirmed', condition: `${journal} > participants` },
];
