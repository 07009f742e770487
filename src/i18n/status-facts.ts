import type { Cluster, Procedure } from '../contract/vocabulary.ts';
import type { Count } from '../stats/rate.ts';
import type { SubjectWords } from './facts.ts';

/** One work whose share of failing participants is a reason. */
export interface UnitFact {
  procedure: Procedure;
  /** Absent where the rule takes all subjects together. */
  subject: SubjectWords | null;
  /** 0 where the rule takes all grades together, and for exams. */
  grade: number;
  year: number;
  participants: Count;
  below: Count;
}

/** Why a school is in its cluster. */
export type ClusterReason =
  | { kind: 'programme'; programme: string }
  | { kind: 'two-procedures' | 'two-years' | 'pooled' | 'failing-group'; units: readonly UnitFact[] }
  | { kind: 'deficit'; kinds: readonly string[] }
  | { kind: 'low-wellbeing'; wellbeing: number | null }
  | { kind: 'no-prevention' };

/** What the ranges of hidden counts allow and do not prove. */
export type PossibleReason = 'low-results' | 'failing-group' | 'low-wellbeing';

/** In which years a run of low years could not be looked for, and why. */
export interface BreakFact {
  procedure: Procedure;
  code: 'break-in-series' | 'not-held' | 'no-data';
  years: readonly number[];
}

/** All that is said of a school's cluster in one year. */
export interface ClusterFacts {
  year: number;
  cluster: Cluster;
  reasons: readonly ClusterReason[];
  possible: readonly PossibleReason[];
  /** In how many settings of the rule the school would be identified. */
  robustness: { identified: Count; settings: number } | null;
  /** Breaks of the run of years behind works that are low or may be, in any year. */
  breaks: readonly BreakFact[];
  rule: RuleFacts;
}

/** The values of the methodology that the sentences name. */
export interface RuleFacts {
  threshold: number;
  groupThreshold: number;
  sameYear: number;
  consecutiveYears: number;
  minimum: number;
  wellbeingQuartile: number;
}

/** Adverse social conditions of a school in one year. */
export interface AdverseFacts {
  year: number;
  state: 'met' | 'not-met' | 'undetermined' | 'insufficient-data';
  wellbeing: number | null;
  lowestQuartile: boolean | null;
  deficitsKnown: boolean;
  deficits: readonly string[];
}

/** A possible marker of bias; a reason to look. */
export interface MarkerFact {
  marker:
    | 'inflated-mean'
    | 'journal-mismatch'
    | 'sharp-rise'
    | 'sharp-fall'
    | 'mark-boundary-spike'
    | 'journal-gap'
    | 'official-list';
  /** False where hidden counts leave it open. */
  sure: boolean;
  years: readonly number[];
  procedure: Procedure | '';
  subject: SubjectWords | null;
  grade: number;
}
