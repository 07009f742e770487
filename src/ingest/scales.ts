import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { Header } from './header.ts';
import { typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';

/** Joins the scale and the minimum of a work. */
export const scaleJoin = `LEFT JOIN ref_scales s USING (procedure, subject, grade, year)
  LEFT JOIN ref_min_scores m USING (procedure, subject, year)`;

/** SQL of the mark of a score, over the columns of a scale. EGE has no marks. */
export const markOfScore = `CASE WHEN procedure <> 'ege' AND score IS NOT NULL AND mark_3 IS NOT NULL
  THEN CASE WHEN score >= mark_5 THEN 5 WHEN score >= mark_4 THEN 4 WHEN score >= mark_3 THEN 3 ELSE 2 END END`;

/** SQL of the rule that a score breaks, or NULL. */
export const scoreFault = (derived: boolean, maximum: string): string =>
  `CASE WHEN ${derived} AND score IS NULL THEN 'missing-value' WHEN score > ${maximum} THEN 'score-above-maximum' END`;

interface Work {
  procedure: string;
  subject: string;
  grade: number;
  year: number;
}

/**
 * Stops at the first work that has neither a scale nor, for state exams, a minimum.
 * @param isWork SQL over `pupil_groups`: pupils who count
 * @throws Fault `missing-scale`, `missing-minimum`, saying which row to add
 */
export async function requireScales(engine: Engine, file: SourceFile, isWork: string): Promise<void> {
  const [missing] = await engine.query<Work>(`SELECT DISTINCT procedure, subject, grade, year
    FROM file_series SEMI JOIN (FROM pupil_groups WHERE ${isWork}) USING (_series)
    WHERE CASE procedure WHEN 'ege' THEN minimum IS NULL WHEN 'oge' THEN mark_3 IS NULL AND minimum IS NULL
      ELSE mark_3 IS NULL END ORDER BY ALL LIMIT 1`);
  if (!missing) return;
  const { procedure, subject, grade, year } = missing;
  const isExam = procedure === 'ege';
  throw new Fault(
    isExam ? 'missing-minimum' : 'missing-scale',
    { file: file.name, column: file.profile.columns.score?.from },
    { procedure, subject, grade, year },
  );
}

/** Lists the rows whose scores no scale can hold; the file is read again for that. */
export async function rejectScores(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<void> {
  const rule = scoreFault(!file.profile.columns.mark, 'coalesce(s.maximum, m.maximum)');
  await engine.run(`INSERT INTO rejections BY NAME SELECT ${file.number} AS _file, _row, 'score' AS "column", ${rule} AS rule
    FROM (${typedRows(path, file, header)}) ${scaleJoin} WHERE _excluded IS NULL AND _fault IS NULL AND ${rule} IS NOT NULL`);
}
