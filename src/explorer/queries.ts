import type { Cell } from '../contract/engine.ts';
import type { Selection } from './state.ts';

/** An SQL text with the values of its `?`, in order. */
export interface Query {
  sql: string;
  params: Cell[];
}

/** What the dynamics chart draws of a row. */
export const resultColumns = `level, entity_id, year, procedure, subject, grade, session, comparability, protection,
  participants_low, participants_high, below_threshold_low, below_threshold_high`;

/** Rows of the dynamics chart: the region and, where one is chosen, the municipality. */
export const dynamicsQuery = ({ procedure, subject, grade, municipality }: Selection): Query => ({
  sql: `SELECT ${resultColumns}
FROM area_results
WHERE procedure = ? AND subject = ? AND (grade = ? OR ?)
  AND (level = 'region' OR (level = 'municipality' AND entity_id = ?))
ORDER BY level, grade, year, session`,
  params: [procedure, subject, grade ?? 0, grade === null, municipality],
});

/** A school's or municipality's counts of one year, all chosen grades and sessions together. */
export interface RateRow {
  entity_id: string;
  name: string;
  year: number;
  participants_low: number;
  participants_high: number;
  /** `null` where the count of any part is not published. */
  below_threshold_low: number | null;
  below_threshold_high: number | null;
}

// A sum over parts of which one is unknown is unknown: sum() alone would skip the null and understate.
const rates = (table: string, level: string, where = ''): string => `SELECT r.entity_id, n.name, r.year,
  sum(r.participants_low) AS participants_low, sum(r.participants_high) AS participants_high,
  CASE WHEN count(r.below_threshold_low) = count(*) THEN sum(r.below_threshold_low) END AS below_threshold_low,
  CASE WHEN count(r.below_threshold_high) = count(*) THEN sum(r.below_threshold_high) END AS below_threshold_high
FROM ${table} r JOIN names n ON n.level = '${level}' AND n.id = r.entity_id
WHERE r.procedure = ? AND r.subject = ? AND (r.grade = ? OR ?)${where}
GROUP BY r.entity_id, n.name, r.year
ORDER BY n.name, r.entity_id, r.year`;

const schoolRates = rates('school_results', 'school', ' AND r.municipality_id = ?');
const municipalityRates = rates('area_results', 'municipality', " AND r.level = 'municipality'");

/** Rows of the table: the schools of the chosen municipality, or all municipalities. */
export function ratesQuery({ procedure, subject, grade, municipality }: Selection): Query {
  const params = [procedure, subject, grade ?? 0, grade === null];
  return municipality === ''
    ? { sql: municipalityRates, params }
    : { sql: schoolRates, params: [...params, municipality] };
}
