import type { Engine } from '../../contract/engine.ts';
import type { Methodology } from '../../contract/methodology.ts';
import type { IdentificationState } from '../../contract/vocabulary.ts';
import identificationSql from '../../indicators/identification.sql?raw';
import unitsSql from '../../indicators/identification-units.sql?raw';
import { parameterView, parameterViews } from '../../indicators/parameters.ts';
import robustnessSql from '../../indicators/robustness.sql?raw';
import unitRowsSql from '../../indicators/unit-rows.sql?raw';

/** One school whose answer is the same or another under the changed rule. */
export interface Changed {
  school_id: string;
  name: string;
  municipality: string;
  state_before: IdentificationState | null;
  state_after: IdentificationState | null;
  reasons: string;
  change: 'enters' | 'leaves' | 'stays' | 'unclear';
  /** In how many settings of the grid the school is identified; empty until `withRobustness` tells. */
  identified_low: number | null;
  identified_high: number | null;
  settings: number | null;
}

const compareSql = `SELECT s.school_id, s.name, s.municipality,
  s.state AS state_before, b.state AS state_after, coalesce(b.reasons, '') AS reasons,
  CASE
    WHEN b.state = 'identified' AND s.state = 'identified' THEN 'stays'
    WHEN b.state = 'identified' THEN 'enters'
    WHEN s.state = 'identified' AND b.state = 'not-identified' THEN 'leaves'
    ELSE 'unclear'
  END AS change,
  CAST(NULL AS INTEGER) AS identified_low, CAST(NULL AS INTEGER) AS identified_high, CAST(NULL AS INTEGER) AS settings
FROM school_years s LEFT JOIN identification b ON b.school_id = s.school_id AND b.year = s.year
WHERE s.year = ?
  AND (s.state = 'identified' OR b.state = 'identified' OR s.state IS DISTINCT FROM b.state)
ORDER BY s.municipality, s.name, s.school_id`;

/** A text without its last ORDER BY: in a view that another text reads, order costs as much as the answer. */
const unordered = (sql: string): string => sql.slice(0, sql.lastIndexOf('\nORDER BY'));

/**
 * Makes what a reader's changes leave as it is: `unit_rows`, which depends on the subjects and procedures of the
 * methodology alone, and the published texts as views, so that a changed rule costs one statement and one question.
 */
export async function prepareRule(engine: Engine, base: Methodology): Promise<void> {
  for (const view of parameterViews(base)) await engine.run(view);
  // The published texts name the release's tables.
  await engine.run("CREATE OR REPLACE TEMP VIEW results AS SELECT 'school' AS level, * FROM school_results");
  await engine.run(`CREATE OR REPLACE TEMP VIEW pooled_results AS
    SELECT 'school' AS level, 0 AS grade, year_to AS year_from, * FROM school_pools`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE unit_rows AS ${unitRowsSql}`);
  await engine.run(`CREATE OR REPLACE TEMP VIEW identification_units AS ${unordered(unitsSql)}`);
  await engine.run(`CREATE OR REPLACE TEMP VIEW identification AS ${unordered(identificationSql)}`);
}

/**
 * Sets the parameters that `identification` is computed with, over the whole cube.
 * @param methodology as `changed()` makes it, of the base that `prepareRule` was last given
 */
export const changeRule = (engine: Engine, methodology: Methodology): Promise<void> =>
  engine.run(parameterView(methodology));

/** Who enters and who leaves in a year, against the rule in force as published; robustness is not known yet. */
export const compareRule = (engine: Engine, year: number, signal?: AbortSignal): Promise<Changed[]> =>
  engine.query<Changed>(compareSql, [year], signal);

/** How many settings identify a school in a year, by `school year`. */
export type Robustness = ReadonlyMap<
  string,
  Pick<Changed, 'identified_low' | 'identified_high' | 'settings'>
>;

/**
 * The robustness of every school and year under the rule of `changeRule`. It tries a grid of its own, so threshold, unit
 * and minimum do not change it, and it takes several times as long as the answer.
 */
export async function computeRobustness(engine: Engine): Promise<Robustness> {
  const rows = await engine.query<
    Pick<Changed, 'school_id' | 'identified_low' | 'identified_high' | 'settings'> & { year: number }
  >(robustnessSql);
  return new Map(
    rows.map(({ school_id, year, identified_low, identified_high, settings }) => [
      `${school_id} ${year}`,
      { identified_low, identified_high, settings },
    ]),
  );
}

/** The rows of an answer about a year, with their robustness. */
export const withRobustness = (rows: readonly Changed[], year: number, robustness: Robustness): Changed[] =>
  rows.map((row) => ({ ...row, ...robustness.get(`${row.school_id} ${year}`) }));
