import { countOf, ratePoint } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import type { Life } from './life.ts';
import { missingLines } from './missing.ts';
import { methodology } from './reference.ts';
import { manifest } from './release.ts';
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
  /** The first number that is a range, which then needs a word of help. */
  range: string | null;
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

const blank = { participants: '', below: '', share: '', interval: '', marks: [] };

/** The first count among the shown lines that is written as a range. */
const firstRange = (lines: readonly TableLine[]): string | null =>
  lines
    .filter(({ reason }) => reason === null)
    .flatMap(({ below, marks, participants }) => [below, ...marks, participants])
    .find((text) => text.includes('–')) ?? null;

/** Why a number is written as a range. */
export function rangeHelp(range: string, lang: Language): string {
  const { hiddenHelp, roundedHelp } = messages(lang).results;
  return manifest().preset === 'rounded' ? roundedHelp(range) : hiddenHelp(range);
}

/** The results of one procedure and subject as a table, by grade and year; every year without a result has its reason. */
export function resultsTable(work: Work, lang: Language, life: Life = {}): ResultsTable {
  const rows = work.rows;
  const missing = missingLines(work, life, lang).map((one) => ({ ...blank, ...one }));
  const lines = [...rows.map((row) => line(row, lang)), ...missing];
  return {
    lines: lines.sort((a, b) => a.grade - b.grade || a.year.localeCompare(b.year)),
    marks: rows.some((row) => countOf(row, 'mark_2')),
    grades: work.procedure === 'vpr',
    range: firstRange(lines),
  };
}
