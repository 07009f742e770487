import { carried } from '../contract/profile.ts';
import type { Header } from './header.ts';
import { cellFault, cellsOf, fileColumn, filterCases, rawRows, subjectJoin } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier } from './sql.ts';

/**
 * The same reading as `typedRows`, for files of many equal rows, in one pass over the file: records are grouped by their
 * raw texts, joined to one text that says which work was written in which school, and one that says how; the different
 * ones of both are taken apart again, and each different text of a column is understood once. Cleaning and checking a
 * text costs many times more than grouping it, and grouping by two texts less than by seven.
 */
export interface GroupedScan {
  /**
   * Makes `raw_series` (`raw`, the columns of a series, names carried along, `_fault`) and `raw_values` (`value`, mark,
   * score, journal_mark, `_excluded`, `_fault`).
   */
  prepare: string[];
  /** Over what was made: `raw`, `value`, `pupils`, the number of records. */
  pairs: string;
  /** SQL of `spelling` and `pupils`: how many records have which raw text in a file column that says how a work was written. */
  spellings(column: string): string;
  /** Columns of a series' names that the file fills. */
  names: string[];
  /** One row: `n`, how many records probably repeat an earlier pupil of the file; only with `unique` in the profile. */
  repeated: string | undefined;
  /** Drops what `prepare` made. */
  clean: string;
}

type Cells = ReturnType<typeof cellsOf>;

/** Our columns that say who wrote what; all others say how. */
const ofSeries: readonly string[] = [
  ...['school_id', 'year', 'procedure', 'subject', 'grade', 'session', 'written_in_grade'],
  ...carried,
];

const isFileColumn = (from: string): boolean => /^c\d+$/.test(from);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

interface Side {
  table: string;
  id: string;
  /** Column of `raw_groups` with the texts of this side. */
  joined: string;
  cells: Cells;
  /** Columns of ours that are there whether the file fills them or not. */
  always: readonly string[];
  /** Numbers of the profile's filters that are decided here. */
  filters: number[];
  columns: string[];
}

/** What one relation makes of its raw texts: our columns, the faults, and the reasons of filters. */
function understood(cells: Cells, filters: readonly number[], file: SourceFile, header: Header) {
  const { profile } = file;
  const reasons = filters.flatMap((i) => {
    const filter = profile.filters[i];
    if (!filter) return [];
    return [`CASE ${filterCases(fileColumn(header, filter.from), filter).join(' ')} END AS x_${i}`];
  });
  return {
    texts: [...reasons, ...cells.map(({ name, text }) => `${text} AS ${identifier(`t_${name}`)}`)],
    numbers: cells.flatMap(({ name, number }) => (number ? [`${number} AS ${identifier(`n_${name}`)}`] : [])),
    values: [
      ...filters.map((i) => `x_${i}`),
      ...cells.flatMap((cell) => [
        `${cell.value} AS ${identifier(cell.name)}`,
        `${cellFault(cell, profile)} AS ${identifier(`f_${cell.name}`)}`,
      ]),
    ],
  };
}

/** One table: each different text of a file column with everything that our columns and filters read from it. */
function meaning(column: string, sides: readonly Side[], file: SourceFile, header: Header): string {
  const cells = sides.flatMap((side) => side.cells.filter(({ from }) => from === column));
  const filters = sides.flatMap((side) =>
    side.filters.filter((i) => fileColumn(header, file.profile.filters[i]?.from ?? '') === column),
  );
  const { texts, numbers, values } = understood(cells, filters, file, header);
  const from = sides
    .filter((side) => side.columns.includes(column))
    .map((side) => `SELECT DISTINCT ${column} FROM ${side.table}_texts`);
  return `CREATE OR REPLACE TEMP TABLE meaning_${column} AS
    WITH spellings AS (${from.join(' UNION ')}),
    raw AS (SELECT ${column} AS spelling, nullif(${column}, '') AS ${column} FROM spellings),
    texts AS (SELECT ${['spelling', ...texts].join(', ')} FROM raw),
    numbers AS (SELECT ${['*', ...numbers].join(', ')} FROM texts)
    SELECT ${['spelling', ...values].join(', ')} FROM numbers ${subjectJoin(cells)}`;
}

/** Constants are understood once for the whole file. */
function constants(sides: readonly Side[], file: SourceFile, header: Header): string {
  const cells = sides.flatMap((side) => side.cells.filter(({ from }) => !isFileColumn(from)));
  const { texts, numbers, values } = understood(cells, [], file, header);
  return `CREATE OR REPLACE TEMP TABLE meaning_constants AS
    WITH texts AS (SELECT ${['1 AS one', ...texts].join(', ')}), numbers AS (SELECT ${['*', ...numbers].join(', ')} FROM texts)
    SELECT ${['one', ...values].join(', ')} FROM numbers ${subjectJoin(cells)}`;
}

/** Between the texts of several columns. No text holds it: files with NUL are refused. */
const between = 'chr(0)';

/** The raw texts of several columns as one. */
function joinedTexts(columns: readonly string[]): string {
  const [first, ...more] = columns;
  if (first === undefined) return "''";
  if (more.length === 0) return `coalesce(${first}, '')`;
  return `concat(${columns.join(`, ${between}, `)})`;
}

/** The different raw texts of one side, numbered and taken apart. */
function textsOf({ table, id, joined, columns }: Side): string {
  const parts = columns.map((column, i) =>
    columns.length === 1
      ? `, joined AS ${column}`
      : `, split_part(joined, ${between}, ${i + 1}) AS ${column}`,
  );
  return `CREATE OR REPLACE TEMP TABLE ${table}_texts AS
    SELECT CAST(row_number() OVER () AS INTEGER) AS ${id}, joined${parts.join('')}
    FROM (SELECT DISTINCT ${joined} AS joined FROM raw_groups)`;
}

/** The texts of one side understood. */
function side({ table, id, cells, always, filters, columns }: Side): string {
  const joins = columns.map((column) => `JOIN meaning_${column} ON meaning_${column}.spelling = t.${column}`);
  const reasons = filters.map((i) => `x_${i}`);
  const faults = cells.map(({ name }) => identifier(`f_${name}`));
  // The anchor is compared and never kept.
  const kept = cells.filter(({ value }) => value !== 'NULL').map(({ name }) => identifier(name));
  const absent = always.filter((name) => !cells.some((cell) => cell.name === name));
  const list = [
    id,
    ...kept,
    ...absent.map((name) => `CAST(NULL AS INTEGER) AS ${name}`),
    `coalesce(${[...faults, 'NULL'].join(', ')}) AS _fault`,
    `coalesce(${[...reasons, 'NULL'].join(', ')}) AS _excluded`,
  ];
  return `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${list.join(', ')}
    FROM ${table}_texts t ${joins.join(' ')} CROSS JOIN meaning_constants`;
}

const matched = ({ table, joined }: Side): string =>
  `JOIN ${table}_texts ON ${table}_texts.joined = g.${joined}`;

function sidesOf(file: SourceFile, header: Header): [Side, Side] {
  const cells = cellsOf(file, header);
  const make = (
    names: Pick<Side, 'table' | 'id' | 'joined'>,
    always: string[],
    own: Cells,
    filters: number[],
  ): Side => {
    const filtered = filters.map((i) => fileColumn(header, file.profile.filters[i]?.from ?? ''));
    const columns = unique([...own.map(({ from }) => from).filter(isFileColumn), ...filtered]);
    return { ...names, cells: own, always, filters, columns };
  };
  const series = cells.filter(({ name }) => ofSeries.includes(name));
  const values = cells.filter(({ name }) => !ofSeries.includes(name));
  return [
    make({ table: 'raw_series', id: 'raw', joined: 'who' }, ['written_in_grade'], series, []),
    make({ table: 'raw_values', id: 'value', joined: 'how' }, ['mark', 'score', 'journal_mark'], values, [
      ...file.profile.filters.keys(),
    ]),
  ];
}

/**
 * The one pass over the file. Pupils are compared by a hash of the columns that name them, of which no more is kept
 * than how often each occurs.
 */
function grouped(path: string, file: SourceFile, header: Header, sides: readonly Side[]): string {
  const texts = sides.map(({ columns, joined }) => `${joinedTexts(columns)} AS ${joined}`).join(', ');
  const rows = rawRows(path, header, file.profile);
  const names = file.profile.unique.map((name) => `trim(coalesce(${fileColumn(header, name)}, ''))`);
  const last = names.at(-1);
  if (last === undefined)
    return `CREATE OR REPLACE TEMP TABLE raw_groups AS SELECT ${texts}, count(*) AS pupils FROM ${rows} GROUP BY 1, 2`;
  return `CREATE OR REPLACE TEMP TABLE raw_all AS SELECT * FROM (
      SELECT who, how, _pupil, grouping(_pupil) AS _of_texts, count(*) AS pupils
      FROM (SELECT ${texts}, CASE WHEN ${last} <> '' THEN hash(${names.join(', ')}) END AS _pupil FROM ${rows})
      GROUP BY GROUPING SETS ((who, how), (_pupil)))
    WHERE _of_texts = 1 OR (pupils > 1 AND _pupil IS NOT NULL);
    CREATE OR REPLACE TEMP TABLE raw_groups AS SELECT who, how, pupils FROM raw_all WHERE _of_texts = 1`;
}

/** Plans the grouped reading of a file. */
export function groupedScan(path: string, file: SourceFile, header: Header): GroupedScan {
  const sides = sidesOf(file, header);
  const [series, values] = sides;
  const columns = unique([...series.columns, ...values.columns]);
  const compared = file.profile.unique.length > 0;
  const tables = [
    ...['raw_groups', ...(compared ? ['raw_all'] : []), 'raw_series', 'raw_series_texts'],
    ...['raw_values', 'raw_values_texts', 'meaning_constants'],
    ...columns.map((column) => `meaning_${column}`),
  ];
  return {
    prepare: [
      grouped(path, file, header, sides),
      ...sides.map(textsOf),
      ...columns.map((column) => meaning(column, sides, file, header)),
      constants(sides, file, header),
      ...sides.map(side),
    ],
    pairs: `SELECT raw, value, pupils FROM raw_groups g ${matched(series)} ${matched(values)}`,
    spellings: (column) => `SELECT ${column} AS spelling, pupils FROM raw_groups g ${matched(values)}`,
    names: carried.filter((name) => series.cells.some((cell) => cell.name === name)),
    repeated: compared
      ? 'SELECT coalesce(sum(pupils - 1), 0) AS n FROM raw_all WHERE _of_texts = 0'
      : undefined,
    clean: tables.map((table) => `DROP TABLE IF EXISTS ${table}`).join('; '),
  };
}
