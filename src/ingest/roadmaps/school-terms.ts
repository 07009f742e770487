import { type Days, shifted, yearIn } from './moments.ts';

/** The usual calendar of a school with four terms, as MM-DD; data/reference/school-calendar.json. */
export interface SchoolCalendar {
  terms: readonly { starts: string; ends: string }[];
  school_year: { starts: string; ends: string };
}

const ordinals: Readonly<Record<string, number>> = { перв: 1, втор: 2, трет: 3, четверт: 4 };
const numerals: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** Number of a term in words, digits or Roman numerals: `четвертой`, `4-й`, `iv`. */
export function termNumber(word: string): number | null {
  const roman = numerals[word];
  if (roman) return roman;
  const digit = /^([1-4])(-?(я|й|ой|ую))?$/.exec(word)?.[1];
  if (digit) return Number(digit);
  const stem = Object.keys(ordinals).find((start) => word.startsWith(start));
  return stem === undefined ? null : (ordinals[stem] ?? null);
}

/** A term in a calendar year. */
export function termDays({ terms }: SchoolCalendar, number: number, year: number): Days | null {
  const term = terms[number - 1];
  return term ? { from: `${year}-${term.starts}`, to: `${year}-${term.ends}` } : null;
}

/** Last days of the terms that end inside a stretch of time, in order. */
export function termEnds({ terms }: SchoolCalendar, { from, to }: Days): string[] {
  const years = Array.from({ length: yearIn(to) - yearIn(from) + 1 }, (_, i) => yearIn(from) + i);
  return years
    .flatMap((year) => terms.map(({ ends }) => `${year}-${ends}`))
    .filter((day) => day >= from && day <= to)
    .sort();
}

/** A school year from the calendar year it starts in. */
export function schoolYear({ school_year: { starts, ends } }: SchoolCalendar, first: number): Days {
  return { from: `${first}-${starts}`, to: `${first + 1}-${ends}` };
}

/** The day before a term starts. */
export const dayBefore = ({ from }: Days): string => shifted(from, -1);
