import type { ChangeVerdict, Procedure, Reason } from '../contract/vocabulary.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Outcome, SubjectWords } from './facts.ts';

/** How a subject changed between two years, with all that the four lenses say. */
export interface ChangeNumbers {
  before: Outcome;
  now: Outcome;
  /** Lens 1: the change of the share below the threshold. */
  formal: Interval;
  /** The region's own change over the same grades; absent for the region itself. */
  region: Interval | null;
  /** Lens 2, and its 95 % interval: lens 3. */
  relative: Interval | null;
  interval: Interval | null;
  qValue: number | null;
  confirmed: ChangeVerdict;
  /** Lens 4. */
  excess: Interval | null;
  net: ChangeVerdict | null;
  verdict: ChangeVerdict;
  identifiedBefore: boolean;
}

/** All that is said of the change of one subject of one procedure. */
export interface ChangeFacts {
  procedure: Procedure;
  subject: SubjectWords;
  year: number;
  /** Absent where no earlier year may be compared. */
  yearBefore: number | null;
  /** How many grades are taken together. */
  grades: number;
  /** The numbers, or the reason why there are none. */
  change: ChangeNumbers | { reason: Reason };
  /** Under this number of participants the words warn of chance. */
  few: number;
  minimum: number;
  /** Smallest change that counts, a fraction. */
  practical: number;
}

/** What stands behind the word about a change. */
export type Evidence =
  | 'confirmed'
  | 'formal'
  | 'no-clear-change'
  | 'worsened'
  | 'undetermined'
  | 'few-participants'
  | 'absent';

/** Where the share went, by the published counts alone. */
export type Direction = 'down' | 'up' | 'same' | 'open';

export const isChange = (change: ChangeFacts['change']): change is ChangeNumbers => 'verdict' in change;

export function directionOf({ formal }: ChangeNumbers): Direction {
  if (formal.high < 0) return 'down';
  if (formal.low > 0) return 'up';
  return formal.low === 0 && formal.high === 0 ? 'same' : 'open';
}

/** The one word that the evidence allows: "improved" never without lens 3, and lens 4 for an identified school. */
export function evidenceOf({ change }: ChangeFacts): Evidence {
  if (!isChange(change)) return change.reason === 'few-participants' ? 'few-participants' : 'absent';
  if (change.verdict === 'improved') return 'confirmed';
  if (change.verdict === 'worsened') return 'worsened';
  if (change.verdict === 'undetermined') return 'undetermined';
  return directionOf(change) === 'down' ? 'formal' : 'no-clear-change';
}

/** The smaller group of the two years. */
export const fewestOf = ({ before, now }: ChangeNumbers): number =>
  Math.min(before.participants.low, now.participants.low);
