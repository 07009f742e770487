import { type Count, rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import type { ChangeFacts, SchoolFacts } from './school-queries.ts';
import type { BrushField, Range, Traits } from './traits.ts';

/** A school with what the views draw of it. Shares and changes in fractions; `null`: not to be told. */
export interface School extends SchoolFacts {
  share: Interval | null;
  participants: Count | null;
  change: (Interval & { year: number; verdict: ChangeFacts['verdict'] }) | null;
}

/** Joins the two answers of the engine. */
export function joined(
  facts: readonly SchoolFacts[],
  changes: readonly ChangeFacts[],
  minimum: number,
): School[] {
  const byId = new Map(changes.map((change) => [change.school_id, change]));
  return facts.map((row) => {
    const { participants_low, participants_high, below_threshold_low, below_threshold_high } = row;
    const participants =
      participants_low === null || participants_high === null
        ? null
        : { low: participants_low, high: participants_high };
    const below =
      below_threshold_low === null || below_threshold_high === null
        ? null
        : { low: below_threshold_low, high: below_threshold_high };
    const change = byId.get(row.school_id);
    const known = change && change.formal_low !== null && change.formal_high !== null;
    return {
      ...row,
      participants,
      share: participants && rate(below, participants, minimum),
      change: known
        ? {
            low: change.formal_low ?? 0,
            high: change.formal_high ?? 0,
            year: change.year_before,
            verdict: change.verdict,
          }
        : null,
    };
  });
}

/** The middle of what is drawn of a school on an axis, in the unit of the range; `null` where nothing is. */
export function brushValue(school: School, field: BrushField): number | null {
  if (field === 'index') return school.wellbeing;
  const span = field === 'share' ? school.share : school.change;
  return span && (100 * (span.low + span.high)) / 2;
}

const inside = (value: number | null, range: Range | null): boolean =>
  range === null || (value !== null && value >= range.from - 1e-9 && value <= range.to + 1e-9);

const hasStatus = ({ state, state_before: before, change }: School, status: string): boolean => {
  if (status === '') return true;
  if (status === 'improved') return change?.verdict === 'improved';
  if (status === 'left') return state === 'not-identified' && before === 'identified';
  return state === 'identified' && (status !== 'entered' || before === 'not-identified');
};

/** What a view may leave aside. */
export type Aside = BrushField | 'status' | 'cluster';

/**
 * The schools inside the brushes and of the chosen status and cluster. `except`: what the view that asks leaves aside,
 * its own brush first, since it must show what lies beside it as well.
 */
export const brushed = (
  schools: readonly School[],
  traits: Traits,
  except: readonly Aside[] = [],
): School[] =>
  schools.filter(
    (school) =>
      (except.includes('status') || hasStatus(school, traits.status)) &&
      (except.includes('cluster') || traits.cluster === '' || school.cluster === traits.cluster) &&
      (['share', 'change', 'index'] as const).every(
        (field) => except.includes(field) || inside(brushValue(school, field), traits[field]),
      ),
  );
