import { countOf, ratePoint } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language, Protection } from '../contract/vocabulary.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { privacyMessages } from '../i18n/pages-privacy.ts';
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
  protection: Protection;
}

export interface ResultsTable {
  lines: TableLine[];
  /** True where the publisher gives marks. */
  marks: boolean;
  /** True where the work is written in more than one grade. */
  grades: boolean;
  /** The first number that is a range, which then needs a word of help. */
  range: string | null;
  /** The first range of every kind of protection that the shown lines have, and the years of all its ranges. */
  ranges: { text: string; protection: Protection; years: string[] }[];
}

const names = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];

function reasonOf(row: ResultRow, lang: Language): string | null {
  const { protections, unknown } = messages(lang).results;
  const minimum = methodology().protection.min_participants;
  if (row.protection === 'suppressed') return protections.suppressed;
  if (row.protection === 'remembered') return protections.remembered;
  if (row.protection === 'widened' || row.protection === 'corrected') return protections[row.protection];
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
    protection: row.protection,
  };
}

const blank = {
  participants: '',
  below: '',
  share: '',
  interval: '',
  marks: [],
  protection: 'none' as const,
};

/** The first count of every kind of protection that is written as a range among the shown lines, and when there are some. */
function firstRanges(lines: readonly TableLine[]): ResultsTable['ranges'] {
  const found = new Map<Protection, { text: string; years: Set<string> }>();
  for (const { year, reason, below, marks, participants, protection } of lines) {
    const text = [below, ...marks, participants].find((count) => count.includes('–'));
    if (reason !== null || text === undefined) continue;
    const known = found.get(protection);
    if (known) known.years.add(year);
    else found.set(protection, { text, years: new Set([year]) });
  }
  return [...found].map(([protection, { text, years }]) => ({ text, protection, years: [...years].sort() }));
}

/** Whether a number is a range because of an earlier release: few rows of a table are. */
export const isHeld = (protection: Protection): boolean =>
  protection === 'remembered' || protection === 'corrected';

/**
 * Why a number is written as a range.
 * @param years in which there are such numbers, where not all ranges of a table have one reason
 */
export function rangeHelp(
  range: string,
  lang: Language,
  protection: Protection = 'few-failing',
  years: readonly string[] = [],
): string {
  const { hiddenHelp, roundedHelp } = messages(lang).results;
  if (manifest().preset === 'rounded') return roundedHelp(range);
  const quoted = lang === 'ru' ? `«${range}»` : `“${range}”`;
  const said = years.length > 0 ? `${quoted} (${years.join(', ')})` : quoted;
  return privacyMessages(lang).ranges[protection]?.(said) ?? hiddenHelp(range);
}

const made: Readonly<Record<Language, WeakMap<Work, ResultsTable>>> = {
  ru: new WeakMap(),
  en: new WeakMap(),
};

/**
 * The results of one procedure and subject as a table, by grade and year; every year without a result has its reason.
 * A page asks twice; a work belongs to one school or area, and so to one life.
 */
export function resultsTable(work: Work, lang: Language, life: Life = {}): ResultsTable {
  const known = made[lang].get(work);
  if (known) return known;
  const table = makeTable(work, lang, life);
  made[lang].set(work, table);
  return table;
}

function makeTable(work: Work, lang: Language, life: Life): ResultsTable {
  const rows = work.rows;
  const missing = missingLines(work, life, lang).map((one) => ({ ...blank, ...one }));
  const lines = [...rows.map((row) => line(row, lang)), ...missing];
  const ranges = firstRanges(lines);
  return {
    lines: lines.sort((a, b) => a.grade - b.grade || a.year.localeCompare(b.year)),
    marks: rows.some((row) => countOf(row, 'mark_2')),
    grades: work.procedure === 'vpr',
    range: ranges[0]?.text ?? null,
    ranges,
  };
}
