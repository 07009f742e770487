import type { Cell } from '../../contract/engine.ts';
import type {
  ChangeVerdict,
  Cluster,
  IdentificationState,
  SimilarityTrait,
} from '../../contract/vocabulary.ts';
import { type Query, resultColumns } from '../queries.ts';
import type { Selection } from '../state.ts';

/** Who may be compared. */
export interface Entity {
  id: string;
  level: 'school' | 'municipality';
  name: string;
  municipality_id: string;
  municipality: string;
}

/** Every municipality and school. */
export const entitiesQuery: Query = {
  sql: `SELECT id, level, name, id AS municipality_id, name AS municipality FROM names WHERE level = 'municipality'
UNION ALL
SELECT DISTINCT school_id, 'school', name, municipality_id, municipality FROM school_years
ORDER BY 2, 4, 3, 1`,
  params: [],
};

// Of schools the explorer does not tell how a count is protected.
const results = `(SELECT 'school' AS level, NULL AS protection, * EXCLUDE municipality_id FROM school_results
  UNION ALL BY NAME FROM area_results)`;
// Ids are one value with spaces between: an id holds none, and the text never changes.
const chosen = "WITH chosen AS (SELECT DISTINCT unnest(string_split(?, ' ')) AS id)";
const theirs = "level IN ('school', 'municipality') AND procedure = ? AND subject = ?";
const work = (ids: readonly string[], { procedure, subject, grade }: Selection): Cell[] => [
  ids.join(' '),
  ...[procedure, subject, grade ?? 0, grade === null],
];

/** Rows of the charts: the compared ones and the region. */
export const rowsQuery = (selection: Selection, ids: readonly string[]): Query => ({
  sql: `${chosen}
SELECT ${resultColumns} FROM ${results}
WHERE (level = 'region' OR entity_id IN (SELECT id FROM chosen))
  AND procedure = ? AND subject = ? AND (grade = ? OR ?)
ORDER BY level, entity_id, grade, year, session`,
  params: work(ids, selection),
});

/** One year of one school or municipality, all chosen grades together. */
export interface YearFacts {
  entity_id: string;
  year: number;
  participants_low: number;
  participants_high: number;
  /** `null` where the count of any part is not published. */
  below_threshold_low: number | null;
  below_threshold_high: number | null;
  cluster: Cluster | null;
  state: IdentificationState | null;
}

const known = (end: string): string =>
  `CAST(CASE WHEN count(r.below_threshold_${end}) = count(*) THEN sum(r.below_threshold_${end}) END AS INTEGER) AS below_threshold_${end}`;

export const yearsQuery = (selection: Selection, ids: readonly string[]): Query => ({
  sql: `${chosen}, counted AS (
  SELECT r.level, r.entity_id, r.year,
    CAST(sum(r.participants_low) AS INTEGER) AS participants_low,
    CAST(sum(r.participants_high) AS INTEGER) AS participants_high,
    ${known('low')},
    ${known('high')}
  FROM ${results} r JOIN chosen ON chosen.id = r.entity_id
  WHERE ${theirs} AND (r.grade = ? OR ?)
  GROUP BY r.level, r.entity_id, r.year
)
SELECT k.entity_id, CAST(k.year AS INTEGER) AS year, k.participants_low, k.participants_high,
  k.below_threshold_low, k.below_threshold_high, s.cluster, s.state
FROM counted k LEFT JOIN school_years s ON k.level = 'school' AND s.school_id = k.entity_id AND s.year = k.year
ORDER BY k.entity_id, k.year`,
  params: work(ids, selection),
});

/** The change up to a year, as the release tells it. */
export interface Change {
  entity_id: string;
  year: number;
  year_before: number;
  formal_low: number | null;
  formal_high: number | null;
  verdict: ChangeVerdict | null;
}

export const changesQuery = ({ procedure, subject, grade }: Selection, ids: readonly string[]): Query => ({
  sql: `${chosen}
SELECT entity_id, CAST(year AS INTEGER) AS year, CAST(year_before AS INTEGER) AS year_before,
  formal_low, formal_high, verdict
FROM (FROM school_dynamics UNION ALL BY NAME FROM area_dynamics) JOIN chosen ON chosen.id = entity_id
WHERE procedure = ? AND subject = ? AND grade = ?
ORDER BY entity_id, year, comparability`,
  params: [ids.join(' '), procedure, subject, grade ?? 0],
});

/** The same children in two years. */
export interface Cohort {
  entity_id: string;
  grade_before: number;
  year_before: number;
  grade: number;
  year: number;
  participants_before_low: number;
  participants_before_high: number;
  below_threshold_before_low: number;
  below_threshold_before_high: number;
  participants_low: number;
  participants_high: number;
  below_threshold_low: number;
  below_threshold_high: number;
  formal_low: number | null;
  formal_high: number | null;
  relative_low: number | null;
  relative_high: number | null;
}

const cohortColumns = [
  ...['grade_before', 'year_before', 'grade', 'year', 'participants_before_low', 'participants_before_high'],
  ...['below_threshold_before_low', 'below_threshold_before_high', 'participants_low', 'participants_high'],
  ...['below_threshold_low', 'below_threshold_high'],
].map((name) => `CAST(${name} AS INTEGER) AS ${name}`);

export const cohortsQuery = (selection: Selection, ids: readonly string[]): Query => ({
  sql: `${chosen}
SELECT entity_id, ${cohortColumns.join(', ')}, formal_low, formal_high, relative_low, relative_high
FROM cohorts JOIN chosen ON chosen.id = entity_id
WHERE ${theirs} AND (grade = ? OR ?)
ORDER BY entity_id, year DESC, grade, comparability`,
  params: work(ids, selection),
});

/** What is known of a school's conditions; no result. */
export type ContextRow = { school_id: string } & Record<SimilarityTrait, string | number | null>;

/** The conditions of every open school. */
export const contextsQuery: Query = { sql: 'FROM similarity_traits ORDER BY school_id', params: [] };
