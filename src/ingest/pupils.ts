import type { Engine } from '../contract/engine.ts';
import { groupedScan } from './grouped.ts';
import type { Header } from './header.ts';
import { rankCorrelation } from './rank-correlation.ts';
import type { ReadResult } from './read.ts';
import { typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';

const seriesColumns = ['school_id', 'year', 'procedure', 'subject', 'grade', 'session'];

/**
 * Groups a pupil file in one pass, without ever holding its rows. Only when something is faulty is the file read again
 * to find the rows.
 */
export async function readPupils(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<ReadResult> {
  const scan = groupedScan(path, file, header);
  for (const sql of scan.prepare) await engine.run(sql);
  await engine.run(
    `INSERT INTO staged_pupils BY NAME SELECT ${file.number} AS _file, * FROM (${scan.select})`,
  );
  await engine.run(scan.clean);
  const result = await account(engine, path, file, header);
  await engine.run('DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans');
  return result;
}

interface Outcome {
  reason: string | null;
  fault: string | null;
  n: number;
}

async function account(engine: Engine, path: string, file: SourceFile, header: Header): Promise<ReadResult> {
  await engine.run(
    `INSERT INTO rejections BY NAME SELECT DISTINCT ON (line) ${file.number} AS _file, line, '' AS "column", 'malformed-row' AS rule FROM malformed ORDER BY line`,
  );
  const [malformed] = await engine.query<{ n: number }>('SELECT count(DISTINCT line) AS n FROM malformed');
  const outcomes = await engine.query<Outcome>(`SELECT _excluded AS reason, _fault AS fault, sum(pupils) AS n
    FROM staged_pupils WHERE _file = ${file.number} GROUP BY 1, 2 ORDER BY 1, 2`);
  if (outcomes.some(({ fault }) => fault !== null)) await reject(engine, path, file, header);
  const excluded = outcomes.flatMap(({ reason, n }) => (reason === null ? [] : [[reason, n] as const]));
  return {
    rowsIn: outcomes.reduce((sum, { n }) => sum + n, malformed?.n ?? 0),
    excluded: Object.fromEntries(excluded),
    warnings: [],
  };
}

async function reject(engine: Engine, path: string, file: SourceFile, header: Header): Promise<void> {
  await engine.run(`INSERT INTO rejections BY NAME SELECT ${file.number} AS _file, _row,
    split_part(_fault, '|', 2) AS "column", split_part(_fault, '|', 1) AS rule
    FROM (${typedRows(path, file, header)}) WHERE _fault IS NOT NULL`);
}

/**
 * Turns the grouped pupils of all files into staged result rows and score distributions, and forgets them.
 * Marks against journal marks: lowered, confirmed, raised, and apart by two or more.
 */
export async function aggregatePupils(engine: Engine, sourceOf: string): Promise<void> {
  const keys = seriesColumns.join(', ');
  await engine.run('DELETE FROM staged_pupils WHERE _excluded IS NOT NULL OR _fault IS NOT NULL');
  const sum = (condition: string) => `coalesce(sum(pupils) FILTER (WHERE ${condition}), 0)`;
  const known = (condition: string) => `CASE WHEN count(journal_mark) > 0 THEN ${sum(condition)} END`;
  await engine.run(
    `INSERT INTO pupil_rows BY NAME SELECT _file, ${keys}, sum(pupils) AS rows FROM staged_pupils GROUP BY ALL`,
  );
  await engine.run(`INSERT INTO staged_results BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, sum(pupils) AS _rows, ${keys},
      max(written_in_grade) AS written_in_grade, false AS suppressed, sum(pupils) AS participants,
      ${[2, 3, 4, 5].map((mark) => `${sum(`mark = ${mark}`)} AS mark_${mark}`).join(', ')},
      round(sum(score * pupils) / sum(pupils) FILTER (WHERE score IS NOT NULL), 3) AS score_mean,
      CASE WHEN sum(pupils) FILTER (WHERE score IS NOT NULL) > 1 THEN round(sqrt(greatest(0,
        (sum(score * score * pupils) - sum(score * pupils) * sum(score * pupils) / sum(pupils) FILTER (WHERE score IS NOT NULL)) /
        (sum(pupils) FILTER (WHERE score IS NOT NULL) - 1))), 3) END AS score_sd,
      ${known('mark < journal_mark')} AS journal_lowered, ${known('mark = journal_mark')} AS journal_confirmed,
      ${known('mark > journal_mark')} AS journal_raised, ${known('abs(mark - journal_mark) >= 2')} AS journal_gap_2,
      ${sourceOf} AS source_id
    FROM staged_pupils GROUP BY ${keys}`);
  await engine.run(`UPDATE staged_results AS r SET journal_rho = c.journal_rho FROM (${rankCorrelation(seriesColumns)}) AS c
    WHERE r._row IS NULL AND ${seriesColumns.map((name) => `r.${name} = c.${name}`).join(' AND ')}`);
  await engine.run(`INSERT INTO staged_score_distribution BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, 0 AS _rows, ${keys}, score, sum(pupils) AS participants
    FROM staged_pupils WHERE score IS NOT NULL GROUP BY ${keys}, score`);
  await engine.run('DROP TABLE staged_pupils');
}
