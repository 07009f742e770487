import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { published } from '../contract/published.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { hiddenRows, parts, series } from './hidden-sql.ts';
import { type Earlier, inheritedTotals, keepHidden } from './history.ts';
import { protectPools } from './pools.ts';
import { internalCounts, publicCounts, roundedCounts } from './presets.ts';
import { roundRows } from './rounding.ts';
import { storeTotals } from './store-totals.ts';
import { publishedTotals, type TotalCuts } from './totals.ts';

/** School rows before protection. A count that the publisher withheld, or does not have, is NULL. */
const schoolTruth = `SELECT school_id AS entity_id, municipality_id, region_id, ${series}, participants, suppressed,
  ${parts.map((name) => `${name} AS ${name}_low, ${name} AS ${name}_high`).join(', ')},
  score_mean, score_sd, completion_mean, journal_rho
  FROM canonical_results JOIN canonical_schools USING (school_id) JOIN canonical_municipalities USING (municipality_id)`;

const columnList = (): string =>
  Object.entries(published.results.columns)
    .map(([name, { sql }]) => `CAST(${name} AS ${sql}) AS ${name}`)
    .join(', ');

const rules = { public: publicCounts, rounded: roundedCounts, internal: internalCounts };

/**
 * Makes the tables `results` and `pooled_results` of protected rows at three levels from `canonical_*` and `ref_comparability`. School rows
 * follow the preset's primary rules; municipality and region rows are as narrow as leaves every hidden number below
 * them free over its whole published range. Everything derived later is computed from this table, so nothing derived
 * can tell more. `school_results` and `protected_totals` stay for `rememberRelease`.
 * @param earlier what the release before told and hid: nothing that it hid is told by this one
 * @param cuts what follows of totals from what is published beside them
 * @throws Fault `unfit-history`
 */
export async function protect(
  engine: Engine,
  methodology: Methodology,
  preset: Preset,
  earlier?: Earlier,
  cuts?: TotalCuts,
): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP VIEW school_truth AS ${schoolTruth}`);
  if (preset === 'rounded') await roundRows(engine, methodology);
  await engine.run(`CREATE OR REPLACE TEMP TABLE school_results AS ${rules[preset](methodology.protection)}`);
  if (earlier && preset !== 'internal') await keepHidden(engine, earlier);
  await engine.run(`CREATE OR REPLACE TEMP TABLE hidden_rows AS ${hiddenRows(preset)}`);
  const inherited = earlier && preset !== 'internal' ? await inheritedTotals(engine, earlier) : undefined;
  const totals = await publishedTotals(engine, methodology, preset, { inherited, cuts });
  await storeTotals(engine, totals, methodology, preset);
  await engine.run(`CREATE OR REPLACE TEMP TABLE results AS
    WITH protected AS (SELECT 'school' AS level, * FROM school_results UNION ALL BY NAME FROM protected_totals)
    SELECT ${columnList()} FROM (SELECT p.*, coalesce(c.comparability, p.session) AS comparability
      FROM protected p LEFT JOIN ref_comparability c USING (procedure, year, session))
    ORDER BY ${published.results.key.join(', ')}`);
  await protectPools(engine, methodology);
  await engine.run('DROP TABLE hidden_rows; DROP VIEW school_truth');
}
