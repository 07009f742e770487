import type { Engine } from '../contract/engine.ts';
import type { Header } from './header.ts';
import type { ReadResult } from './read.ts';
import { typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier } from './sql.ts';

const seriesColumns = ['school_id', 'year', 'procedure', 'subject', 'grade', 'session'];
const measured = ['written_in_grade', 'mark', 'score', 'journal_mark'];

/**
 * Groups a pupil file in one pass, without ever holding its rows: equal pupils are counted, faulty and excluded ones
 * collapse to a count per reason. Only when something is faulty is the file read again to find the rows.
 */
export async function readPupils(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<ReadResult> {
  const rows = typedRows(path, file, header, false);
  const names = [...seriesColumns, ...measured];
  const present = await presentColumns(engine, rows);
  const kept = names.map((name) => {
    const value = present.has(name) ? identifier(name) : 'NULL';
    return `CASE WHEN _excluded IS NULL AND _fault IS NULL THEN ${value} END AS ${identifier(name)}`;
  });
  await engine.run(`CREATE OR REPLACE TEMP TABLE pupil_groups AS
    SELECT _excluded, _fault, ${kept.join(', ')}, count(*) AS pupils FROM (${rows}) GROUP BY ALL`);
  const result = await count(engine);
  await reject(engine, path, file, header);
  await engine.run(`INSERT INTO staged_pupils SELECT ${file.number} AS _file, * EXCLUDE (_excluded, _fault)
    FROM pupil_groups WHERE _excluded IS NULL AND _fault IS NULL`);
  await engine.run(
    `DROP TABLE pupil_groups; DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans`,
  );
  return result;
}

async function presentColumns(engine: Engine, rows: string): Promise<Set<string>> {
  const described = await engine.query<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${rows})`);
  return new Set(described.map(({ column_name }) => column_name));
}

async function count(engine: Engine): Promise<ReadResult> {
  const [total] = await engine.query<{ n: number }>(`SELECT coalesce(sum(pupils), 0) +
    (SELECT count(DISTINCT line) FROM malformed) AS n FROM pupil_groups`);
  const excluded = await engine.query<{
    reason: string;
    n: number;
  }>(`SELECT _excluded AS reason, sum(pupils) AS n
    FROM pupil_groups WHERE _excluded IS NOT NULL GROUP BY 1 ORDER BY 1`);
  return {
    rowsIn: total?.n ?? 0,
    excluded: Object.fromEntries(excluded.map(({ reason, n }) => [reason, n])),
    warnings: [],
  };
}

async function reject(engine: Engine, path: string, file: SourceFile, header: Header): Promise<void> {
  await engine.run(
    `INSERT INTO rejections BY NAME SELECT DISTINCT ON (line) ${file.number} AS _file, line, '' AS "column", 'malformed-row' AS rule FROM malformed ORDER BY line`,
  );
  const [faulty] = await engine.query<{ n: number }>(
    'SELECT count(*) AS n FROM pupil_groups WHERE _fault IS NOT NULL',
  );
  if (!faulty || faulty.n === 0) return;
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
      round(sqrt(greatest(0, (sum(score * score * pupils) - sum(score * pupils) * sum(score * pupils) /
        sum(pupils) FILTER (WHERE score IS NOT NULL)) / nullif(sum(pupils) FILTER (WHERE score IS NOT NULL) - 1, 0))), 3) AS score_sd,
      ${known('mark < journal_mark')} AS journal_lowered, ${known('mark = journal_mark')} AS journal_confirmed,
      ${known('mark > journal_mark')} AS journal_raised, ${known('abs(mark - journal_mark) >= 2')} AS journal_gap_2,
      ${sourceOf} AS source_id
    FROM staged_pupils GROUP BY ${keys}`);
  await engine.run(`INSERT INTO staged_score_distribution BY NAME
    SELECT min(_file) AS _file, CAST(NULL AS BIGINT) AS _row, 0 AS _rows, ${keys}, score, sum(pupils) AS participants
    FROM staged_pupils WHERE score IS NOT NULL GROUP BY ${keys}, score`);
  await engine.run('DROP TABLE staged_pupils');
}
