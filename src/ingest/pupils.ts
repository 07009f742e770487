import type { Engine } from '../contract/engine.ts';
import { carryNames } from './carried.ts';
import { cleaned } from './cells.ts';
import { type GroupedScan, groupedScan } from './grouped.ts';
import type { Header } from './header.ts';
import { rankCorrelation } from './rank-correlation.ts';
import type { ReadResult } from './read.ts';
import { refuseRepeatedPupils } from './repeats.ts';
import { markOfScore, rejectScores, requireScales, scaleJoin, scoreFault } from './scales.ts';
import { fileColumn, typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';
import { literals } from './sql.ts';
import { seriesColumns } from './staging.ts';

const keys = seriesColumns.join(', ');
const made = ['file_series', 'series_of_raw', 'pupil_groups', 'malformed', 'malformed_scans'];

/**
 * Groups a pupil file in one pass, without ever holding its rows, into sums that may be added up over files. Only when
 * something is faulty is the file read again to find the rows.
 * @throws Fault `repeated-pupils`, `missing-scale`, `missing-minimum`
 */
export async function readPupils(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<ReadResult> {
  const scan = groupedScan(path, file, header);
  for (const sql of scan.prepare) await engine.run(sql);
  await group(engine, scan, file);
  const result = await account(engine, path, file, header);
  result.warnings.push(...(await refuseRepeatedPupils(engine, path, file, header, scan.repeated)));
  result.warnings.push(...(await lettersAsThree(engine, file, header)));
  await addUp(engine, file);
  await carryNames(engine, file, scan.names);
  await engine.run([scan.clean, ...made.map((table) => `DROP TABLE IF EXISTS ${table}`)].join('; '));
  return result;
}

/**
 * `file_series`: the works of the file, with their scales. `pupil_groups`: equal pupils of a work, `accepted`,
 * `_excluded` for a reason, `faulty` in a cell, or `bad`: with a score that no scale can hold.
 */
async function group(engine: Engine, { pairs }: GroupedScan, { profile }: SourceFile): Promise<void> {
  const derived = profile.columns.score !== undefined && profile.columns.mark === undefined;
  const bad = profile.columns.score ? `(${scoreFault(derived, 'most')}) IS NOT NULL` : 'false';
  await engine.run(`CREATE OR REPLACE TEMP TABLE file_series AS
    SELECT CAST(row_number() OVER (ORDER BY ${keys}) AS INTEGER) AS _series, known.*, s.mark_3, s.mark_4, s.mark_5, m.minimum,
      coalesce(s.maximum, m.maximum) AS most
    FROM (SELECT DISTINCT ${keys} FROM raw_series WHERE _fault IS NULL) AS known ${scaleJoin}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE series_of_raw AS
    SELECT raw, written_in_grade, _series, procedure, mark_3, mark_4, mark_5, most
    FROM (FROM raw_series WHERE _fault IS NULL) JOIN file_series USING (${keys})
    UNION ALL BY NAME SELECT raw FROM raw_series WHERE _fault IS NOT NULL`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE pupil_groups AS
    WITH groups AS (SELECT raw, _series, _excluded, _excluded IS NULL AND (_series IS NULL OR _fault IS NOT NULL) AS faulty,
      ${bad} AS is_bad, score, ${derived ? markOfScore : 'mark'} AS mark, journal_mark, pupils
      FROM (${pairs}) JOIN series_of_raw USING (raw) JOIN raw_values USING (value))
    SELECT * EXCLUDE (is_bad), is_bad AND NOT faulty AND _excluded IS NULL AS bad,
      NOT is_bad AND NOT faulty AND _excluded IS NULL AS accepted FROM groups`);
}

interface Outcome {
  reason: string | null;
  faulty: boolean;
  bad: boolean;
  n: number;
}

async function account(engine: Engine, path: string, file: SourceFile, header: Header): Promise<ReadResult> {
  await engine.run(
    `INSERT INTO rejections BY NAME SELECT DISTINCT ON (line) ${file.number} AS _file, line, '' AS "column", 'malformed-row' AS rule FROM malformed ORDER BY line`,
  );
  const [malformed] = await engine.query<{ n: number }>('SELECT count(DISTINCT line) AS n FROM malformed');
  const outcomes = await engine.query<Outcome>(`SELECT _excluded AS reason, faulty, bad, sum(pupils) AS n
    FROM pupil_groups GROUP BY ALL ORDER BY ALL`);
  if (outcomes.some(({ faulty }) => faulty)) await rejectCells(engine, path, file, header);
  if (file.profile.columns.score && !file.profile.columns.mark) await requireScales(engine, file);
  if (outcomes.some(({ bad }) => bad)) await rejectScores(engine, path, file, header);
  const excluded = outcomes.flatMap(({ reason, n }) => (reason === null ? [] : [[reason, n] as const]));
  return {
    rowsIn: outcomes.reduce((sum, { n }) => sum + n, malformed?.n ?? 0),
    excluded: Object.fromEntries(excluded),
    warnings: [],
  };
}

/** Marks that were typed as the letter З and are read as 3, told apart from those that are a 3. */
async function lettersAsThree(engine: Engine, { profile }: SourceFile, header: Header): Promise<string[]> {
  let n = 0;
  for (const { from, values = {} } of Object.values(profile.columns)) {
    const letters = Object.keys(values).filter((text) => /^[Зз]$/u.test(text));
    if (letters.length === 0) continue;
    const column = fileColumn(header, from);
    const isLetter = `spelling IN (SELECT spelling FROM meaning_${column} WHERE ${cleaned('spelling')} IN (${literals(letters)}))`;
    const [found] = await engine.query<{ n: number }>(
      `SELECT coalesce(sum(pupils), 0) AS n FROM (SELECT ${column} AS spelling, pupils FROM raw_groups) WHERE ${isLetter}`,
    );
    n += found?.n ?? 0;
  }
  return n > 0 ? [`letter-three ${n}`] : [];
}

async function rejectCells(engine: Engine, path: string, file: SourceFile, header: Header): Promise<void> {
  await engine.run(`INSERT INTO rejections BY NAME SELECT ${file.number} AS _file, _row,
    split_part(_fault, '|', 2) AS "column", split_part(_fault, '|', 1) AS rule
    FROM (${typedRows(path, file, header)}) WHERE _fault IS NOT NULL`);
}

const sum = (condition: string): string => `coalesce(sum(pupils) FILTER (WHERE ${condition}), 0)`;

/** The sums of the file: by series, and by series and score. */
async function addUp(engine: Engine, { number }: SourceFile): Promise<void> {
  const journal = [2, 3, 4, 5].map((mark) => `${sum(`journal_mark = ${mark}`)} AS j${mark}`);
  await engine.run(`INSERT INTO pupil_scores BY NAME
    SELECT ${number} AS _file, _series, score, sum(pupils) AS pupils, ${journal.join(', ')}
    FROM pupil_groups WHERE accepted AND score IS NOT NULL GROUP BY _series, score`);
  await engine.run(`INSERT INTO pupil_series BY NAME
    WITH sums AS (SELECT _series, bool_and(mark IS NOT NULL) AS marked, sum(pupils) AS pupils,
      ${[2, 3, 4, 5].map((mark) => `${sum(`mark = ${mark}`)} AS mark_${mark}`).join(', ')},
      ${sum('score IS NOT NULL')} AS scored, coalesce(sum(score * pupils), 0) AS score_sum,
      coalesce(sum(score * score * pupils), 0) AS score_squares, ${sum('journal_mark IS NOT NULL')} AS journal_known,
      ${sum('mark < journal_mark')} AS journal_lowered, ${sum('mark = journal_mark')} AS journal_confirmed,
      ${sum('mark > journal_mark')} AS journal_raised, ${sum('abs(mark - journal_mark) >= 2')} AS journal_gap_2
      FROM pupil_groups WHERE accepted GROUP BY _series),
    grades AS (SELECT _series, max(written_in_grade) AS written_in_grade
      FROM series_of_raw SEMI JOIN (FROM pupil_groups WHERE accepted) USING (raw) GROUP BY _series)
    SELECT ${number} AS _file, ${keys}, sums.*, written_in_grade FROM sums JOIN file_series USING (_series) JOIN grades USING (_series)`);
  const own = `SELECT * FROM pupil_scores WHERE _file = ${number}`;
  await engine.run(`UPDATE pupil_series AS p SET journal_rho = c.journal_rho FROM (${rankCorrelation(['_series'], own)}) AS c
    WHERE p._file = ${number} AND p.marked AND p._series = c._series`);
}
