import type { Level } from './vocabulary.ts';

/** Why a figure of a later release differs: read from the manifests of both, never guessed from the figure. */
export const revisionReasons = ['new-year', 'correction', 'method', 'others'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** What a figure is: a row of results, the answer of the rule, the cluster, a change, an indicator, the entity itself. */
export const revisionKinds = [
  'results',
  'identification',
  'clusters',
  'dynamics',
  'monitoring',
  'entity',
] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** One figure that a later release tells otherwise. */
export interface Revision {
  level: Level;
  entity_id: string;
  kind: RevisionKind;
  /** Of `monitoring`; empty elsewhere. */
  indicator_id: string;
  year: number | null;
  procedure: string;
  subject: string;
  grade: number | null;
  session: string;
  dimension: string;
  change: 'added' | 'removed' | 'changed';
  reason: RevisionReason;
  /** The fields that differ, `name=value` with spaces between them; empty where there was nothing. */
  before: string;
  after: string;
}
