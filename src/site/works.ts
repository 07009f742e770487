import type { ResultRow } from '../contract/public.ts';
import type { Procedure } from '../contract/vocabulary.ts';
import type { Whose } from './ahead.ts';
import { methodology, subjectOrder } from './reference.ts';

/** Whose rows these are. @throws RangeError where there is none */
export function whoseRows([row]: readonly ResultRow[]): Whose {
  if (!row) throw new RangeError('no rows');
  return { level: row.level, id: row.entity_id };
}

/** All results of one procedure and subject, of one school, municipality or region. */
export interface Work {
  procedure: Procedure;
  subject: string;
  rows: ResultRow[];
}

/** A line of a table beside a chart: what it is of, and its cells or why there are none. */
export interface WorkLine {
  name: string;
  cells: string[] | null;
  reason?: string;
}

const procedureOrder: readonly Procedure[] = ['vpr', 'oge', 'ege'];

const byTime = (a: ResultRow, b: ResultRow): number =>
  a.year - b.year || a.session.localeCompare(b.session) || a.grade - b.grade;

/** Many parts of a page ask for the same rows, in both languages. */
const grouped = new WeakMap<readonly ResultRow[], readonly Work[]>();

/** Rows grouped by procedure and subject, in the order pages show them. */
export function works(rows: readonly ResultRow[]): readonly Work[] {
  const known = grouped.get(rows) ?? groupWorks(rows);
  grouped.set(rows, known);
  return known;
}

function groupWorks(rows: readonly ResultRow[]): Work[] {
  const groups = new Map<string, Work>();
  for (const row of rows) {
    const key = `${row.procedure}|${row.subject}`;
    const known = groups.get(key);
    if (known) known.rows.push(row);
    else groups.set(key, { procedure: row.procedure, subject: row.subject, rows: [row] });
  }
  const order = subjectOrder();
  const rank = (subject: string) => (order.indexOf(subject) + 1 || order.length + 1) - 1;
  for (const { rows: own } of groups.values()) own.sort(byTime);
  return [...groups.values()].sort(
    (a, b) =>
      procedureOrder.indexOf(a.procedure) - procedureOrder.indexOf(b.procedure) ||
      rank(a.subject) - rank(b.subject) ||
      a.subject.localeCompare(b.subject),
  );
}

/** The subjects that everybody takes; they get charts, the others tables. */
export const isRequired = ({ subject }: Work): boolean =>
  methodology().identification.subjects.includes(subject);

/** The rows of the same procedure and subject in another list. */
export const sameWork = (rows: readonly ResultRow[], { procedure, subject }: Work): ResultRow[] =>
  works(rows).find((work) => work.procedure === procedure && work.subject === subject)?.rows ?? [];
