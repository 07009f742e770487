import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { Header } from './header.ts';
import { typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';

const scale = 'LEFT JOIN ref_scales s USING (procedure, subject, grade, year)';
const minimum = 'LEFT JOIN ref_min_scores m USING (procedure, subject, year)';
const accepted = '_excluded IS NULL AND _fault IS NULL';

interface Work {
  procedure: string;
  subject: string;
  grade: number;
  year: number;
}

/** Stops at the first work that has neither a scale nor, for state exams, a minimum. */
async function requireScales(engine: Engine, file: SourceFile): Promise<void> {
  const [missing] = await engine.query<Work>(`SELECT DISTINCT procedure, subject, grade, year
    FROM staged_pupils ${scale} ${minimum} WHERE _file = ${file.number} AND ${accepted}
      AND CASE procedure WHEN 'ege' THEN m.minimum IS NULL WHEN 'oge' THEN s.mark_3 IS NULL AND m.minimum IS NULL
        ELSE s.mark_3 IS NULL END ORDER BY ALL LIMIT 1`);
  if (!missing) return;
  const { procedure, subject, grade, year } = missing;
  const isExam = procedure === 'ege';
  throw new Fault(
    isExam ? 'missing-minimum' : 'missing-scale',
    { file: file.name, column: file.profile.columns.score?.from },
    { procedure, subject, grade, year },
  );
}

/** Scores that no scale can hold; the file is read again only when there are any. */
async function rejectScores(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
  derived: boolean,
): Promise<void> {
  const rule = `CASE WHEN ${derived} AND score IS NULL THEN 'missing-value'
    WHEN score > coalesce(s.maximum, m.maximum) THEN 'score-above-maximum' END`;
  const found = `${scale} ${minimum} WHERE ${accepted} AND ${rule} IS NOT NULL`;
  const [bad] = await engine.query<{ n: number }>(
    `SELECT count(*) AS n FROM (FROM staged_pupils WHERE _file = ${file.number}) ${found}`,
  );
  if (!bad || bad.n === 0) return;
  await engine.run(`INSERT INTO rejections BY NAME SELECT ${file.number} AS _file, _row, 'score' AS "column",
    ${rule} AS rule FROM (${typedRows(path, file, header)}) ${found}`);
  await engine.run(`UPDATE staged_pupils SET _fault = 'score|score' WHERE _file = ${file.number} AND rowid IN
    (SELECT id FROM (SELECT rowid AS id, * FROM staged_pupils WHERE _file = ${file.number}) ${found})`);
  await engine.run('DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans');
}

/**
 * Turns the scores of a pupil file without marks into marks, by the scales of data/reference or of the source set;
 * scores above the maximum are rejected. EGE has no marks: its pupils keep their scores only.
 * @throws Fault `missing-scale`, `missing-minimum`, saying which row to add
 */
export async function markScores(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<void> {
  if (!file.profile.columns.score) return;
  const derived = !file.profile.columns.mark;
  if (derived) await requireScales(engine, file);
  await rejectScores(engine, path, file, header, derived);
  if (!derived) return;
  await engine.run(`UPDATE staged_pupils AS p SET mark = CASE WHEN p.score >= s.mark_5 THEN 5 WHEN p.score >= s.mark_4 THEN 4
      WHEN p.score >= s.mark_3 THEN 3 ELSE 2 END
    FROM ref_scales s WHERE p._file = ${file.number} AND p.procedure <> 'ege' AND p.score IS NOT NULL
      AND (p.procedure, p.subject, p.grade, p.year) = (s.procedure, s.subject, s.grade, s.year)`);
}
