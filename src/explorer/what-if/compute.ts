import type { Engine } from '../../contract/engine.ts';
import type { Methodology } from '../../contract/methodology.ts';
import type { IdentificationState } from '../../contract/vocabulary.ts';
import identificationSql from '../../indicators/identification.sql?raw';
import unitsSql from '../../indicators/identification-units.sql?raw';
import { parameterViews } from '../../indicators/parameters.ts';
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
  r.identified_low, r.identified_high, r.settings
FROM schools s
  JOIN municipalities m ON m.municipality_id = s.municipality_id
  LEFT JOIN in_force a ON a.school_id = s.school_id AND a.year = ? AND a.methodology = ?
  LEFT JOIN identification b ON b.school_id = s.school_id AND b.year = ?
  LEFT JOIN robustness r ON r.school_id = s.school_id AND r.year = ?
WHERE a.state = 'identified' OR b.state = 'identified' OR a.state IS DISTINCT FROM b.state
ORDER BY m.name, name, s.school_id`;

/**
 * Runs the very texts of the published identification with the parameters of a changed rule, over the whole cube.
 * @param methodology as `changed()` makes it
 * @param afresh false where `unit_rows` and `robustness` are there already for this base: the one depends on subjects
 *   and procedures alone, the other tries a grid of its own, so threshold, unit and minimum change neither
 */
export async function computeRule(engine: Engine, methodology: Methodology, afresh = true): Promise<void> {
  for (const view of parameterViews(methodology)) await engine.run(view);
  const texts = {
    ...(afresh ? { unit_rows: unitRowsSql } : {}),
    identification_units: unitsSql,
    identification: identificationSql,
    ...(afresh ? { robustness: robustnessSql } : {}),
  };
  for (const [table, sql] of Object.entries(texts))
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${sql}`);
}

/** Who enters and who leaves in a year, against the methodology `version` as published. */
export const compareRule = (
  engine: Engine,
  version: string,
  year: number,
  signal?: AbortSignal,
): Promise<Changed[]> => engine.query<Changed>(compareSql, [year, version, year, year], signal);
