import type { Cell } from '../contract/engine.ts';
import type { ResultRow } from '../contract/public.ts';
import type { ChangeVerdict, Cluster, IdentificationState } from '../contract/vocabulary.ts';
import type { Query } from './queries.ts';
import type { Selection } from './state.ts';
import type { Traits } from './traits.ts';

/** What is known of a school in a year, its results aside. */
export interface SchoolYear {
  school_id: string;
  name: string;
  municipality_id: string;
  municipality: string;
  latitude: number | null;
  longitude: number | null;
  year: number;
  type: string | null;
  locality: string | null;
  small_school: boolean | null;
  programme: boolean;
  cluster: Cluster | null;
  state: IdentificationState | null;
  state_before: IdentificationState | null;
  wellbeing: number | null;
}

/** A school's counts of a work in a year, all chosen grades together; `null` where a part is not known. */
export interface SchoolCounts {
  school_id: string;
  participants_low: number;
  participants_high: number;
  below_threshold_low: number | null;
  below_threshold_high: number | null;
}

/** One school that the filters let through, in the last year of the chosen work; status and cluster filter later. */
export type SchoolFacts = SchoolYear & {
  [count in Exclude<keyof SchoolCounts, 'school_id'>]: SchoolCounts[count] | null;
};

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

/** Every school as it was in a year. */
export const schoolYearsQuery = (year: number): Query => ({
  sql: `SELECT school_id, name, municipality_id, municipality, latitude, longitude, year,
  type, locality, small_school, programme, cluster, state, state_before, wellbeing
FROM school_years WHERE year = ? ORDER BY school_id`,
  params: [year],
});

const known = (end: string): string =>
  `CAST(CASE WHEN count(below_threshold_${end}) = count(*) THEN sum(below_threshold_${end}) END AS INTEGER) AS below_threshold_${end}`;

// Two values of the grade: which one, and whether every grade will do. The text never changes.
const countsSql = `SELECT entity_id AS school_id,
  CAST(sum(participants_low) AS INTEGER) AS participants_low,
  CAST(sum(participants_high) AS INTEGER) AS participants_high,
  ${known('low')},
  ${known('high')}
FROM school_results
WHERE procedure = ? AND subject = ? AND (grade = ? OR ?) AND year = ?
GROUP BY entity_id
ORDER BY entity_id`;

/** The counts of every school that had the work in a year. */
export const countsQuery = (selection: Selection, year: number): Query => ({
  sql: countsSql,
  params: [...work(selection), year],
});

const none = {
  participants_low: null,
  participants_high: null,
  below_threshold_low: null,
  below_threshold_high: null,
};

/**
 * The schools that the filters let through: those that had the work or are identified by any. Status and cluster are
 * left to `brushed`.
 */
export function letThrough(
  schools: readonly SchoolYear[],
  counts: readonly SchoolCounts[],
  { municipality }: Selection,
  { type, locality, small, programme }: Traits,
): SchoolFacts[] {
  const byId = new Map(counts.map((row) => [row.school_id, row]));
  return schools.flatMap((school) => {
    const own = byId.get(school.school_id);
    const through =
      (own !== undefined || school.state !== null) &&
      (municipality === '' || school.municipality_id === municipality) &&
      (type === '' || school.type === type) &&
      (locality === '' || school.locality === locality) &&
      (small === '' || school.small_school === (small === 'yes')) &&
      (programme === '' || school.programme === (programme === 'yes'));
    return through ? [{ ...school, ...none, ...own }] : [];
  });
}

const changesSql = `SELECT entity_id AS school_id, CAST(year_before AS INTEGER) AS year_before, formal_low, formal_high, verdict
FROM school_dynamics
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
FROM school_results r JOIN chosen ON chosen.school_id = r.entity_id
WHERE r.procedure = ? AND r.subject = ? AND (r.grade = ? OR ?)
GROUP BY r.year, r.procedure, r.subject, r.grade, r.session, r.comparability
ORDER BY r.grade, r.year, r.session`;

/** Characters of ids in one question, far below the longest text that the engine reads (`longestText`). */
const mostIds = 8_000;

/**
 * The chosen schools as one series, in as many questions as their ids take; `added` makes one of the answers. Ids are
 * one value with spaces between: an id holds none.
 */
export function sumQueries(selection: Selection, ids: readonly string[]): Query[] {
  const lists: string[] = [];
  for (const id of ids) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + id.length < mostIds) lists[lists.length - 1] = `${last} ${id}`;
    else lists.push(id);
  }
  return lists.map((list) => ({ sql: sumSql, params: [list, ...work(selection)] }));
}

const sums = [
  ...(['participants_low', 'participants_high'] as const),
  ...(['below_threshold_low', 'below_threshold_high'] as const),
];

/** One series of the answers to `sumQueries`: the rows of a grade, year and session added up. */
export function added(answers: readonly (readonly ResultRow[])[]): ResultRow[] {
  const found = new Map<string, ResultRow>();
  for (const row of answers.flat()) {
    const key = [row.grade, row.year, row.session, row.comparability].join(' ');
    const before = found.get(key);
    const total = (name: (typeof sums)[number]) => Number(before?.[name] ?? 0) + Number(row[name]);
    found.set(key, before ? { ...row, ...Object.fromEntries(sums.map((name) => [name, total(name)])) } : row);
  }
  return [...found.values()].sort(
    (a, b) => a.grade - b.grade || a.year - b.year || (a.session < b.session ? -1 : 1),
  );
}
