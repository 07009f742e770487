import type { Engine } from '../contract/engine.ts';

const series = 'school_id, year, procedure, subject, grade, session';

/**
 * Turns pupils without marks (EGE, and OGE where only a minimum is known) into staged result rows: participants, those
 * below the minimum, high (81 and more) and full (100) test scores. Their groups are then forgotten.
 * @param sourceOf SQL of the input of `min(_file)`
 */
export async function aggregateExams(engine: Engine, sourceOf: string): Promise<void> {
  const own = 'mark IS NULL AND _excluded IS NULL AND _fault IS NULL';
  const [some] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM staged_pupils WHERE ${own}`);
  if (!some || some.n === 0) return;
  const sum = (condition: string) => `coalesce(sum(pupils) FILTER (WHERE ${condition}), 0)`;
  const test = (condition: string) => `CASE WHEN m.maximum = 100 THEN ${sum(condition)} END`;
  await engine.run(
    `INSERT INTO pupil_rows BY NAME SELECT _file, ${series}, sum(pupils) AS rows FROM staged_pupils WHERE ${own} GROUP BY ALL`,
  );
  await engine.run(`INSERT INTO staged_results BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, sum(pupils) AS _rows, ${series}, false AS suppressed,
      sum(pupils) AS participants, ${sum('score < m.minimum')} AS below_threshold,
      ${test('score >= 81')} AS high_score, ${test('score = 100')} AS max_score,
      round(sum(score * pupils) / sum(pupils), 3) AS score_mean,
      CASE WHEN sum(pupils) > 1 THEN round(sqrt(greatest(0, (sum(score * score * pupils) - sum(score * pupils)
        * sum(score * pupils) / sum(pupils)) / (sum(pupils) - 1))), 3) END AS score_sd, ${sourceOf} AS source_id
    FROM (FROM staged_pupils WHERE ${own}) JOIN ref_min_scores m USING (procedure, subject, year)
    GROUP BY ${series}, m.minimum, m.maximum`);
  await engine.run(`INSERT INTO staged_score_distribution BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, 0 AS _rows, ${series}, score, sum(pupils) AS participants
    FROM staged_pupils WHERE ${own} GROUP BY ${series}, score`);
  await engine.run(`DELETE FROM staged_pupils WHERE ${own}`);
}
