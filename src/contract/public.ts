import type { CanonicalRow } from './canonical.ts';
import type { columnUses } from './quality.ts';
import type { AreaStatus, SchoolStatus } from './status.ts';
import type { Level, Preset, Procedure, Protection, Reason, Session } from './vocabulary.ts';

export type * from './status.ts';

/** Identifies one series point: who, when, which work. `entity_id` is a school, municipality or region id. */
export interface SeriesPoint {
  level: Level;
  entity_id: string;
  year: number;
  procedure: Procedure;
  subject: string;
  /** Programme grade. */
  grade: number;
  session: Session;
}

/**
 * One protected result. Every count is an interval: low = high means exact. `null` on both ends: not known to the
 * publisher, or withheld (then `protection` says so). Means are `null` under the minimum number of participants.
 */
export interface ResultRow extends SeriesPoint {
  /** Years of one series may be compared only inside one group; data/reference/comparability.csv. */
  comparability: string;
  protection: Protection;
  participants_low: number;
  participants_high: number;
  below_threshold_low: number | null;
  below_threshold_high: number | null;
  mark_2_low: number | null;
  mark_2_high: number | null;
  mark_3_low: number | null;
  mark_3_high: number | null;
  mark_4_low: number | null;
  mark_4_high: number | null;
  mark_5_low: number | null;
  mark_5_high: number | null;
  score_mean: number | null;
  [count: string]: string | number | null;
}

/** One value of an indicator. `value_low`–`value_high` is the range the published counts allow; `reason` says why a value is absent. */
export interface IndicatorRow extends SeriesPoint {
  indicator_id: string;
  comparability: string;
  numerator_low: number | null;
  numerator_high: number | null;
  denominator_low: number;
  denominator_high: number;
  value_low: number | null;
  value_high: number | null;
  reason: Reason | null;
}

/** A school as published: the canonical row, unchanged. */
export type SchoolRow = CanonicalRow<'schools'>;
export type MunicipalityRow = CanonicalRow<'municipalities'>;
export type RegionRow = CanonicalRow<'regions'>;

/** `schools/<id>.json`: all that a school's page shows of the school itself. */
export interface SchoolFile {
  release: string;
  school: SchoolRow;
  results: ResultRow[];
  /** Absent in releases made before indicators of status existed. */
  status?: SchoolStatus;
  /** What the school says of its figures; absent where it says nothing. */
  responses?: Omit<CanonicalRow<'responses'>, 'school_id'>[];
}
/** `municipalities/<id>.json` */
export interface MunicipalityFile {
  release: string;
  municipality: MunicipalityRow;
  /** Alphabetical. */
  schools: SchoolRow[];
  results: ResultRow[];
  status?: AreaStatus;
}
/** `region.json` */
export interface RegionFile {
  release: string;
  region: RegionRow;
  /** Alphabetical. */
  municipalities: (MunicipalityRow & { schools: number })[];
  results: ResultRow[];
  status?: AreaStatus;
}

export interface ManifestFile {
  path: string;
  bytes: number;
  sha256: string;
  /** For tables. */
  rows?: number;
}

/** What became of the rows of one input file. `rows_in = published + suppressed + sum(excluded) + rejected`. */
export interface SourceAccount {
  input: string;
  file: string;
  /** Keyed, unless the region is made up: equal where the file is, but no guess at its content can be tried on it. */
  sha256: string;
  /** `null` where the size could confirm a guess. */
  bytes: number | null;
  rows_in: number;
  published: number;
  suppressed: number;
  excluded: Record<string, number>;
  rejected: number;
  /** The rejected rows by rule. Absent in releases made before the quality report. */
  rejected_by?: Record<string, number>;
  /** Columns recognised as personal data and dropped at the door, by header. */
  dropped_columns: string[];
  warnings: string[];
}

/** What one column of an input file, or one constant of its profile, became. Empty: there is none. */
export interface ColumnFate {
  use: (typeof columnUses)[number];
  file_column: string;
  our_column: string;
  constant: string;
}

/** `manifest.json` of a release. */
export interface Manifest {
  release: string;
  previous_release: string | null;
  dataset: {
    id: string;
    title: { ru: string; en: string };
    publisher: string;
    licence: string;
    url: string | null;
    accessed: string;
    synthetic: boolean;
    region_id: string;
  };
  preset: Preset;
  methodology: { version: string; sha256: string };
  /** Other rule sets whose identification is published beside it; files `methodology-<version>.json`. */
  compared?: { version: string; sha256: string }[];
  /** Years with any result, ascending. */
  years: number[];
  sources: SourceAccount[];
  counts: { schools: number; municipalities: number; results: number };
  files: ManifestFile[];
}

/** `audit.json`: what an attack on the release, made before it was published, tried and found. */
export interface AuditSummary {
  passed: true;
  /** Earlier releases that it was compared with, newest first. */
  previous: string[];
  /** Counts that are not told exactly. */
  hidden: number;
  equations: number;
  /** Linear programs solved. */
  programs: number;
  /** Ends of published ranges that a whole table agreeing with everything attains. */
  attained: number;
  /** Rows and schools that the release hides; first over all, then by locality and size. */
  utility: AuditUtility[];
}

/** What a release still shows of a group of schools. Empty names: all of them. */
export interface AuditUtility {
  locality: string;
  /** Pupils of the school: `0–99`, `100–499`, `500+`; empty where not known. */
  size: string;
  schools: number;
  /** Schools without one row whose number of participants is exact. */
  silent: number;
  rows: number;
  /** Rows of which not even the number of participants is exact. */
  hidden: number;
  /** Rows with an exact number of participants and some other count as a range. */
  partly: number;
}

/** `latest.json`: the one small file that moves. */
export interface Latest {
  release: string;
  manifest_sha256: string;
}
