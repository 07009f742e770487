import type { Cell } from '../contract/engine.ts';
import type { ChangeVerdict, Cluster, IdentificationState } from '../contract/vocabulary.ts';
import type { Query } from './queries.ts';
import type { Selection } from './state.ts';
import type { Traits } from './traits.ts';

/** One school that the filters let through, in the last year of the chosen work; status and cluster filter later. */
export interface SchoolFacts {
  school_id: string;
  name: string;
  municipality_id: string;
  municipality: string;
  latitude: number | null;
  longitude: number | null;
  year: number;
  participants_low: number | null;
  participants_high: number | null;
  below_threshold_low: number | null;
  below_threshold_high: number | null;
  cluster: Cluster | null;
  state: IdentificationState | null;
  state_before: IdentificationState | null;
  wellbeing: number | null;
}

/** What a school's share did up to that year, all chosen grades together. */
export interface ChangeFacts {
  school_id: string;
  year_before: number;
  /** Percentage points, in fractions: the ends that the published counts allow. */
  formal_low: number | null;
  formal_high: number | null;
  verdict: ChangeVerdict | null;
}

const work = ({ procedure, subject, grade }: Selection): Cell[] => [
  procedure,
  subject,
  grade ?? 0,
  grade === null,
];
/** A value and whether every value will do. */
const choice = (value: Cell, all: boolean): Cell[] => [value, all];

// Two values of each filter: what it asks for, and whether it asks for anything. The text never changes.
const schoolsSql = `WITH counted AS (
  SELECT r.entity_id AS school_id,
    CAST(sum(r.participants_low) AS INTEGER) AS participants_low,
    CAST(sum(r.participants_high) AS INTEGER) AS participants_high,
    CAST(CASE WHEN count(r.below_threshold_low) = count(*) THEN sum(r.below_threshold_low) END AS INTEGER) AS below_threshold_low,
    CAST(CASE WHEN count(r.below_threshold_high) = count(*) THEN sum(r.below_threshold_high) END AS INTEGER) AS below_threshold_high
  FROM results r
  WHERE r.level = 'school' AND r.procedure = ? AND r.subject = ? AND (r.grade = ? OR ?) AND r.year = ?
  GROUP BY r.entity_id
)
SELECT s.school_id, s.name, s.municipality_id, s.municipality, s.latitude, s.longitude, s.year,
  k.participants_low, k.participants_high, k.below_threshold_low, k.below_threshold_high,
  s.cluster, s.state, s.state_before, s.wellbeing
FROM school_years s LEFT JOIN counted k ON k.school_id = s.school_id
WHERE s.year = ?
  AND (k.school_id IS NOT NULL OR s.state IS NOT NULL)
  AND (s.municipality_id = ? OR ?)
  AND (s.type = ? OR ?)
  AND (s.locality = ? OR ?)
  AND (s.small_school = ? OR ?)
  AND (s.programme = ? OR ?)
ORDER BY s.school_id`;

/** Every school that the filters let through, as it was in a year; status and cluster are left to `brushed`. */
export const schoolsQuery = (selection: Selection, traits: Traits, year: number): Query => ({
  sql: schoolsSql,
  params: [
    ...[...work(selection), year, year],
    ...choice(selection.municipality, selection.municipality === ''),
    ...choice(traits.type, traits.type === ''),
    ...choice(traits.locality, traits.locality === ''),
    ...choice(traits.small === 'yes', traits.small === ''),
    ...choice(traits.programme === 'yes', traits.programme === ''),
  ],
});

const changesSql = `SELECT entity_id AS school_id, CAST(year_before AS INTEGER) AS year_before, formal_low, formal_high, verdict
FROM dynamics
WHERE procedure = ? AND subject = ? AND grade = ? AND year = ?
ORDER BY school_id, comparability`;

/** The change of every school up to a year, all grades pooled where none is chosen. */
export const changesQuery = ({ procedure, subject, grade }: Selection, year: number): Query => ({
  sql: changesSql,
  params: [procedure, subject, grade ?? 0, year],
});

// A row whose count is unknown would make the sum unknown; as a range it may be anything from none to all.
const sumSql = `WITH chosen AS (SELECT unnest(string_split(?, ' ')) AS school_id)
SELECT 'school' AS level, '' AS entity_id, r.year, r.procedure, r.subject, r.grade, r.session, r.comparability,
  'none' AS protection,
  CAST(sum(r.participants_low) AS INTEGER) AS participants_low,
  CAST(sum(r.participants_high) AS INTEGER) AS participants_high,
  CAST(sum(coalesce(r.below_threshold_low, 0)) AS INTEGER) AS below_threshold_low,
  CAST(sum(coalesce(r.below_threshold_high, r.participants_high)) AS INTEGER) AS below_threshold_high
FROM results r JOIN chosen ON chosen.school_id = r.entity_id
WHERE r.level = 'school' AND r.procedure = ? AND r.subject = ? AND (r.grade = ? OR ?)
GROUP BY r.year, r.procedure, r.subject, r.grade, r.session, r.comparability
ORDER BY r.grade, r.year, r.session`;

/** The chosen schools as one series. Ids are one value with spaces between: an id holds none. */
export const sumQuery = (selection: Selection, ids: readonly string[]): Query => ({
  sql: sumSql,
  params: [ids.join(' '), ...work(selection)],
});
