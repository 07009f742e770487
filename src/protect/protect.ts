import { resultCounts } from '../contract/canonical.ts';
import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { published } from '../contract/published.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { internalCounts, publicCounts, roundedCounts } from './presets.ts';

const series = 'year, procedure, subject, grade, session';
const parts = resultCounts.filter((name) => name !== 'participants');

/**
 * Rows of one level before protection: exact counts, or a range where the publisher withheld some rows: at least
 * what is known, at most that and every participant of the withheld rows.
 */
function levelRows(level: string, entity: string, municipality: string): string {
  const sums = parts.map(
    (name) => `CASE WHEN count(${name}) > 0 THEN coalesce(sum(${name}), 0) END AS ${name}_low,
      CASE WHEN count(${name}) > 0 THEN sum(CASE WHEN ${name} IS NULL AND suppressed THEN participants ELSE coalesce(${name}, 0) END) END AS ${name}_high`,
  );
  const mean = (name: string) =>
    `sum(${name} * participants) / nullif(sum(participants) FILTER (WHERE ${name} IS NOT NULL), 0) AS ${name}`;
  const own = level === 'school';
  return `SELECT '${level}' AS level, ${entity} AS entity_id, ${municipality} AS municipality_id, ${series},
    sum(participants) AS participants, ${sums.join(', ')}, bool_and(suppressed) AS suppressed,
    ${mean('score_mean')}, ${own ? 'any_value(score_sd)' : 'NULL'} AS score_sd, ${mean('completion_mean')},
    ${own ? 'any_value(journal_rho)' : 'NULL'} AS journal_rho
    FROM canonical_results JOIN canonical_schools USING (school_id) JOIN canonical_municipalities USING (municipality_id)
    GROUP BY ${entity}, ${municipality}, ${series}`;
}

const totals = (): string =>
  [
    levelRows('school', 'school_id', 'municipality_id'),
    levelRows('municipality', 'municipality_id', 'municipality_id'),
    levelRows('region', 'region_id', 'CAST(NULL AS VARCHAR)'),
  ].join('\n  UNION ALL BY NAME ');

const columnList = (): string =>
  Object.entries(published.results.columns)
    .map(([name, { sql }]) => `CAST(${name} AS ${sql}) AS ${name}`)
    .join(', ');

const rules = { public: publicCounts, rounded: roundedCounts, internal: internalCounts };

/**
 * Makes the table `results` of protected rows at three levels from `canonical_*` and `ref_comparability`.
 * Everything derived later is computed from this table alone, so nothing derived can tell more.
 * Primary rules only: totals are exact, so a hidden school can be found by subtraction where it is alone in its
 * municipality. `manifest.json` and the site say so.
 */
export async function protect(engine: Engine, methodology: Methodology, preset: Preset): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE totals AS ${totals()}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE results AS
    WITH protected AS (${rules[preset](methodology.protection)})
    SELECT ${columnList()} FROM (SELECT p.*, coalesce(c.comparability, p.session) AS comparability
      FROM protected p LEFT JOIN ref_comparability c USING (procedure, year, session))
    ORDER BY ${published.results.key.join(', ')}`);
  await engine.run('DROP TABLE totals');
}
