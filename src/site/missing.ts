import { calendar, gradesOf } from '../charts/points.ts';
import type { Language, Procedure } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';
import type { Life } from './life.ts';
import { comparability } from './reference.ts';
import { region } from './release.ts';
import type { Work } from './works.ts';

/** A year, or a run of years, without a result. */
export interface MissingLine {
  grade: number;
  year: string;
  reason: string;
}

interface Sitting {
  procedure: Procedure;
  subject: string;
  grade: number;
  year: number;
}

const key = ({ procedure, subject, grade, year }: Sitting) => `${procedure}|${subject}|${grade}|${year}`;

let known: { sittings: Set<string>; years: Map<Procedure, number[]> } | undefined;

/** What was sat anywhere in the region, and the calendar of each procedure. */
function sat() {
  if (known) return known;
  const rows = region().results;
  const years = new Map<Procedure, number[]>();
  for (const { procedure } of rows)
    if (!years.has(procedure))
      years.set(procedure, calendar(rows.filter((row) => row.procedure === procedure)));
  known = { sittings: new Set(rows.map(key)), years };
  return known;
}

function reason(sitting: Sitting, life: Life, lang: Language): string {
  const { missing } = messages(lang).results;
  const session = comparability().find(
    ({ procedure, year }) => procedure === sitting.procedure && year === sitting.year,
  );
  if (session && !session.held) return missing.notHeld;
  const month = `${sitting.year}-${session?.session === 'autumn' ? '10' : '05'}`;
  if (life.closed && life.closed.slice(0, 7) < month) return missing.closed;
  if (life.opened && life.opened.slice(0, 7) > month) return missing.notOpen;
  return sat().sittings.has(key(sitting)) ? missing.noData : missing.nowhere;
}

/** One grade's years without a row, those that follow each other for one reason as a run: `2021–2025`. */
function ofGrade(work: Work, grade: number, life: Life, lang: Language): MissingLine[] {
  const { procedure, subject, rows } = work;
  const present = new Set(rows.filter((row) => row.grade === grade).map((row) => row.year));
  const found: { first: number; last: number; reason: string }[] = [];
  for (const year of sat().years.get(procedure) ?? []) {
    if (present.has(year)) continue;
    const why = reason({ procedure, subject, grade, year }, life, lang);
    const run = found.at(-1);
    if (run && run.last === year - 1 && run.reason === why) run.last = year;
    else found.push({ first: year, last: year, reason: why });
  }
  return found.map(({ first, last, reason: why }) => ({
    grade,
    year: first === last ? String(first) : `${first}–${last}`,
    reason: why,
  }));
}

/** The years of the procedure in which the work has no row, by grade, each with the reason. */
export const missingLines = (work: Work, life: Life, lang: Language): MissingLine[] =>
  gradesOf(work.rows).flatMap((grade) => ofGrade(work, grade, life, lang));
