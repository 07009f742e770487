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

/** A text without its last ORDER BY: in a view that only another text reads, order costs as much as the answer. */
const unordered = (sql: string): string => sql.slice(0, sql.lastIndexOf('\nORDER BY'));

/** Makes `unit_rows`: it depends on the subjects and procedures of the methodology alone, not on what a reader moves. */
export async function prepareRule(engine: Engine, base: Methodology): Promise<void> {
  for (const view of parameterViews(base)) await engine.run(view);
  await engine.run(`CREATE OR REPLACE TEMP TABLE unit_rows AS ${unitRowsSql}`);
  await engine.run(`CREATE OR REPLACE TEMP VIEW identification_units AS ${unordered(unitsSql)}`);
}

/**
 * Runs the very texts of the published identification with the parameters of a changed rule, over the whole cube.
 * @param methodology as `changed()` makes it, of the base that `prepareRule` was last given
 */
export async function computeRule(engine: Engine, methodology: Methodology): Promise<void> {
  await engine.run(parameterView(methodology));
  await engine.run(`CREATE OR REPLACE TEMP TABLE identification AS ${identificationSql}`);
}

/** Who enters and who leaves in a year, against the methodology `version` as published; robustness is not known yet. */
export const compareRule = (
  engine: Engine,
  version: string,
  year: number,
  signal?: AbortSignal,
): Promise<Changed[]> => engine.query<Changed>(compareSql, [year, version, year], signal);

/**
 * Makes `robustness` for the rule that `computeRule` was last given. It tries a grid of its own, so threshold, unit and
 * minimum do not change it, and it takes several times as long as the answer.
 */
export const computeRobustness = (engine: Engine): Promise<void> =>
  engine.run(`CREATE OR REPLACE TEMP TABLE robustness AS ${robustnessSql}`);

type Robustness = Pick<Changed, 'school_id' | 'identified_low' | 'identified_high' | 'settings'>;

/** The rows of an answer with their robustness. */
export async function withRobustness(
  engine: Engine,
  rows: readonly Changed[],
  year: number,
  signal?: AbortSignal,
): Promise<Changed[]> {
  const robust = await engine.query<Robustness>(
    'SELECT school_id, identified_low, identified_high, settings FROM robustness WHERE year = ? ORDER BY school_id',
    [year],
    signal,
  );
  const known = new Map(robust.map((row) => [row.school_id, row]));
  return rows.map((row) => ({ ...row, ...known.get(row.school_id) }));
}
