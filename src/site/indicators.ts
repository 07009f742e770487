import { readFileSync } from 'node:fs';
import { markup } from '../charts/finish.ts';
import {
  type IndicatorYearsInput,
  indicatorYears,
  spark,
  valueText,
  type YearValue,
} from '../charts/indicator-years.ts';
import { type Language, languages } from '../contract/vocabulary.ts';
import { countText } from '../i18n/formats.ts';
import { lowerName } from '../i18n/pages-clusters.ts';
import { dimensionText, indicatorMessages } from '../i18n/pages-indicators.ts';
import type { Interval } from '../stats/wilson.ts';
import { document } from './document.ts';
import { type Entry, headline, type Line } from './indicator-lines.ts';
import { subjectOrder, subjectWords } from './reference.ts';

const subjectName = (lang: Language) => (id: string) =>
  subjectOrder().includes(id) ? lowerName(subjectWords(id), lang) : null;

/** A dimension in words. */
export const nameOf = (dimension: string, lang: Language): string =>
  dimensionText(dimension, lang, subjectName(lang));

/** Decimals of a percentage: one where so many were counted that it means something. */
function digitsOf({ value, denominator }: Line): number {
  const of = denominator?.low ?? 0;
  return of >= 1000 || (of >= 200 && (value?.high ?? 1) < 0.1) ? 1 : 0;
}

/** Every year between the first and the last, so that a year without a value leaves a gap. */
function yearsOf(lines: readonly Line[], dimension: string): YearValue[] {
  const own = lines.filter((one) => one.dimension === dimension);
  const years = own.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const found = own.find(({ year }) => year === first + index);
    return {
      year: first + index,
      value: found?.value ?? null,
      ...(found ? { digits: digitsOf(found) } : {}),
    };
  });
}

function input(entry: Entry, lines: readonly Line[], dimension: string, lang: Language): IndicatorYearsInput {
  const drawn = headline(lines);
  const own = lines.filter((one) => drawn.includes(one.dimension));
  const shared = entry.unit === 'share' ? Math.max(0, ...own.map(({ value }) => value?.high ?? 0)) : 0;
  return {
    name: dimension === '' ? entry.name[lang] : `${entry.name[lang]}, ${nameOf(dimension, lang)}`,
    unit: entry.unit,
    values: yearsOf(lines, dimension),
    top: shared,
  };
}

/** The bars of a dimension by year; the charts of one indicator share their scale. */
export const yearsFigure = (
  entry: Entry,
  lines: readonly Line[],
  dimension: string,
  lang: Language,
): string => markup(indicatorYears(input(entry, lines, dimension, lang), { document, width: 340, lang }));

/** The small bars of a dimension. */
export const sparkFigure = (
  entry: Entry,
  lines: readonly Line[],
  dimension: string,
  lang: Language,
): string => markup(spark(input(entry, lines, dimension, lang), { document, width: 96, lang }));

/** A line as it is written; the reason where there is no value. */
export function lineText(line: Line, unit: Entry['unit'], lang: Language) {
  const words = indicatorMessages(lang);
  const { value, reason, numerator, denominator, uncounted } = line;
  const written = (count: Interval | null) => (count ? countText(lang, count) : '');
  return {
    value: value ? valueText(lang, unit, value, digitsOf(line)) : null,
    reason: words.reasons[reason ?? 'no-data'] ?? words.noValue,
    numerator: written(numerator),
    denominator: written(denominator),
    uncounted: uncounted === null ? '' : String(uncounted),
  };
}

/** The very SQL of an indicator. */
export const sqlOf = ({ sql }: Entry): string => readFileSync(`src/indicators/${sql}.sql`, 'utf8');

/** The static paths of the pages of indicators. */
export const indicatorPaths = (entries: readonly Entry[]) =>
  entries.flatMap(({ id }) =>
    languages.map((lang) => ({ params: { id, lang: lang === 'ru' ? undefined : lang } })),
  );
