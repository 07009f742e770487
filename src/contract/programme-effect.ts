import { decimal, integer, oneOf, optional, type RowOf, text } from './column.ts';
import { maybeCount, ratio } from './span.ts';

/** Failing pupils in schools with a programme against their matches. `not-comparable`: `reason` says why. */
export const effectVerdicts = ['fewer', 'more', 'no-clear-difference', 'not-comparable'] as const;
/** Why a programme cannot be compared. */
export const effectReasons = [
  'starts-before-data',
  'no-comparable-years',
  'few-schools',
  'few-controls',
] as const;

export type EffectVerdict = (typeof effectVerdicts)[number];
export type EffectReason = (typeof effectReasons)[number];

const schools = { ...integer, min: 0 } as const;
const days = optional({ ...decimal, sql: 'DECIMAL(9,3)' } as const);

/**
 * One wave of a programme (schools that entered in the same year) against matched schools without it. Shares are of
 * pupils below the threshold in the works of one procedure, a negative effect is fewer of them.
 */
export const programmeEffects = {
  programme_effects: {
    key: ['programme', 'first_year', 'procedure'],
    columns: {
      programme: text,
      first_year: integer,
      last_year: integer,
      procedure: text,
      comparability: optional(text),
      year_before: maybeCount,
      year: maybeCount,
      /** Schools of the wave; those of them with results in both years; different schools they were matched with. */
      participants: schools,
      compared: schools,
      controls: schools,
      before: ratio,
      after: ratio,
      before_controls: ratio,
      after_controls: ratio,
      /** Change of the wave's schools less what was expected of them; the same of their matches; the difference. */
      excess: ratio,
      excess_controls: ratio,
      effect: ratio,
      interval_low: ratio,
      interval_high: ratio,
      /** Mean distance of a match, in the units of similar schools. */
      distance: days,
      verdict: oneOf(...effectVerdicts),
      reason: optional(oneOf(...effectReasons)),
    },
  },
} as const;

export type ProgrammeEffectRow = RowOf<(typeof programmeEffects)['programme_effects']>;
