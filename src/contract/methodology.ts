import { z } from 'zod';
import { procedures } from './vocabulary.ts';

const share = z.number().min(0).max(1);

/**
 * A methodology file: every threshold and parameter a published figure depends on. One versioned file per rule set in
 * data/methodology/; nothing of it is a constant in code.
 */
export const methodologySchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: z.strictObject({ ru: z.string().min(1), en: z.string().min(1) }),
  /** The official text the values are taken from. */
  source: z.string().min(1),
  protection: z.strictObject({
    /** Under this number of participants a cell is published as an interval without marks and means. */
    min_participants: z.int().min(2),
    /** A positive number of failing pupils under this becomes an interval. */
    min_failing: z.int().min(1),
    /** Preset `rounded`: counts are rounded to a multiple of this. */
    rounding_base: z.int().min(2),
  }),
  identification: z.strictObject({
    rule_set: z.enum(['units', 'pooled']),
    threshold: share,
    subjects: z.array(z.string()).min(1),
    procedures: z.array(z.enum(procedures)).min(1),
    procedure_unit: z.enum(['procedure', 'procedure_subject', 'procedure_subject_grade']),
    min_units_same_year: z.int().min(1),
    consecutive_years: z.int().min(1),
    min_participants: z.int().min(1),
  }),
  clusters: z.strictObject({ group_threshold: share }),
  dynamics: z.strictObject({
    confidence: share,
    practical_effect: share,
    sharp_worsening: share,
    /** From `min_participants` up to this a rate is marked "few participants". */
    few_participants: z.int().min(1),
  }),
});

export type Methodology = z.infer<typeof methodologySchema>;
