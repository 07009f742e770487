import type { CanonicalTable } from '../contract/canonical.ts';
import { canonical } from '../contract/canonical.ts';
import type { Engine } from '../contract/engine.ts';
import { identifier } from './sql.ts';

/** The columns of a work in a school. */
export const seriesColumns = ['school_id', 'year', 'procedure', 'subject', 'grade', 'session'] as const;

const series =
  'school_id VARCHAR, year INTEGER, procedure VARCHAR, subject VARCHAR, grade INTEGER, session VARCHAR';
const count = (names: readonly string[]): string => names.map((name) => `${name} BIGINT`).join(', ');

/** Sums over the pupils of one series in one file, all of which may be added up over files. */
export const seriesSums = [
  ...['pupils', 'mark_2', 'mark_3', 'mark_4', 'mark_5', 'scored', 'score_sum', 'score_squares'],
  ...['journal_known', 'journal_lowered', 'journal_confirmed', 'journal_raised', 'journal_gap_2'],
] as const;

/** Tables of what the files of pupils say, one row for a file and series, or for a file, series and score. */
const pupilTables = {
  /** `marked`: pupils have marks; `journal_rho` is that of the file's pupils alone. */
  pupil_series: `_file INTEGER, _series INTEGER, ${series}, marked BOOLEAN, written_in_grade INTEGER, ${count(seriesSums)}, journal_rho DOUBLE`,
  /** `j2` … `j5`: those of the score by their mark in the journal. */
  pupil_scores: `_file INTEGER, _series INTEGER, score INTEGER, pupils BIGINT, ${count(['j2', 'j3', 'j4', 'j5'])}`,
} as const;

/**
 * Creates the staging tables: `staged_<table>` for each canonical table (typed rows with `_file`, `_row`, `_rows`: how
 * many raw rows each stands for), `staged_carried` for names that results carry along, those of `pupilTables`,
 * `pupil_rows` (raw pupil rows by file and series) and `rejections` (with the school,
 * where no line of a file can be told).
 */
export async function createStaging(engine: Engine): Promise<void> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${identifier(name)} ${sql}`);
    await engine.run(
      `CREATE TEMP TABLE staged_${table} (_file INTEGER, _row BIGINT, _rows BIGINT DEFAULT 1, ${list.join(', ')})`,
    );
  }
  await engine.run('CREATE TEMP TABLE staged_parts AS FROM staged_results');
  await engine.run(`CREATE TEMP TABLE staged_carried (_file INTEGER, _row BIGINT, year INTEGER, school_id VARCHAR,
    school_name VARCHAR, municipality_id VARCHAR, municipality_name VARCHAR)`);
  for (const [table, columns] of Object.entries(pupilTables))
    await engine.run(`CREATE TEMP TABLE ${table} (${columns})`);
  await engine.run(`CREATE TEMP TABLE pupil_rows (_file INTEGER, ${series}, rows BIGINT)`);
  await engine.run(`CREATE TEMP TABLE rejections (_file INTEGER, _row BIGINT, line BIGINT, "column" VARCHAR,
    rule VARCHAR, rows BIGINT DEFAULT 1, school VARCHAR)`);
}

/** The canonical tables in an order in which every reference points back. */
export const tablesInOrder = Object.keys(canonical) as CanonicalTable[];

/** Every table that a file's reading fills. */
export const filledByFiles: readonly string[] = [
  ...tablesInOrder.map((table) => `staged_${table}`),
  ...['staged_parts', 'staged_carried', ...Object.keys(pupilTables), 'rejections'],
];

/** Removes the rows of a file from the staging tables, and what a reading that broke off has left. */
export async function forgetFile(engine: Engine, file: number): Promise<void> {
  for (const table of filledByFiles) await engine.run(`DELETE FROM ${table} WHERE _file = ${file}`);
  await engine.run(
    'DROP TABLE IF EXISTS scan; DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans',
  );
}
