import type { Engine } from '../contract/engine.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { literals } from './sql.ts';
import { seriesColumns, seriesSums } from './staging.ts';

const keys = seriesColumns.join(', ');
const total = (name: string): string => `sum(${name})`;
const mean = `round(${total('score_sum')} / nullif(${total('scored')}, 0), 3)`;
/** Standard deviation of a sample, from sums of whole numbers: exact until the one division. */
const deviation = `CASE WHEN ${total('scored')} > 1 THEN round(sqrt(greatest(0, (${total('score_squares')}
  - ${total('score_sum')} * ${total('score_sum')} / ${total('scored')}) / (${total('scored')} - 1))), 3) END`;

/** Works of a school that several files know of, with marks of the journal: their ranks cannot be added up. */
const spread = `SELECT ${keys} FROM pupil_series WHERE marked GROUP BY ${keys}
  HAVING count(*) > 1 AND sum(journal_known) > 0 AND sum(scored) > 0`;

/** Files among the given whose pupils must be ranked together with those of other files. */
export async function filesToRankTogether(engine: Engine, files: readonly number[]): Promise<number[]> {
  if (files.length === 0) return [];
  const found = await engine.query<{ _file: number }>(`SELECT DISTINCT _file FROM pupil_series
    SEMI JOIN (${spread}) USING (${keys}) WHERE _file IN (${files.join(', ')}) ORDER BY 1`);
  return found.map(({ _file }) => _file);
}

/** Pupils with marks: marks against journal marks are lowered, confirmed, raised, and apart by two or more. */
async function addMarked(engine: Engine, sourceOf: string): Promise<void> {
  const marks = [2, 3, 4, 5].map((mark) => `${total(`mark_${mark}`)} AS mark_${mark}`);
  const journal = seriesSums
    .filter((name) => name.startsWith('journal_') && name !== 'journal_known')
    .map((name) => `CASE WHEN sum(journal_known) > 0 THEN ${total(name)} END AS ${name}`);
  await engine.run(`INSERT INTO staged_results BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, sum(pupils) AS _rows, ${keys},
      max(written_in_grade) AS written_in_grade, false AS suppressed, sum(pupils) AS participants, ${marks.join(', ')},
      ${mean} AS score_mean, ${deviation} AS score_sd, ${journal.join(', ')},
      CASE WHEN count(*) = 1 THEN max(journal_rho) END AS journal_rho, ${sourceOf} AS source_id
    FROM pupil_series WHERE marked GROUP BY ${keys}`);
  const together = `SELECT * FROM (SELECT * FROM pupil_series SEMI JOIN (${spread}) USING (${keys}))
    JOIN (SELECT _file, _series, score, j2, j3, j4, j5 FROM pupil_scores) USING (_file, _series)`;
  await engine.run(`UPDATE staged_results AS r SET journal_rho = c.journal_rho
    FROM (${rankCorrelation(seriesColumns, together)}) AS c
    WHERE r._row IS NULL AND ${seriesColumns.map((name) => `r.${name} = c.${name}`).join(' AND ')}`);
}

/**
 * Pupils without marks (EGE, and OGE where only a minimum is known): participants, those below the minimum, high (81
 * and more) and full (100) test scores.
 */
async function addUnmarked(engine: Engine, sourceOf: string): Promise<void> {
  const test = (condition: string) =>
    `CASE WHEN m.maximum = 100 THEN coalesce(sum(n) FILTER (WHERE ${condition}), 0) END`;
  const counts = `SELECT ${keys}, score, sum(s.pupils) AS n FROM pupil_scores s JOIN pupil_series p USING (_file, _series)
    WHERE NOT marked GROUP BY ${keys}, score`;
  await engine.run(`INSERT INTO staged_results BY NAME
    WITH sums AS (SELECT min(_file) AS _file, sum(pupils) AS _rows, ${keys}, sum(pupils) AS participants,
      ${mean} AS score_mean, ${deviation} AS score_sd, ${sourceOf} AS source_id
      FROM pupil_series WHERE NOT marked GROUP BY ${keys}),
    parts AS (SELECT ${keys}, coalesce(sum(n) FILTER (WHERE score < m.minimum), 0) AS below_threshold,
      ${test('score >= 81')} AS high_score, ${test('score = 100')} AS max_score
      FROM (${counts}) JOIN ref_min_scores m USING (procedure, subject, year) GROUP BY ${keys}, m.minimum, m.maximum)
    SELECT *, CAST(NULL AS BIGINT) AS _row, false AS suppressed FROM sums JOIN parts USING (${keys})`);
}

/**
 * Turns the sums of all files into staged result rows and score distributions.
 * @param sourceOf SQL of the input of `min(_file)`
 */
export async function addPupils(engine: Engine, sourceOf: string): Promise<void> {
  await engine.run(
    `INSERT INTO pupil_rows BY NAME SELECT _file, ${keys}, sum(pupils) AS rows FROM pupil_series GROUP BY ALL`,
  );
  await addUnmarked(engine, sourceOf);
  await addMarked(engine, sourceOf);
  const same = `PARTITION BY ${keys}, marked`;
  await engine.run(`INSERT INTO staged_score_distribution BY NAME
    WITH ids AS (SELECT *, min(row) OVER (${same}) AS work FROM (SELECT *, row_number() OVER () AS row FROM pupil_series)),
    counted AS (SELECT work, score, sum(s.pupils) AS participants
      FROM pupil_scores s JOIN ids USING (_file, _series) GROUP BY work, score),
    works AS (SELECT work, min(_file) AS _file, any_value(COLUMNS([${literals(seriesColumns)}])) FROM ids GROUP BY work)
    SELECT _file, CAST(NULL AS BIGINT) AS _row, 0 AS _rows, ${keys}, score, participants
    FROM counted JOIN works USING (work)`);
  await engine.run('DROP TABLE pupil_series; DROP TABLE pupil_scores');
}
