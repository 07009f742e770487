import { percentDigits } from '../i18n/formats.ts';
import { contexts, parts } from './dynamics-marks.ts';
import { type ChartLanguage, chartMessages, countText, gradesText, percent, percentRange } from './every.ts';
import type { LegendItem } from './legend.ts';
import { ink } from './options.ts';
import { gradesOf, isRange, type RatePoint } from './points.ts';

/** One line of the chart with its points. */
export interface NamedPoints {
  label: string;
  points: readonly RatePoint[];
}

/** An interval narrower than this hides behind its point. */
const visible = 0.03;

/** What the chart has and nothing else. */
export function dynamicsLegend(
  own: NamedPoints,
  others: readonly NamedPoints[],
  threshold: number,
  lang: ChartLanguage,
): LegendItem[] {
  const words = chartMessages(lang);
  const items: LegendItem[] = [];
  const { points } = own;
  if (points.some((point) => !isRange(point)))
    items.push({ text: own.label, sign: 'dot', colour: ink.strong });
  else if (points.length > 0) items.push({ text: own.label, sign: 'range', colour: ink.strong });
  for (const [index, { label, points: wider }] of others.entries()) {
    const { dash, symbol } = contexts[index] ?? contexts[2];
    const { lines, alone } = parts(wider);
    const look = { ...(lines ? { dash } : {}), ...(alone ? { symbol } : {}) };
    if (lines || alone)
      items.push({ text: label, sign: lines ? 'line' : 'symbol', colour: ink.context, ...look });
  }
  if (points.some(({ interval }) => interval.high - interval.low > visible))
    items.push({ text: words.interval, sign: 'bar', colour: ink.strong });
  if (points.some((point) => point.session === 'autumn' && !isRange(point)))
    items.push({ text: words.autumn, sign: 'ring', colour: ink.strong });
  const ranges = [own, ...others].find((one) => one.points.some(isRange));
  if (ranges)
    items.push({ text: words.range, sign: 'range', colour: ranges === own ? ink.strong : ink.context });
  items.push({ text: words.threshold(percent(lang, threshold)), sign: 'limit', colour: ink.text });
  return items;
}

/** The first and the last year of a grade in words; what lies between is in the table. */
function ends(points: readonly RatePoint[], lang: ChartLanguage): string {
  const words = chartMessages(lang);
  const [first, last] = [points[0], points.at(-1)];
  const shareOf = ({ share, participants }: RatePoint) =>
    percentRange(lang, share, percentDigits(participants.low));
  return [...new Set([first, last])]
    .filter((point) => point !== undefined)
    .map((point) => {
      const of = words.of(countText(lang, point.below), countText(lang, point.participants));
      return words.point(point.year, shareOf(point), of);
    })
    .join('; ');
}

/** The text alternative: what a listener needs of the first series. A page has all its numbers in the table beside. */
export function dynamicsInWords({ label, points }: NamedPoints, lang: ChartLanguage): string {
  const words = chartMessages(lang);
  const grades = gradesOf(points);
  const own = grades.map((grade) => points.filter((point) => point.grade === grade));
  const parts = own.map(
    (some, at) => `${grades.length > 1 ? `${gradesText(lang, [grades[at] ?? 0])}: ` : ''}${ends(some, lang)}`,
  );
  const told = parts.length > 0 ? parts.join('. ') : words.noData;
  const rest = own.some((some) => some.length > 2) ? ` ${words.rest}` : '';
  return `${words.dynamicsTitle}, ${label}. ${told}.${rest}`;
}
