import type { Procedure } from '../contract/vocabulary.ts';
import type { Outcome, SubjectWords } from './facts.ts';

/** Rows taken together: all grades of a work, in one year or over several. */
export interface PooledOutcome extends Outcome {
  /** Ascending. */
  years: readonly number[];
}

/** What may be said of a work whose grades are hidden. */
export interface PooledWork {
  procedure: Procedure;
  subject: SubjectWords;
  /** `wide`: a sum is published, but its share could be almost anything. `none`: no sum is published. */
  pooled: PooledOutcome | 'wide' | 'none';
}

/** True where the sum says something. */
export const isPooled = (value: PooledWork['pooled']): value is PooledOutcome => typeof value === 'object';
