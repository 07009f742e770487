import type { RowOf } from './column.ts';
import type { derived } from './derived.ts';

export type IdentificationRow = RowOf<(typeof derived)['identification']>;
export type IdentificationUnitRow = RowOf<(typeof derived)['identification_units']>;
export type RobustnessRow = RowOf<(typeof derived)['robustness']>;
export type ClusterRow = RowOf<(typeof derived)['clusters']>;
export type MethodologyChangeRow = RowOf<(typeof derived)['methodology_changes']>;
export type AdverseConditionsRow = RowOf<(typeof derived)['adverse_conditions']>;
export type DynamicsRow = RowOf<(typeof derived)['dynamics']>;
export type CohortRow = RowOf<(typeof derived)['cohorts']>;
export type ObjectivityRow = RowOf<(typeof derived)['objectivity']>;
export type SimilarSchoolRow = RowOf<(typeof derived)['similar_schools']>;
export type DisclosureRow = RowOf<(typeof derived)['disclosure']>;
export type MonitoringRow = RowOf<(typeof derived)['monitoring']>;

/** A row without the columns that the file says once, and without columns that are empty. */
type Own<T> = Partial<T>;

/** What a school's page says of its status. Every list is of the methodology in force and ascends by year. */
export interface SchoolStatus {
  identification: Own<IdentificationRow>[];
  /** Units that are low or may be. */
  units: Own<IdentificationUnitRow>[];
  robustness: Own<RobustnessRow>[];
  clusters: Own<ClusterRow>[];
  adverse_conditions: Own<AdverseConditionsRow>[];
  /** Russian and mathematics, all grades pooled; `grade` 0. */
  dynamics: Own<DynamicsRow>[];
  cohorts: Own<CohortRow>[];
  /** Markers that are met or may be. */
  objectivity: Own<ObjectivityRow>[];
  similar_schools: Own<SimilarSchoolRow>[];
}

/** The same of an area: how many schools, and the indicators of the orders. */
export interface AreaStatus {
  /** Schools by year and cluster. */
  clusters: { year: number; cluster: string; schools: number }[];
  dynamics: Own<DynamicsRow>[];
  monitoring: Own<MonitoringRow>[];
}
