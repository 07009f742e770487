import type { Engine } from '../contract/engine.ts';
import type { SourceFile } from './source.ts';

/**
 * Keeps the names of schools and municipalities that rows of pupils carry along: for each school and year the most
 * frequent spelling, so that the order of rows does not matter. Reads what `groupedScan` and `pupil_groups` hold.
 * @param names columns of names that the file fills
 * @param is SQL over `pupil_groups`
 */
export async function carryNames(
  engine: Engine,
  file: SourceFile,
  names: readonly string[],
  is: Record<'accepted' | 'faulty', string>,
): Promise<void> {
  if (names.length === 0) return;
  const list = names.join(', ');
  await engine.run(`INSERT INTO staged_carried BY NAME
    WITH counted AS (SELECT raw, sum(pupils) AS pupils, bool_or(${is.accepted}) AS is_used
      FROM pupil_groups WHERE NOT (${is.faulty}) GROUP BY raw),
    spelt AS (SELECT year, school_id, ${list}, sum(pupils) AS n, bool_or(is_used) AS is_used
      FROM counted JOIN raw_series USING (raw) GROUP BY ALL),
    used AS (SELECT DISTINCT year, school_id FROM spelt WHERE is_used)
    SELECT ${file.number} AS _file, 0 AS _row, year, school_id, ${list} FROM spelt SEMI JOIN used USING (year, school_id)
    QUALIFY row_number() OVER (PARTITION BY school_id, year ORDER BY n DESC, ${list}) = 1`);
}
