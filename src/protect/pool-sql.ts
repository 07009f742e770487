/** How many calendar years a window reaches over. */
const windowYears = 3;

/** The key of a pool. */
export const poolKey =
  'level, entity_id, municipality_id, procedure, subject, grade, comparability, year_from, year_to';

/**
 * Every row once for each pool that it is in: all grades of a subject in a year; all subjects and grades of a procedure
 * in a year; and over up to three years one grade of a subject, and all its grades. A window stands inside one group of
 * comparable years and ends in a year that has a result.
 */
function members(rows: string): string {
  const start = `year_to - ${windowYears - 1}`;
  const windows = (
    by: string,
  ) => `FROM ${rows} r JOIN (SELECT DISTINCT level, entity_id, procedure, ${by}, comparability,
    year AS year_to FROM ${rows}) e USING (level, entity_id, procedure, ${by}, comparability)
    WHERE r.year BETWEEN ${start} AND e.year_to`;
  return [
    `SELECT * REPLACE (0 AS grade), year AS year_from, year AS year_to FROM ${rows}`,
    `SELECT * REPLACE (0 AS grade, '' AS subject), year AS year_from, year AS year_to FROM ${rows}`,
    `SELECT r.*, ${start} AS year_from, year_to ${windows('subject, grade')}`,
    `SELECT r.* REPLACE (0 AS grade), ${start} AS year_from, year_to ${windows('subject')}`,
  ].join('\n  UNION ALL BY NAME ');
}

const compared = (rows: string): string => `SELECT h.*, coalesce(c.comparability, h.session) AS comparability
  FROM ${rows} h LEFT JOIN ref_comparability c USING (procedure, year, session)`;

/**
 * Rows as what a pool is made of, with the published ends and the truth: participants with the sign changed, below the
 * threshold, not below, and participants of whom the publisher does not tell it. All add up to 0.
 */
const poolRows = `SELECT 'school' AS level, entity_id, municipality_id, procedure, subject, grade, comparability, year,
    -participants_high AS e0_low, -participants_low AS e0_high, -participants AS e0_true,
    CASE WHEN knows_below THEN coalesce(below_threshold_low, 0) ELSE 0 END AS e1_low,
    CASE WHEN knows_below THEN coalesce(below_threshold_high, participants_high) ELSE 0 END AS e1_high,
    CASE WHEN knows_below THEN true_below_threshold ELSE 0 END AS e1_true,
    CASE WHEN knows_below THEN greatest(0, participants_low - coalesce(below_threshold_high, participants_high)) ELSE 0 END AS e2_low,
    CASE WHEN knows_below THEN participants_high - coalesce(below_threshold_low, 0) ELSE 0 END AS e2_high,
    CASE WHEN knows_below THEN participants - true_below_threshold ELSE 0 END AS e2_true,
    0 AS e3_low,
    CASE WHEN knows_below THEN 0 ELSE participants_high END AS e3_high,
    CASE WHEN knows_below THEN 0 ELSE participants END AS e3_true
  FROM (${compared('hidden_rows')})`;

export const poolElements = 4;
const each = (text: (e: string) => string): string =>
  Array.from({ length: poolElements }, (_, i) => text(`e${i}`)).join(', ');

const schoolKinds = `SELECT ${poolKey}, ${each((e) => `${e}_high - ${e}_low AS ${e}_width`)},
    -(e0_low + e1_low + e2_low + e3_low) AS slack, CAST(count(*) AS INTEGER) AS count,
    ${each((e) => `CAST(sum(${e}_low) AS INTEGER) AS ${e}_low, CAST(sum(${e}_true - ${e}_low) AS INTEGER) AS ${e}_over`)},
    CAST(min(year) AS INTEGER) AS first_year, CAST(max(year) AS INTEGER) AS last_year
  FROM (${members('pool_rows')}) GROUP BY ALL`;

/** Statements that make `pool_kinds`: for every pool of a school the rows that look alike to a reader. */
export const makePoolKinds = [
  `CREATE OR REPLACE TEMP TABLE pool_rows AS ${poolRows}`,
  `CREATE OR REPLACE TEMP TABLE pool_kinds AS ${schoolKinds}`,
];

/** `pool_kinds` of every pool of one year, and of the windows over more than one year that hold a hidden row. */
export const wantedKinds = `SELECT * FROM pool_kinds SEMI JOIN (SELECT ${poolKey} FROM pool_kinds
    GROUP BY ALL HAVING year_from = year_to OR (bool_or(e0_width > 0) AND min(first_year) < max(last_year)))
    USING (${poolKey.replace('municipality_id, ', '')})
  ORDER BY ALL`;

/** Pools of municipalities and regions: sums of what is published of their totals, so they tell nothing new. */
export const areaPools = `WITH area_rows AS (
    SELECT level, entity_id, municipality_id, procedure, subject, grade, comparability, year, participants_low,
      participants_high, coalesce(below_threshold_low, 0) AS below_threshold_low,
      coalesce(below_threshold_high, participants_high) AS below_threshold_high
    FROM (${compared('protected_totals')}))
  SELECT ${poolKey}, CAST(count(*) AS INTEGER) AS cells,
    CAST(count(*) FILTER (WHERE participants_low < participants_high OR below_threshold_low < below_threshold_high) AS INTEGER) AS hidden_cells,
    ${['participants_low', 'participants_high', 'below_threshold_low', 'below_threshold_high'].map((name) => `CAST(sum(${name}) AS INTEGER) AS ${name}`).join(', ')}
  FROM (${members('area_rows')}) GROUP BY ALL HAVING year_from = year_to OR min(year) < max(year)`;
