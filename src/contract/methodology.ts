import { z } from 'zod';
import { procedures, procedureUnits, similarityTraits } from './vocabulary.ts';

const share = z.number().min(0).max(1);

const programmes = z.strictObject({
  /** Schools without the programme that each school with it is compared with. */
  neighbours: z.int().min(1),
  /** Weight of the share before in the matching, beside the traits of similar schools. */
  base_weight: z.number().min(0),
  /** A wave of fewer schools is not compared. */
  min_schools: z.int().min(2),
  /** Nominal confidence; the measured one is in docs/programme-effect.md. */
  confidence: share,
});

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
    /**
     * `units`: low units of one year are counted, or one unit is followed over years. `pooled`: all participants of a
     * procedure are taken together and one low procedure is enough; `procedure_unit` is then `procedure`.
     */
    rule_set: z.enum(['units', 'pooled']),
    threshold: share,
    subjects: z.array(z.string()).min(1),
    procedures: z.array(z.enum(procedures)).min(1),
    procedure_unit: z.enum(procedureUnits),
    min_units_same_year: z.int().min(1),
    consecutive_years: z.int().min(1),
    min_participants: z.int().min(1),
  }),
  /** The grid of plausible settings: every combination is one. */
  robustness: z.strictObject({
    thresholds: z.array(share).min(1),
    procedure_units: z.array(z.enum(procedureUnits)).min(1),
    min_participants: z.array(z.int().min(1)).min(1),
  }),
  clusters: z.strictObject({
    /** From this share of failing participants a unit counts as a group of failing pupils. */
    group_threshold: share,
    /** Programme whose schools form a cluster of their own, and the roles that count. */
    programme: z.string().min(1),
    roles: z.array(z.string()).min(1),
    /** Kinds of resource deficits that are a risk factor. */
    deficit_kinds: z.array(z.string()).min(1),
    /** Observed indicator whose numerator 1 means that a school does not prevent risks. */
    prevention_indicator: z.string().min(1),
  }),
  adverse_conditions: z.strictObject({
    /** Share of schools with the lowest index of social well-being. */
    wellbeing_quartile: share,
    /**
     * Makes the index of social well-being of observations of schools, in place of the index that the publisher
     * supplies: 100 × the weighted mean of the components' shares, each turned so that more is better. The region sets
     * the weights. Absent: the supplied index is used.
     */
    wellbeing_composition: z
      .array(
        z.strictObject({
          /** Indicator of `observations`, of level school, without a dimension; a share of something. */
          indicator: z.string().min(1),
          weight: z.number().positive(),
          /** Whether a large share speaks of well-being (parents with higher education) or against it. */
          direction: z.enum(['higher-better', 'lower-better']),
        }),
      )
      .min(1)
      .refine((parts) => new Set(parts.map(({ indicator }) => indicator)).size === parts.length, {
        message: 'each indicator once',
      })
      .optional(),
    deficit_kinds: z.array(z.string()).min(1),
  }),
  dynamics: z.strictObject({
    confidence: share,
    practical_effect: share,
    sharp_worsening: share,
    /** From `min_participants` up to this a rate is marked "few participants". */
    few_participants: z.int().min(1),
    /** Over how many calendar years a change may reach when the years between had no comparable session. */
    max_gap_years: z.int().min(1),
    /** Whether intervals are widened by the scatter of cohorts, estimated from the region's own series. */
    scatter: z.boolean(),
    /** Grades of the indicator of academic performance. */
    performance_grades: z.array(z.int().min(1).max(11)).min(1),
  }),
  objectivity: z.strictObject({
    subjects: z.array(z.string()).min(1),
    /** Programme grades of ВПР that the markers look at; a sharp change is from the first to the last. */
    grades: z.array(z.int().min(1).max(11)).min(2),
    /** Normal quantile of the interval of a mean. */
    mean_z: z.number().positive(),
    /** Fences of a sharp change: quartile ± this many interquartile ranges. */
    fence: z.number().positive(),
    /** From this share of marks that differ from the journal by 2 or more. */
    journal_gap: share,
    /** Under this probability a surplus at the lowest score of a mark is a spike. */
    spike_p_value: share,
  }),
  /** When a change looks like a fault of the data. Absent: nothing is looked for. */
  quality: z
    .strictObject({
      /** Standard errors by which a change must exceed its limit. */
      deviations: z.number().positive(),
      /** Limit of participants: this many times more or fewer than the region's own change explains. */
      participants_factor: z.number().min(1),
      /** Subjects that a whole grade writes: in others the number of participants changes by lot or by choice. */
      participants_subjects: z.array(z.string()).min(1),
      /** Limit of the share below the threshold: this far from the region's own change. */
      fail_rate_change: share,
    })
    .optional(),
  similar_schools: z.strictObject({
    count: z.int().min(1),
    /** Traits and their weights. */
    weights: z.record(z.enum(similarityTraits), z.number().min(0)),
  }),
  /** How schools with and without a programme are compared. */
  programmes: programmes.default({ neighbours: 5, base_weight: 2, min_schools: 5, confidence: 0.98 }),
});

export type Methodology = z.infer<typeof methodologySchema>;
