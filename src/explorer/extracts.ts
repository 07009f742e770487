import { sqlLiteral } from '../query/literal.ts';
import { counts, type Extract } from './unpack.ts';

/** Tables of a release that the extracts are made of. */
export const extractSources = [
  ...(['results', 'dynamics', 'schools', 'municipalities'] as const),
  ...(['clusters', 'identification', 'social_index', 'programmes'] as const),
] as const;

// Almost every number is published exactly: its upper end is told by its distance from the lower, which packs to nothing.
const ends = (names: readonly string[], type: string): string =>
  names
    .map((name) => `${name}_low, CAST(${name}_high - ${name}_low AS ${type}) AS ${name}_more`)
    .join(',\n  ');

/** What the views ask of a work: participants and counts below the threshold; how they are protected is told of areas. */
const results = `SELECT level, entity_id, municipality_id, year, procedure, subject, grade, session, comparability,
  CASE WHEN level <> 'school' THEN protection END AS protection,
  ${ends(counts, 'INTEGER')}
FROM results
ORDER BY level, entity_id, procedure, subject, grade, year, session`;

/** Changes of schools that could be computed. */
const dynamics = `SELECT entity_id, year, year_before, procedure, subject, grade, comparability, verdict,
  ${ends(['formal'], 'DECIMAL(9,6)')}
FROM dynamics
WHERE level = 'school' AND reason IS NULL
ORDER BY procedure, subject, grade, year, entity_id, comparability`;

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
 * What a build takes out of the tables of a release for the explorer's engine, a tenth of their bytes: on a phone the
 * tables were waited for longer than all but the engine. Each text gives the rows of a file, in an order that packs well.
 * @param methodology the version in force
 */
export const extractTexts = (methodology: string): Readonly<Record<Extract, string>> => ({
  ...{ results, dynamics, names },
  school_years: schoolYears(methodology),
});
