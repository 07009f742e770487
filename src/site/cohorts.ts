import type { SchoolStatus } from '../contract/status.ts';
import type { Language } from '../contract/vocabulary.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { signed } from '../i18n/pages-changes.ts';
import { schoolPartsMessages } from '../i18n/pages-school-parts.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { methodology } from './reference.ts';

type Row = SchoolStatus['cohorts'][number];

/** One year group in two years, as it is written. */
export interface CohortLine {
  path: string;
  before: string;
  after: string;
  change: string;
  relative: string;
  few: boolean;
  /** False for year groups whose second year is not the last one of the table. */
  latest: boolean;
}

const count = (low: number | null | undefined, high: number | null | undefined): Interval => ({
  low: low ?? 0,
  high: high ?? 0,
});

function cell(below: Interval, of: Interval, lang: Language): string {
  const share = rate(below, of);
  const { cohort } = schoolPartsMessages(lang);
  return share
    ? cohort.cell(
        countText(lang, below),
        countText(lang, of),
        percentRange(lang, share, percentDigits(of.low)),
      )
    : '';
}

function changeText(low: number | null | undefined, high: number | null | undefined, lang: Language): string {
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  const [from, to] = [signed(lang, low), signed(lang, high)];
  return from === to ? from : `${from} … ${to}`;
}

function line(row: Row, last: Row | undefined, lang: Language): CohortLine {
  const before = count(row.participants_before_low, row.participants_before_high);
  const now = count(row.participants_low, row.participants_high);
  const { cohort } = schoolPartsMessages(lang);
  return {
    path: cohort.path(row.grade_before ?? 0, row.year_before ?? 0, row.grade ?? 0, row.year ?? 0),
    before: cell(count(row.below_threshold_before_low, row.below_threshold_before_high), before, lang),
    after: cell(count(row.below_threshold_low, row.below_threshold_high), now, lang),
    change: changeText(row.formal_low, row.formal_high, lang),
    relative: changeText(row.relative_low, row.relative_high, lang),
    few: Math.min(before.low, now.low) < methodology().dynamics.few_participants,
    latest: row.year === last?.year,
  };
}

/** The year groups of each required subject, the last ones first. */
export function cohortLines(status: SchoolStatus | undefined, lang: Language) {
  const rows = status?.cohorts ?? [];
  return methodology().identification.subjects.flatMap((subject) => {
    const own = rows
      .filter((row) => row.subject === subject && row.procedure === 'vpr')
      .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.grade ?? 0) - (b.grade ?? 0));
    return own.length > 0 ? [{ subject, lines: own.map((row) => line(row, own[0], lang)) }] : [];
  });
}
