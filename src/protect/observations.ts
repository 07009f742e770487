import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Preset } from '../contract/vocabulary.ts';

/**
 * Makes the table `observations` with `_low` and `_high` ends. What counts schools is public; what counts pupils follows
 * the rules of results: few pupils → the whole is a range; few in the part, or few outside it → the part is a range.
 * @param schoolIndicators ids whose numerator counts schools; any other is taken to count pupils
 */
export async function protectObservations(
  engine: Engine,
  { protection: { min_participants: least, min_failing: failing } }: Methodology,
  preset: Preset,
  schoolIndicators: readonly string[],
): Promise<void> {
  const open = schoolIndicators.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ');
  const most = failing - 1;
  const kind =
    preset === 'internal'
      ? `'none'`
      : `CASE WHEN indicator_id IN (${open}) THEN 'none'
          WHEN denominator BETWEEN 1 AND ${least - 1} THEN 'few-participants'
          WHEN numerator BETWEEN 1 AND ${most} OR denominator - numerator BETWEEN 1 AND ${most} THEN 'few-failing'
          ELSE 'none' END`;
  const end = (few: string, part: string, rest: string) => `CASE kind WHEN 'few-participants' THEN ${few}
    WHEN 'few-failing' THEN CASE WHEN numerator BETWEEN 1 AND ${most} THEN ${part} ELSE ${rest} END ELSE numerator END`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE observations AS
    SELECT entity_level, entity_id, year, indicator_id, dimension, kind AS protection,
      CAST(${end('0', '1', `denominator - ${most}`)} AS INTEGER) AS numerator_low,
      CAST(${end(`${least - 1}`, `${most}`, 'denominator - 1')} AS INTEGER) AS numerator_high,
      CAST(CASE kind WHEN 'few-participants' THEN 1 ELSE denominator END AS INTEGER) AS denominator_low,
      CAST(CASE kind WHEN 'few-participants' THEN ${least - 1} ELSE denominator END AS INTEGER) AS denominator_high,
      CASE WHEN kind = 'none' THEN value END AS value
    FROM (SELECT *, ${kind} AS kind FROM canonical_observations)
    ORDER BY entity_level, entity_id, year, indicator_id, dimension`);
}
