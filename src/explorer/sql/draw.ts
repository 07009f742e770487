import { type ResultKind, type ResultPoint, resultKinds } from '../../charts/result-kinds.ts';
import { type Answer, type AnswerColumn, isNumber } from './answer.ts';

/** Which columns are drawn, and how. Empty names: not chosen. */
export interface Drawing {
  kind: ResultKind;
  x: string;
  y: string;
  series: string;
}

const isYear = ({ name }: AnswerColumn): boolean => /year|год/i.test(name);
const isTotal = ({ name }: AnswerColumn): boolean =>
  /share|rate|percent|value|mean|доля|процент|среднее/i.test(name);

/** A first guess that is right for most answers: years make a line, two numbers dots, a name and a number bars. */
export function suggest({ columns }: Answer): Drawing | null {
  const numbers = columns.filter((column) => isNumber(column) && !isYear(column));
  const y = numbers.find(isTotal) ?? numbers[0];
  if (!y) return null;
  const year = columns.find(isYear);
  const names = columns.filter((column) => !isNumber(column));
  if (year) return { kind: 'line', x: year.name, y: y.name, series: names[0]?.name ?? '' };
  const [name] = names;
  const other = numbers.find((column) => column !== y);
  if (name) return { kind: 'bars', x: name.name, y: y.name, series: '' };
  return other ? { kind: 'dots', x: other.name, y: y.name, series: '' } : null;
}

/** The points of a drawing. Rows without a number are left out. */
export function pointsOf({ columns, rows }: Answer, { x, y, series }: Drawing): ResultPoint[] {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [ix, iy, is] = [at(x), at(y), at(series)];
  return rows.flatMap((row) => {
    const [px, py] = [row[ix], row[iy]];
    if (typeof py !== 'number' || !Number.isFinite(py) || px === null || px === undefined) return [];
    const name = typeof px === 'boolean' ? String(px) : px;
    return [{ x: name, y: py, series: is < 0 ? '' : String(row[is] ?? '') }];
  });
}

export const isKind = (text: string): text is ResultKind => (resultKinds as readonly string[]).includes(text);
