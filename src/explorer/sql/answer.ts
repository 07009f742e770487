import type { Cell, Engine, Row } from '../../contract/engine.ts';
import { sqlName } from '../../query/literal.ts';
import { statements } from '../../query/statements.ts';
import { isQuestion } from './guard.ts';

/** A column of an answer. `type` is the engine's word for it: INTEGER, DECIMAL(9,3), VARCHAR … */
export interface AnswerColumn {
  name: string;
  type: string;
}

export interface Answer {
  columns: AnswerColumn[];
  /** By column, in the order of `columns`. */
  rows: Cell[][];
  /** True when the query has more rows than were taken. */
  cut: boolean;
}

/** More is taken neither onto the page nor into a file: an answer lies in memory several times over. */
const mostRows = 100_000;

/** Lines that stand before the reader's text in what the engine sees; `locate` takes them off again. */
export const linesAdded = 1;

const plain =
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|FLOAT|DOUBLE|VARCHAR|BOOLEAN|DATE|TIMESTAMP)$/;

export const isNumber = ({ type }: AnswerColumn): boolean =>
  /INT|DECIMAL|FLOAT|DOUBLE/.test(type) && plain.test(type);

/**
 * As a subquery nothing but a SELECT parses, whatever stands in it. The closing bracket has a line of its own: the
 * reader's text may end in a comment.
 */
const asSubquery = (text: string): string => `FROM (\n${text}\n) AS answer`;

async function describe(engine: Engine, from: string, signal?: AbortSignal): Promise<AnswerColumn[]> {
  const rows = await engine.query<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * ${from}`,
    [],
    signal,
  );
  return rows.map(({ column_name: name, column_type: type }) => ({ name, type }));
}

/** Lists, structures, intervals and the like are shown as text: the contract's cells know no such thing. */
const selected = ({ name, type }: AnswerColumn): string =>
  plain.test(type) ? sqlName(name) : `CAST(${sqlName(name)} AS VARCHAR) AS ${sqlName(name)}`;

const known = ({ name, type }: AnswerColumn): AnswerColumn => ({
  name,
  type: plain.test(type) ? type : 'VARCHAR',
});

const asLists = (columns: readonly AnswerColumn[], rows: readonly Row[]): Cell[][] =>
  rows.map((row) => columns.map(({ name }) => row[name] ?? null));

function typeOf(values: readonly Cell[]): string {
  const first = values.find((value) => value !== null);
  return typeof first === 'number' ? 'DOUBLE' : typeof first === 'boolean' ? 'BOOLEAN' : 'VARCHAR';
}

async function glance(engine: Engine, text: string, signal?: AbortSignal): Promise<Answer> {
  const rows = await engine.query<Row>(text, [], signal);
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => ({ name, type: typeOf(rows.map((row) => row[name] ?? null)) }));
  return { columns, rows: asLists(columns, rows), cut: false };
}

/**
 * The answer to a reader's own text, which `checkQuery` has let through.
 * @param most rows taken; one more is asked for, to tell whether there are more
 * @throws Error with the engine's words, for `locate`; `AbortError`
 */
export async function ask(
  engine: Engine,
  text: string,
  { signal, most = mostRows }: { signal?: AbortSignal; most?: number } = {},
): Promise<Answer> {
  if (!isQuestion(text)) return glance(engine, statements(text)[0] ?? '', signal);
  const from = asSubquery(text.replace(/[\s;]+$/, ''));
  const columns = await describe(engine, from, signal);
  const list = columns.map(selected).join(', ');
  const rows = await engine.query<Row>(`SELECT ${list} ${from} LIMIT ${most + 1}`, [], signal);
  const taken = columns.map(known);
  return { columns: taken, rows: asLists(taken, rows.slice(0, most)), cut: rows.length > most };
}
