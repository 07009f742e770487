import type { Procedure } from '../contract/vocabulary.ts';
import type { Count } from '../stats/rate.ts';

/** The names of a subject, from data/reference/subjects.csv. */
export interface SubjectWords {
  subject: string;
  ru: string;
  /** After «по»: русскому языку. */
  ru_dative: string;
  en: string;
}

/** How many took part and how many stayed below the threshold. */
export interface Outcome {
  participants: Count;
  below: Count;
}

/** Why there is no result, or nothing to compare it with. */
export type Absence =
  | { kind: 'few-participants'; minimum: number }
  | { kind: 'suppressed' }
  | { kind: 'no-data' };

export type Gap = Absence | { kind: 'first-year' } | { kind: 'break'; reason: { ru: string; en: string } };

/** All that the sentences about one series of one school, municipality or region are made from. */
export interface SeriesFacts {
  procedure: Procedure;
  subject: SubjectWords;
  /** Grades the numbers cover; empty where the procedure has only one. */
  grades: readonly number[];
  year: number;
  current: Outcome | Absence;
  /** The year before, over the same grades; or why it cannot be compared. */
  previous: Outcome | Gap;
  /** The region over the same grades and years; absent for the region itself. */
  region: { previous: Outcome; current: Outcome } | null;
  /** Under this number of participants the sentences warn of chance. */
  few: number;
}

/** True for numbers, false for the reason why there are none. */
export const isOutcome = (value: Outcome | Gap): value is Outcome => 'participants' in value;
