import type { Cell } from '../contract/engine.ts';
import type { ResultRow } from '../contract/public.ts';
import type { ChangeVerdict, Cluster, IdentificationState } from '../contract/vocabulary.ts';
import type { Query } from './queries.ts';
import type { Selection } from './state.ts';
import type { Traits } from './traits.ts';

/** One school that the filters let through, in the last year of the chosen work. */
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
const span = ({ from, to }: Traits): Cell[] => [
  from === '' ? 0 : Number(from),
  to === '' ? 9999 : Number(to),
];
/** A value and whether every value will do. */
const choice = (value: Cell, all: boolean): Cell[] => [value, all];

// Two values of each filter: what it asks for, and whether it asks for anything. The text never changes.
const schoolsSql = `WITH span AS (
  SELECT max(year) AS year FROM results
  WHERE level = 'region' AND procedure = ? AND subject = ? AND (grade = ? OR ?) AND year >= ? AND year <= ?
), counted AS (
  SELECT r.entity_id AS school_id,
    CAST(sum(r.participants_low) AS INTEGER) AS participants_low,
    CAST(sum(r.participants_high) AS INTEGER) AS participants_high,
    CAST(CASE WHEN count(r.below_threshold_low) = count(*) THEN sum(r.below_threshold_low) END AS INTEGER) AS below_threshold_low,
    CAST(CASE WHEN count(r.below_threshold_high) = count(*) THEN sum(r.below_threshold_high) END AS INTEGER) AS below_threshold_high
  FROM results r JOIN span ON span.year = r.year
  WHERE r.level = 'school' AND r.procedure = ? AND r.subject = ? AND (r.grade = ? OR ?)
  GROUP BY r.entity_id
), joined AS (
  SELECT DISTINCT p.school_id FROM programmes p JOIN span ON span.year = p.year WHERE p.role = 'participant'
)
SELECT s.school_id, coalesce(s.short_name, s.name) AS name, s.municipality_id, m.name AS municipality,
  CAST(s.latitude AS DOUBLE) AS latitude, CAST(s.longitude AS DOUBLE) AS longitude, CAST(span.year AS INTEGER) AS year,
  k.participants_low, k.participants_high, k.below_threshold_low, k.below_threshold_high,
  c.cluster, i.state, CAST(x.value AS DOUBLE) AS wellbeing
FROM schools s
  JOIN municipalities m ON m.municipality_id = s.municipality_id
  JOIN span ON true
  LEFT JOIN counted k ON k.school_id = s.school_id
  LEFT JOIN clusters c ON c.school_id = s.school_id AND c.year = span.year AND c.methodology = ?
  LEFT JOIN identification i ON i.school_id = s.school_id AND i.year = span.year AND i.methodology = ?
  LEFT JOIN identification b ON b.school_id = s.school_id AND b.year = span.year - 1 AND b.methodology = ?
  LEFT JOIN social_index x ON x.school_id = s.school_id AND x.year = span.year
  LEFT JOIN joined j ON j.school_id = s.school_id
WHERE (k.school_id IS NOT NULL OR i.school_id IS NOT NULL)
  AND (s.municipality_id = ? OR ?)
  AND (c.cluster = ? OR ?)
  AND (s.type = ? OR ?)
  AND (s.locality = ? OR ?)
  AND (s.small_school = ? OR ?)
  AND ((j.school_id IS NOT NULL) = ? OR ?)
  AND (i.state = 'identified' OR ?)
  AND (b.state = 'not-identified' OR ?)
  AND ((i.state = 'not-identified' AND b.state = 'identified') OR ?)
ORDER BY s.school_id`;

/** Every school that the filters let through. */
export const schoolsQuery = (selection: Selection, traits: Traits, methodology: string): Query => ({
  sql: schoolsSql,
  params: [
    ...work(selection),
    ...span(traits),
    ...work(selection),
    ...[methodology, methodology, methodology],
    ...choice(selection.municipality, selection.municipality === ''),
    ...choice(traits.cluster, traits.cluster === ''),
    ...choice(traits.type, traits.type === ''),
    ...choice(traits.locality, traits.locality === ''),
    ...choice(traits.small === 'yes', traits.small === ''),
    ...choice(traits.programme === 'yes', traits.programme === ''),
    traits.status !== 'identified' && traits.status !== 'entered',
    traits.status !== 'entered',
    traits.status !== 'left',
  ],
});

const changesSql = `SELECT entity_id AS school_id, CAST(year_before AS INTEGER) AS year_before, formal_low, formal_high, verdict
FROM dynamics
WHERE level = 'school' AND procedure = ? AND subject = ? AND grade = ? AND year = ? AND reason IS NULL
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

export type SumRow = Pick<
  ResultRow,
  'level' | 'year' | 'grade' | 'participants_low' | 'below_threshold_low'
> &
  ResultRow;

/** The chosen schools as one series. Ids are one value with spaces between: an id holds none. */
export const sumQuery = (selection: Selection, ids: readonly string[]): Query => ({
  sql: sumSql,
  params: [ids.join(' '), ...work(selection)],
});
