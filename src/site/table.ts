import { countOf, ratePoint } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { comparability, methodology } from './reference.ts';
import type { Work } from './works.ts';

/** One line of a table of results; `reason` stands in place of the figures that are not shown. */
export interface TableLine {
  year: string;
  grade: number;
  participants: string;
  below: string;
  share: string;
  interval: string;
  marks: string[];
  reason: string | null;
}

export interface ResultsTable {
  lines: TableLine[];
  /** True where the publisher gives marks. */
  marks: boolean;
  /** True where the work is written in more than one grade. */
  grades: boolean;
  /** True where some number is a range, which then needs a word of help. */
  ranges: boolean;
}

const names = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];

function reasonOf(row: ResultRow, lang: Language): string | null {
  const { protections, unknown } = messages(lang).results;
  const minimum = methodology().protection.min_participants;
  if (row.protection === 'suppressed') return protections.suppressed;
  if (row.participants_low < minimum) return protections['few-participants'](minimum);
  return countOf(row, 'below_threshold') ? null : unknown;
}

function line(row: ResultRow, lang: Language): TableLine {
  const point = ratePoint(row, methodology().protection.min_participants);
  const written = (name: string) => {
    const count = countOf(row, name);
    return count ? countText(lang, count) : '';
  };
  const digits = percentDigits(row.participants_low);
  const autumn = row.session === 'autumn' ? `, ${messages(lang).results.sessions.autumn}` : '';
  return {
    year: `${row.year}${autumn}`,
    grade: row.grade,
    participants: written('participants'),
    below: written('below_threshold'),
    share: point ? percentRange(lang, point.share, digits) : '',
    interval: point ? percentRange(lang, point.interval, digits) : '',
    marks: names.map(written),
    reason: point ? null : reasonOf(row, lang),
  };
}

/** Lines for the years in which the procedure was not held, so that a gap is explained where it shows. */
function notHeld({ procedure, rows }: Work, lang: Language): TableLine[] {
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const blank = {
    grade: rows[0]?.grade ?? 0,
    participants: '',
    below: '',
    share: '',
    interval: '',
    marks: [],
  };
  return comparability()
    .filter((row) => row.procedure === procedure && !row.held && row.year > first && row.year < last)
    .map((row) => ({ ...blank, year: String(row.year), reason: messages(lang).results.notHeld }));
}

/** The results of one procedure and subject as a table, by grade and year. */
export function resultsTable(work: Work, lang: Language): ResultsTable {
  const rows = work.rows;
  const lines = [...rows.map((row) => line(row, lang)), ...notHeld(work, lang)];
  return {
    lines: lines.sort((a, b) => a.grade - b.grade || a.year.localeCompare(b.year)),
    marks: rows.some((row) => countOf(row, 'mark_2')),
    grades: work.procedure === 'vpr',
    ranges: rows.some((row) => {
      const below = countOf(row, 'below_threshold');
      return below !== null && below.low !== below.high;
    }),
  };
}
