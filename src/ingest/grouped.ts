import { pupil } from '../contract/canonical.ts';
import type { Header } from './header.ts';
import { cellFault, cellsOf, fileColumn, filterCases, rawRows, subjectJoin } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier } from './sql.ts';

/**
 * The same reading as `typedRows`, for files of many equal rows: records are first grouped by their raw texts, each
 * different text of a column is then understood once, and the groups look the result up. Cleaning and checking a
 * text costs many times more than grouping it.
 */
export interface GroupedScan {
  /** Makes `raw_groups` (texts and `pupils`, the number of records) and one `meaning_<column>` for each file column. */
  prepare: string[];
  /** Over them: `_excluded`, `_fault`, our columns typed, `pupils`. */
  select: string;
  /** Drops what `prepare` made. */
  clean: string;
}

type Cells = ReturnType<typeof cellsOf>;

const isFileColumn = (from: string): boolean => /^c\d+$/.test(from);

/** One table: each different text of a file column with everything that our columns and filters read from it. */
function meaning(column: string, cells: Cells, file: SourceFile, header: Header): string {
  const { profile } = file;
  const own = cells.filter(({ from }) => from === column);
  const filters = profile.filters.flatMap((filter, i) =>
    fileColumn(header, filter.from) === column
      ? [{ name: `x_${i}`, sql: `CASE ${filterCases(column, filter).join(' ')} END AS x_${i}` }]
      : [],
  );
  const texts = own.map(({ name, text }) => `${text} AS ${identifier(`t_${name}`)}`);
  const numbers = own.flatMap(({ name, number }) =>
    number ? [`${number} AS ${identifier(`n_${name}`)}`] : [],
  );
  const values = own.flatMap((cell) => [
    `${cell.value} AS ${identifier(cell.name)}`,
    `${cellFault(cell, profile)} AS ${identifier(`f_${cell.name}`)}`,
  ]);
  return `CREATE OR REPLACE TEMP TABLE meaning_${column} AS
    WITH raw AS (SELECT DISTINCT ${column} AS spelling, nullif(${column}, '') AS ${column} FROM raw_groups),
    texts AS (SELECT ${['spelling', ...filters.map(({ sql }) => sql), ...texts].join(', ')} FROM raw),
    numbers AS (SELECT ${['*', ...numbers].join(', ')} FROM texts)
    SELECT ${['spelling', ...filters.map(({ name }) => name), ...values].join(', ')} FROM numbers ${subjectJoin(own)}`;
}

/** Constants are understood once for the whole file. */
function constants(cells: Cells, file: SourceFile): string {
  const own = cells.filter(({ from }) => !isFileColumn(from));
  const texts = own.map(({ name, text }) => `${text} AS ${identifier(`t_${name}`)}`);
  const numbers = own.flatMap(({ name, number }) =>
    number ? [`${number} AS ${identifier(`n_${name}`)}`] : [],
  );
  const values = own.flatMap((cell) => [
    `${cell.value} AS ${identifier(cell.name)}`,
    `${cellFault(cell, file.profile)} AS ${identifier(`f_${cell.name}`)}`,
  ]);
  return `CREATE OR REPLACE TEMP TABLE meaning_constants AS
    WITH texts AS (SELECT ${['1 AS one', ...texts].join(', ')}), numbers AS (SELECT ${['*', ...numbers].join(', ')} FROM texts)
    SELECT ${['one', ...values].join(', ')} FROM numbers ${subjectJoin(own)}`;
}

/** Plans the grouped reading of a file. */
export function groupedScan(path: string, file: SourceFile, header: Header): GroupedScan {
  const cells = cellsOf(file, header);
  const { profile } = file;
  const columns = [
    ...new Set([
      ...cells.map(({ from }) => from).filter(isFileColumn),
      ...profile.filters.map(({ from }) => fileColumn(header, from)),
    ]),
  ];
  const texts = columns.map((column) => `coalesce(${column}, '') AS ${column}`);
  const faults = cells.map(({ name }) => identifier(`f_${name}`)).join(', ');
  const reasons = profile.filters.map((_, i) => `x_${i}`).join(', ');
  const excluded = reasons === '' ? 'CAST(NULL AS VARCHAR)' : `coalesce(${reasons}, NULL)`;
  const joins = columns.map(
    (column) => `JOIN meaning_${column} ON meaning_${column}.spelling = raw_groups.${column}`,
  );
  const kept = cells.filter(({ name }) => name in pupil.columns);
  const names = kept.map(({ name }) => identifier(name)).join(', ');
  return {
    prepare: [
      `CREATE OR REPLACE TEMP TABLE raw_groups AS
        SELECT ${texts.join(', ')}, count(*) AS pupils FROM ${rawRows(path, header, profile)} GROUP BY ALL`,
      ...columns.map((column) => meaning(column, cells, file, header)),
      constants(cells, file),
    ],
    select: `SELECT ${excluded} AS _excluded, CASE WHEN ${excluded} IS NULL THEN coalesce(${faults}, NULL) END AS _fault,
      ${names}, pupils FROM raw_groups ${joins.join(' ')} CROSS JOIN meaning_constants`,
    clean: ['raw_groups', 'meaning_constants', ...columns.map((column) => `meaning_${column}`)]
      .map((table) => `DROP TABLE ${table}`)
      .join('; '),
  };
}
