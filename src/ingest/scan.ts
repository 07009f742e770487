import type { Column } from '../contract/column.ts';
import type { Engine } from '../contract/engine.ts';
import { carried, columnsOf, type Profile, profileTables } from '../contract/profile.ts';
import { anchorCell } from './anchor.ts';
import { type Cell, cell, cleaned } from './cells.ts';
import type { Header } from './header.ts';
import { normaliseHeader } from './header.ts';
import { wholeCounts } from './percent.ts';
import type { SourceFile } from './source.ts';
import { identifier, literal, literals } from './sql.ts';

const percentColumn: Column = { type: 'decimal', sql: 'DOUBLE', min: 0, max: 100.5, nullable: true };
const carriedColumn: Column = { type: 'text', sql: 'VARCHAR', nullable: true };

/** Columns that may stay empty in a file because a later step fills them. */
const filledLater = new Set([
  ...['suppressed', 'source_id', 'region_id', 'dimension'],
  // Of road maps: read from the wording of the period.
  ...['position', 'recurrence', 'period_basis'],
]);

const columnSpec = (profile: Profile, name: string): Column => {
  if (profile.columns[name]?.percent) return percentColumn;
  const table: Record<string, Column> = profileTables[profile.table].columns;
  return table[name] ?? carriedColumn;
};

/** Bytes of the longest line that is read. */
export const longestLine = 16_000_000;

/** `read_csv` over a UTF-8 file: every column text, named `c0` …; malformed records go to `reject_errors`. */
export function rawRows(path: string, header: Header, profile: Profile): string {
  const columns = header.names.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${header.firstLine - 1},
    delim = ${literal(profile.delimiter)}, quote = '"', escape = '"', columns = {${columns}},
    max_line_size = ${longestLine}, buffer_size = ${2 * longestLine},
    store_rejects = true, rejects_limit = 0, rejects_table = 'malformed', rejects_scan = 'malformed_scans')`;
}

/**
 * How many columns have no name, and so are not read. One at the end without a value in any row is no column: every
 * line of the file ends with a delimiter.
 */
export async function unnamedColumns(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<number> {
  const unnamed = header.names.filter((name) => name.trim() === '').length;
  const last = header.names.length - 1;
  if (unnamed !== 1 || header.names[last]?.trim() !== '') return unnamed;
  const [found] = await engine.query<{ n: number }>(
    `SELECT count(*) AS n FROM ${rawRows(path, header, file.profile)} WHERE ${cleaned(`c${last}`)} <> ''`,
  );
  await engine.run('DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans');
  return found && found.n > 0 ? 1 : 0;
}

export const fileColumn = (header: Header, name: string): string => `c${header.index(name)}`;

function unpivoted(raw: string, header: Header, profile: Profile, numbered: boolean): string {
  const row = numbered ? 'row_number() OVER ()' : 'CAST(NULL AS BIGINT)';
  if (!profile.unpivot) return `SELECT *, ${row} AS _row FROM ${raw}`;
  const extra = [...new Set(Object.values(profile.unpivot.columns).flatMap(Object.keys))];
  const structs = Object.entries(profile.unpivot.columns).map(([from, values]) => {
    const fields = extra.map((name) => `u_${name} := ${literal(String(values[name] ?? ''))}`);
    return `struct_pack(u_value := ${fileColumn(header, from)}, ${fields.join(', ')})`;
  });
  return `SELECT r.* EXCLUDE (cells), cells.* FROM (
    SELECT *, unnest([${structs.join(', ')}]) AS cells FROM (SELECT *, ${row} AS _row FROM ${raw})) r`;
}

/** Where each of our columns comes from: a file column, a cell of the unpivoted block, or a constant. */
function sources(file: SourceFile, header: Header): Map<string, string> {
  const { profile, input } = file;
  const from = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...profile.constants, ...input.constants })) {
    from.set(name, literal(String(value)));
  }
  if (profile.unpivot) {
    for (const values of Object.values(profile.unpivot.columns)) {
      for (const name of Object.keys(values)) from.set(name, `u_${name}`);
    }
    from.set(profile.unpivot.into, 'u_value');
  }
  for (const [name, rule] of Object.entries(profile.columns)) from.set(name, fileColumn(header, rule.from));
  return from;
}

/** The conditions of one filter over its file column, as branches of a CASE that gives the reason. */
export function filterCases(column: string, { drop, keep, reason }: Profile['filters'][number]): string[] {
  const text = `coalesce(${cleaned(column)}, '')`;
  return [
    ...(drop ? [`WHEN ${text} IN (${literals(drop)}) THEN ${literal(reason)}`] : []),
    ...(keep ? [`WHEN ${text} NOT IN (${literals(keep)}) THEN ${literal(reason)}`] : []),
  ];
}

function excludedBy(header: Header, profile: Profile, cells: Cell[]): string {
  const cases = profile.filters.flatMap((filter) => filterCases(fileColumn(header, filter.from), filter));
  if (profile.unpivot)
    cases.push(`WHEN trim(coalesce(u_value, '')) IN (${literals(profile.missing)}) THEN 'empty-cell'`);
  // Without the number of participants a withheld row says nothing at all.
  const participants = cells.find(({ name }) => name === 'participants')?.withheld ?? 'false';
  if (participants !== 'false') cases.push(`WHEN ${participants} THEN 'withheld'`);
  return cases.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${cases.join(' ')} END`;
}

const isRequired = (profile: Profile, name: string): boolean =>
  !columnSpec(profile, name).nullable && !filledLater.has(name);

/** `code|column` of what is wrong with a cell, or NULL. */
export function cellFault({ name, fault }: Cell, profile: Profile): string {
  const absent = isRequired(profile, name)
    ? `CASE WHEN ${identifier(`t_${name}`)} IS NULL THEN 'missing-value' END`
    : 'NULL';
  return `CAST(coalesce(${fault}, ${absent}) || '|${name}' AS VARCHAR)`;
}

/** Our columns of a file as cells, each with the SQL of its raw text: a file column, a cell of a block, a constant. */
export function cellsOf(file: SourceFile, header: Header): (Cell & { from: string })[] {
  const { profile } = file;
  const from = sources(file, header);
  const own = coverage(file, header).present.map((name) => {
    const raw = from.get(name) ?? 'NULL';
    return { from: raw, ...cell(name, columnSpec(profile, name), raw, ruleOf(profile, name), profile) };
  });
  return profile.anchor ? [anchorCell(profile.anchor, fileColumn(header, profile.anchor.from)), ...own] : own;
}

/** Joins the subjects' names where a column of that name is among the cells. */
export const subjectJoin = (cells: readonly Cell[]): string =>
  cells.some(({ name }) => name === 'subject')
    ? 'LEFT JOIN ref_subject_names ON subject_name = lower(t_subject)'
    : '';

/** Our columns in a file, in the order of the contract, and the required ones that nothing fills. */
export function coverage(file: SourceFile, header: Header): { present: string[]; absent: string[] } {
  const from = sources(file, header);
  const names = columnsOf(file.profile.table);
  return {
    present: names.filter((name) => from.has(name)),
    absent: names.filter(
      (name) =>
        !from.has(name) &&
        !carriedOnly(name) &&
        isRequired(file.profile, name) &&
        // Marks are made of scores later.
        !(name === 'mark' && from.has('score')),
    ),
  };
}

const carriedOnly = (name: string): boolean => (carried as readonly string[]).includes(name);

/**
 * One SELECT over a file: `_row` (number of the record), `_excluded` (reason or NULL), `_fault` (`code|column` or
 * NULL), `suppressed`, and our columns, typed. Nothing is dropped here: every record of the file is one row, or one
 * per cell of an unpivoted block.
 * @param numbered false leaves `_row` empty, which lets the engine read with every core
 */
export function typedRows(path: string, file: SourceFile, header: Header, numbered = true): string {
  const { profile } = file;
  const cells = cellsOf(file, header);
  const texts = cells.map(({ name, text }) => `${text} AS ${identifier(`t_${name}`)}`);
  const numbers = cells.flatMap(({ name, number }) =>
    number ? [`${number} AS ${identifier(`n_${name}`)}`] : [],
  );
  const withheld = cells.map((each) => each.withheld).filter((sql) => sql !== 'false');
  const suppressed = withheld.length === 0 ? 'false' : withheld.join(' OR ');
  const values = cells.map(({ name, value }) => `${value} AS ${identifier(name)}`);
  const faults = cells.map((each) => cellFault(each, profile)).join(',\n    ');
  const percents = cells.map(({ name }) => name).filter((name) => profile.columns[name]?.percent);
  return `WITH raw AS (${unpivoted(rawRows(path, header, profile), header, profile, numbered)}),
  texts AS (SELECT _row, ${excludedBy(header, profile, cells)} AS _excluded, ${suppressed} AS suppressed, ${texts.join(', ')} FROM raw),
  numbers AS (SELECT *${numbers.map((sql) => `, ${sql}`).join('')} FROM texts),
  typed AS (SELECT _row, _excluded, suppressed, CASE WHEN _excluded IS NULL THEN coalesce(${faults}, NULL) END AS _fault,
    ${values.join(',\n    ')} FROM numbers ${subjectJoin(cells)})
  SELECT ${percents.length === 0 ? '*' : wholeCounts(percents)} FROM typed`;
}

function ruleOf(profile: Profile, name: string) {
  if (profile.unpivot?.into === name) return profile.columns[name] ?? { from: normaliseHeader(name) };
  return profile.columns[name];
}
