import type { Engine } from '../../contract/engine.ts';
import type { Methodology } from '../../contract/methodology.ts';
import type { IdentificationState } from '../../contract/vocabulary.ts';
import identificationSql from '../../indicators/identification.sql?raw';
import unitsSql from '../../indicators/identification-units.sql?raw';
import { parameterView, parameterViews } from '../../indicators/parameters.ts';
import robustnessSql from '../../indicators/robustness.sql?raw';
import unitRowsSql from '../../indicators/unit-rows.sql?raw';

/** Tables of a release that the computation reads; `identification` under the name `in_force`. */
export const ruleTables = ['results', 'pooled_results', 'schools', 'municipalities'] as const;

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

const compareSql = `SELECT s.school_id, coalesce(s.short_name, s.name) AS name, m.name AS municipality,
  a.state AS state_before, b.state AS state_after, coalesce(b.reasons, '') AS reasons,
  CASE
    WHEN b.state = 'identified' AND a.state = 'identified' THEN 'stays'
    WHEN b.state = 'identified' THEN 'enters'
    WHEN a.state = 'identified' AND b.state = 'not-identified' THEN 'leaves'
    ELSE 'unclear'
  END AS change,
  CAST(NULL AS INTEGER) AS identified_low, CAST(NULL AS INTEGER) AS identified_high, CAST(NULL AS INTEGER) AS settings
FROM schools s
  JOIN municipalities m ON m.municipality_id = s.municipality_id
  LEFT JOIN in_force a ON a.school_id = s.school_id AND a.year = ? AND a.methodology = ?
  LEFT JOIN identification b ON b.school_id = s.school_id AND b.year = ?
WHERE a.state = 'identified' OR b.state = 'identified' OR a.state IS DISTINCT FROM b.state
ORDER BY m.name, name, s.school_id`;

/** A text without its last ORDER BY: in a view that another text reads, order costs as much as the answer. */
const unordered = (sql: string): string => sql.slice(0, sql.lastIndexOf('\nORDER BY'));

/**
 * Makes what a reader's changes leave as it is: `unit_rows`, which depends on the subjects and procedures of the
 * methodology alone, and the published texts as views, so that a changed rule costs one statement and one question.
 */
export async function prepareRule(engine: Engine, base: Methodology): Promise<void> {
  for (const view of parameterViews(base)) await engine.run(view);
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

/** Who enters and who leaves in a year, against the methodology `version` as published; robustness is not known yet. */
export const compareRule = (
  engine: Engine,
  version: string,
  year: number,
  signal?: AbortSignal,
): Promise<Changed[]> => engine.query<Changed>(compareSql, [year, version, year], signal);

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
