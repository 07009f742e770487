import { sqlLiteral } from '../query/literal.ts';
import { cohortCounts, counts, type Extract } from './unpack.ts';

/** Tables of a release that the extracts are made of. */
export const extractSources = [
  ...(['results', 'dynamics', 'schools', 'municipalities'] as const),
  ...(['clusters', 'identification', 'social_index', 'programmes'] as const),
  ...(['pooled_results', 'cohorts', 'wellbeing_index'] as const),
] as const;

// Almost every number is published exactly: its upper end is told by its distance from the lower, which packs to nothing.
const ends = (names: readonly string[], type: string): string =>
  names
    .map((name) => `${name}_low, CAST(${name}_high - ${name}_low AS ${type}) AS ${name}_more`)
    .join(',\n  ');

/**
 * What the views ask of a school's work. Every question is about one work: with its rows together the engine passes the
 * others over, row group by row group.
 */
const schoolResults = `SELECT entity_id, municipality_id, year, procedure, subject, grade, session, comparability,
  ${ends(counts, 'INTEGER')}
FROM results
WHERE level = 'school'
ORDER BY procedure, subject, entity_id, grade, year, session`;

/** The same of the region and its municipalities: few rows, asked for every chart. */
const areaResults = `SELECT level, entity_id, year, procedure, subject, grade, session, comparability, protection,
  ${ends(counts, 'INTEGER')}
FROM results
WHERE level <> 'school'
ORDER BY level, entity_id, procedure, subject, grade, year, session`;

/** Changes that could be computed. */
const dynamics = (where: string): string =>
  `SELECT entity_id, year, year_before, procedure, subject, grade, comparability, verdict,
  ${ends(['formal'], 'DECIMAL(9,6)')}
FROM dynamics
WHERE ${where} AND reason IS NULL
ORDER BY procedure, subject, grade, year, entity_id, comparability`;

/** The same children in two years. */
const cohorts = `SELECT level, entity_id, procedure, subject, comparability, grade_before, year_before, grade, year,
  ${ends(cohortCounts, 'INTEGER')},
  ${ends(['formal', 'relative'], 'DECIMAL(9,6)')}
FROM cohorts
WHERE level IN ('school', 'municipality')
ORDER BY level, procedure, subject, grade, year, entity_id, comparability`;

/** What the rule of identification reads beside the results: the works of one year, all grades together. */
const schoolPools = `SELECT entity_id, year_to, procedure, subject, comparability, cells,
  ${ends(counts, 'INTEGER')}
FROM pooled_results
WHERE level = 'school' AND grade = 0 AND year_from = year_to
ORDER BY procedure, subject, year_to, entity_id, comparability`;

/** The conditions of every open school, as the published list of similar schools reads them; no result. */
const traits = `SELECT s.school_id, CAST(s.pupils AS INTEGER) AS size, s.locality,
  CAST(s.small_school AS VARCHAR) AS small_school, s.type,
  arg_max((CAST(i.value_low AS DOUBLE) + CAST(i.value_high AS DOUBLE)) / 2, i.year) AS wellbeing
FROM schools s LEFT JOIN wellbeing_index i ON i.school_id = s.school_id AND i.value_low IS NOT NULL
WHERE s.closed IS NULL
GROUP BY s.school_id, s.pupils, s.locality, s.small_school, s.type
ORDER BY s.school_id`;

/** What schools and municipalities are called. */
const names = `SELECT 'school' AS level, school_id AS id, coalesce(short_name, name) AS name FROM schools
UNION ALL SELECT 'municipality', municipality_id, name FROM municipalities
ORDER BY level, id`;

/**
 * A row per school and year: what the filters ask of a school. The engine planned a join of ten tables anew for every
 * question, which took longer than all the rest.
 */
const schoolYears = (methodology: string): string =>
  `WITH years AS (SELECT DISTINCT year FROM results WHERE level = 'region'),
joined AS (SELECT DISTINCT school_id, year FROM programmes WHERE role = 'participant'),
states AS (SELECT school_id, year, state FROM identification WHERE methodology = ${sqlLiteral(methodology)}),
groups AS (SELECT school_id, year, cluster FROM clusters WHERE methodology = ${sqlLiteral(methodology)})
SELECT s.school_id, coalesce(s.short_name, s.name) AS name, s.municipality_id, m.name AS municipality,
  CAST(s.latitude AS DOUBLE) AS latitude, CAST(s.longitude AS DOUBLE) AS longitude, CAST(y.year AS INTEGER) AS year,
  s.type, s.locality, s.small_school, c.cluster, i.state, b.state AS state_before,
  CAST(x.value AS DOUBLE) AS wellbeing, j.school_id IS NOT NULL AS programme
FROM schools s
  JOIN municipalities m ON m.municipality_id = s.municipality_id
  CROSS JOIN years y
  LEFT JOIN groups c ON c.school_id = s.school_id AND c.year = y.year
  LEFT JOIN states i ON i.school_id = s.school_id AND i.year = y.year
  LEFT JOIN states b ON b.school_id = s.school_id AND b.year = y.year - 1
  LEFT JOIN social_index x ON x.school_id = s.school_id AND x.year = y.year
  LEFT JOIN joined j ON j.school_id = s.school_id AND j.year = y.year
ORDER BY year, s.school_id`;

/**
 * What a build takes out of the tables of a release for the explorer's engines, a tenth of their bytes: on a phone the
 * tables were waited for longer than all but the engine. Each text gives the rows of a file, in an order that packs well.
 * @param methodology the version in force
 */
export const extractTexts = (methodology: string): Readonly<Record<Extract, string>> => ({
  ...{ names, cohorts, school_results: schoolResults, area_results: areaResults },
  school_years: schoolYears(methodology),
  school_dynamics: dynamics("level = 'school'"),
  area_dynamics: dynamics("level = 'municipality'"),
  school_pools: schoolPools,
  similarity_traits: traits,
});
