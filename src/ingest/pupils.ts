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
  result.warnings.push(...(await lettersAsThree(engine, scan, file, header)));
  await addUp(engine, file);
  await carryNames(engine, file, scan.names, { faulty: `outcome = ${outcome.faulty}`, accepted: isAccepted });
  await engine.run([scan.clean, ...made.map((table) => `DROP TABLE IF EXISTS ${table}`)].join('; '));
  return result;
}

/** What became of equal pupils; 1 and more: the number of the reason why they are left out. */
const outcome = {
  accepted: 0,
  /** A cell that is not understood. */
  faulty: -1,
  /** A score that no scale can hold. */
  bad: -2,
} as const;
const isAccepted = `outcome = ${outcome.accepted}`;

/** Why rows are left out, each reason once. */
const reasonsOf = ({ filters }: SourceFile['profile']): string[] => [
  ...new Set(filters.map(({ reason }) => reason)),
];

const marks = [2, 3, 4, 5] as const;
const sum = (condition: string): string => `coalesce(sum(pupils) FILTER (WHERE ${condition}), 0)`;

/**
 * `file_series`: the works of the file, with their scales. `pupil_groups`: equal pupils of a work and what became of
 * them.
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
    FROM (SELECT * FROM raw_series WHERE _fault IS NULL) AS known JOIN file_series USING (${keys})
    UNION ALL SELECT raw, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM raw_series WHERE _fault IS NOT NULL`);
  const reason = `list_position([${literals(reasonsOf(profile))}]::VARCHAR[], CAST(_excluded AS VARCHAR))`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE pupil_groups AS
    SELECT raw, _series, CAST(score AS INTEGER) AS score, CAST(${derived ? markOfScore : 'mark'} AS INTEGER) AS mark,
      CAST(journal_mark AS INTEGER) AS journal_mark, CAST(pupils AS INTEGER) AS pupils,
      CASE WHEN reason IS NOT NULL THEN reason WHEN _series IS NULL OR _fault IS NOT NULL THEN ${outcome.faulty}
        WHEN ${bad} THEN ${outcome.bad} ELSE ${outcome.accepted} END AS outcome
    FROM (${pairs}) JOIN series_of_raw USING (raw) JOIN (SELECT *, ${reason} AS reason FROM raw_values) USING (value)`);
}

async function account(engine: Engine, path: string, file: SourceFile, header: Header): Promise<ReadResult> {
  await engine.run(
    `INSERT INTO rejections BY NAME SELECT DISTINCT ON (line) ${file.number} AS _file, line, '' AS "column", 'malformed-row' AS rule FROM malformed ORDER BY line`,
  );
  const [malformed] = await engine.query<{ n: number }>('SELECT count(DISTINCT line) AS n FROM malformed');
  const outcomes = await engine.query<{ outcome: number; n: number }>(
    'SELECT outcome, sum(pupils) AS n FROM pupil_groups GROUP BY outcome ORDER BY outcome',
  );
  const has = (wanted: number) => outcomes.some((each) => each.outcome === wanted);
  if (has(outcome.faulty)) await rejectCells(engine, path, file, header);
  if (file.profile.columns.score && !file.profile.columns.mark)
    await requireScales(engine, file, `outcome IN (${outcome.accepted}, ${outcome.bad})`);
  if (has(outcome.bad)) await rejectScores(engine, path, file, header);
  const excluded = reasonsOf(file.profile).flatMap((reason, i) => {
    const left = outcomes.find((each) => each.outcome === i + 1);
    return left ? [[reason, left.n] as const] : [];
  });
  return {
    rowsIn: outcomes.reduce((sum, { n }) => sum + n, malformed?.n ?? 0),
    excluded: Object.fromEntries(excluded),
    warnings: [],
  };
}

/** Marks that were typed as the letter З and are read as 3, told apart from those that are a 3. */
async function lettersAsThree(
  engine: Engine,
  { spellings }: GroupedScan,
  { profile }: SourceFile,
  header: Header,
): Promise<string[]> {
  let n = 0;
  for (const { from, values = {} } of Object.values(profile.columns)) {
    const letters = Object.keys(values).filter((text) => /^[Зз]$/u.test(text));
    if (letters.length === 0) continue;
    const column = fileColumn(header, from);
    const isLetter = `spelling IN (SELECT spelling FROM meaning_${column} WHERE ${cleaned('spelling')} IN (${literals(letters)}))`;
    const [found] = await engine.query<{ n: number }>(
      `SELECT coalesce(sum(pupils), 0) AS n FROM (${spellings(column)}) WHERE ${isLetter}`,
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

/** The sums of the file: by series, and by series and score. */
async function addUp(engine: Engine, { number }: SourceFile): Promise<void> {
  await engine.run(`INSERT INTO pupil_scores BY NAME
    SELECT ${number} AS _file, _series, score, sum(pupils) AS pupils, ${marks.map((mark) => `${sum(`journal_mark = ${mark}`)} AS j${mark}`).join(', ')}
    FROM pupil_groups WHERE ${isAccepted} AND score IS NOT NULL GROUP BY _series, score`);
  await engine.run(`INSERT INTO pupil_series BY NAME
    WITH sums AS (SELECT _series, bool_and(mark IS NOT NULL) AS marked, sum(pupils) AS pupils,
      ${marks.map((mark) => `${sum(`mark = ${mark}`)} AS mark_${mark}`).join(', ')}, ${sum('score IS NOT NULL')} AS scored,
      coalesce(sum(CAST(score AS BIGINT) * pupils), 0) AS score_sum,
      coalesce(sum(CAST(score AS BIGINT) * score * pupils), 0) AS score_squares, ${sum('journal_mark IS NOT NULL')} AS journal_known,
      ${sum('mark < journal_mark')} AS journal_lowered, ${sum('mark = journal_mark')} AS journal_confirmed,
      ${sum('mark > journal_mark')} AS journal_raised, ${sum('abs(mark - journal_mark) >= 2')} AS journal_gap_2
      FROM pupil_groups WHERE ${isAccepted} GROUP BY _series),
    grades AS (SELECT _series, max(written_in_grade) AS written_in_grade
      FROM series_of_raw WHERE raw IN (SELECT raw FROM pupil_groups WHERE ${isAccepted}) GROUP BY _series)
    SELECT ${number} AS _file, ${keys}, sums.*, written_in_grade FROM sums JOIN file_series USING (_series) JOIN grades USING (_series)`);
  const own = `SELECT * FROM pupil_scores WHERE _file = ${number}`;
  await engine.run(`UPDATE pupil_series AS p SET journal_rho = c.journal_rho FROM (${rankCorrelation(['_series'], own)}) AS c
    WHERE p._file = ${number} AND p.marked AND p._series = c._series`);
}
