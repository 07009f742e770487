import type { Procedure } from '../contract/vocabulary.ts';
import type { Interval } from '../stats/wilson.ts';
import type { SubjectWords } from './facts.ts';

/** What the three sentences about the region are made from. */
export interface HomeFacts {
  counts: { schools: number; municipalities: number };
  years: { first: number; last: number };
  /** Low-results schools of the last year; `null` in a release without them. */
  low: { year: number; count: Interval; of: Interval; share: Interval | null } | null;
  /** How the schools that were low before did; `null` where no two years can be compared. */
  positive: {
    before: number;
    year: number;
    subject: SubjectWords;
    of: Interval;
    formal: Interval;
    confirmed: Interval;
  } | null;
}

/** What is new in a release. */
export interface NewsFacts {
  day: string;
  /** The last year with results, and the procedures of that year. */
  last: number;
  procedures: Procedure[];
  previous: string | null;
  results: number;
}
