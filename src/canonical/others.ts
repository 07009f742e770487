import type { Rule } from './rule.ts';

/** A resource deficit can only be eliminated after it was identified. */
export const deficits: Rule[] = [
  { rule: 'eliminated-not-identified', column: 'eliminated', condition: 'eliminated AND NOT identified' },
];

/** A part is never larger than its whole. */
export const observations: Rule[] = [
  { rule: 'count-above-denominator', column: 'numerator', condition: 'numerator > denominator' },
];

/** A comment, not a report; and the name of a role, not of a person's life. */
export const responses: Rule[] = [
  {
    rule: 'response-too-long',
    column: 'text',
    condition: 'length(text) > 1200 OR length(author_role) > 120',
  },
];

/**
 * Identifiers become folder names and addresses: at most 64 letters, digits, dots, hyphens and underscores. The length
 * is asked apart: a class of all letters repeated so many times takes the engine a tenth of a second to compile.
 */
export const safe = (column: string): Rule => ({
  rule: 'unsafe-id',
  column,
  condition: `NOT regexp_full_match(${column}, '[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*') OR length(${column}) > 64`,
});

export const schools: Rule[] = [
  safe('school_id'),
  { rule: 'closed-before-opened', column: 'closed', condition: 'closed < opened' },
];
/** An activity cannot end before it starts, and its road map's id becomes an address. */
export const roadmaps: Rule[] = [
  safe('roadmap_id'),
  { rule: 'period-reversed', column: 'ends', condition: 'ends < starts' },
];
export const municipalities: Rule[] = [safe('municipality_id')];
