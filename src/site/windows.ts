import { compact } from '../charts/compact.ts';
import { type ChartLanguage, said } from '../charts/every.ts';
import { markup } from '../charts/finish.ts';
import { countOf } from '../charts/points.ts';
import { type ChartWindow, windowsChart } from '../charts/windows.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language, Procedure } from '../contract/vocabulary.ts';
import { percent, percentRange } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { signed } from '../i18n/pages-changes.ts';
import { windowsMessages } from '../i18n/pages-windows.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { type LevelChange, levelAndChange, type WindowSeries } from '../stats/window.ts';
import { drawing } from './drawing.ts';
import { paper as document } from './paper.ts';
import { methodology, subjectWords } from './reference.ts';
import { region } from './release.ts';
import { windowScatter } from './scatter.ts';
import { isRequired, sameWork, type Work, type WorkLine, whoseRows, works } from './works.ts';

/** So many calendar years make a window, as in the pools of small groups. */
const windowYears = 3;

/** Three years of one work of a school. */
export interface SchoolWindow extends ChartWindow {
  /** Share below the threshold in the region, weighted with the school's own participants by grade and year. */
  region: number;
  grades: number[];
  /** Of all its grades and years. */
  participants: number;
}

/** A year of one grade beside the region's; `null` where a share may not be shown or the number of pupils is a range. */
interface Point {
  row: ResultRow;
  count: Interval;
  region: Interval;
}

function pointOf(row: ResultRow | undefined, regionRows: readonly ResultRow[]): Point | null {
  if (!row || row.participants_low !== row.participants_high) return null;
  if (row.participants_low < methodology().protection.min_participants) return null;
  const count = countOf(row, 'below_threshold');
  const beside = regionRows.find(
    (one) => one.grade === row.grade && one.year === row.year && one.session === row.session,
  );
  if (!count || !beside) return null;
  const total = { low: beside.participants_low, high: beside.participants_high };
  const share = rate(countOf(beside, 'below_threshold'), total);
  return share && { row, count, region: share };
}

/** An ellipse over half of the scale says nothing; such windows are left out. */
const widest = 0.25;
const tells = ({ shape: [level, , change] }: LevelChange): boolean =>
  Math.sqrt(Math.max(level, change)) <= widest;

const middle = ({ low, high }: Interval): number => (low + high) / 2;

function windowOf(
  work: Work,
  own: readonly ResultRow[],
  to: number,
  beside: readonly ResultRow[],
): SchoolWindow | null {
  const from = to - windowYears + 1;
  const grades = [...new Set(own.map(({ grade }) => grade))].sort((a, b) => a - b);
  const series = grades.flatMap((grade) => {
    const years = [from, from + 1, to].map((year) =>
      pointOf(
        own.find((row) => row.grade === grade && row.year === year),
        beside,
      ),
    );
    const [first, , last] = years;
    if (!first || !last) return [];
    return [{ grade, first, last, points: years.filter((point) => point !== null) }];
  });
  const oval = levelAndChange(
    series.map(
      ({ first, last, points }): WindowSeries => ({
        years: points.map(({ row, count }) => ({
          count: { low: count.low, high: Math.min(count.high, row.participants_low) },
          total: { low: row.participants_low, high: row.participants_low },
        })),
        shift: { low: last.region.low - first.region.high, high: last.region.high - first.region.low },
      }),
    ),
    {
      confidence: methodology().dynamics.confidence,
      scatter: windowScatter({ ...work, comparability: own[0]?.comparability ?? '' }, from, to),
    },
  );
  if (!oval || !tells(oval)) return null;
  const points = series.flatMap((one) => one.points);
  const all = points.reduce((sum, { row }) => sum + row.participants_low, 0);
  const level = points.reduce((sum, { row, region: share }) => sum + row.participants_low * middle(share), 0);
  return {
    ...{ from, to, oval, region: level / all },
    ...{ grades: series.map(({ grade }) => grade), participants: all },
  };
}

/** A page asks for its contents and for its charts, in both languages. */
const found = new WeakMap<Work, readonly SchoolWindow[]>();

/**
 * Every three calendar years of a work whose first and last may be compared, with the grades that are shown in both.
 * Ascending; empty where there is none.
 */
export function schoolWindows(work: Work): readonly SchoolWindow[] {
  const known = found.get(work) ?? findWindows(work);
  found.set(work, known);
  return known;
}

function findWindows(work: Work): SchoolWindow[] {
  const beside = sameWork(region().results, work);
  return [...Map.groupBy(work.rows, ({ comparability }) => comparability).values()]
    .flatMap((own) =>
      [...new Set(own.map(({ year }) => year))].map((year) => windowOf(work, own, year, beside)),
    )
    .filter((window) => window !== null)
    .sort((a, b) => a.to - b.to);
}

/** True where a work has three years to compare. */
export const hasWindows = (work: Work): boolean => schoolWindows(work).length > 0;

/** Where an ellipse lies to the line of no change. */
export function lieOf({ change, shape }: LevelChange): 'below' | 'above' | 'across' {
  const half = Math.sqrt(shape[2]);
  if (change + half < 0) return 'below';
  return change - half > 0 ? 'above' : 'across';
}

/** One work over three years: title, sentence, chart, and the lines of its table. */
export interface WindowsPart {
  procedure: Procedure;
  subject: string;
  title: string;
  sentence: string;
  svg: string;
  lines: WorkLine[];
}

/** An interval of a number and the square of its half. */
export const spanned = (centre: number, square: number, least = -Infinity): Interval => ({
  low: Math.max(least, centre - Math.sqrt(square)),
  high: centre + Math.sqrt(square),
});

function changeText({ low, high }: Interval, lang: Language): string {
  const [from, to] = [signed(lang, low), signed(lang, high)];
  return from === to ? from : windowsMessages(lang).from(from, to);
}

const yearsOf = ({ from, to }: ChartWindow): string => `${from}–${to}`;

function wordsOf(window: SchoolWindow, lang: Language) {
  const { oval } = window;
  const change = spanned(oval.change, oval.shape[2]);
  return {
    years: yearsOf(window),
    level: percentRange(lang, oval.levelRange),
    change: changeText(oval.changeRange, lang),
    low: signed(lang, change.low),
    high: signed(lang, change.high),
  };
}

function lineOf(window: SchoolWindow, lang: Language): WorkLine {
  const { oval, region: level } = window;
  const words = wordsOf(window, lang);
  return {
    name: words.years,
    cells: [
      words.level,
      percent(lang, level),
      words.change,
      percentRange(lang, spanned(oval.level, oval.shape[0], 0)),
      windowsMessages(lang).from(words.low, words.high),
    ],
  };
}

/** More windows would lie over each other. */
const shownWindows = 3;

/** The drawing for a phone; a wide screen has two of them side by side. */
const phone = 340;

/** The three years of one work as they are drawn and told. */
export interface WindowsFigure extends Omit<WindowsPart, 'svg'> {
  work: Work;
  /** @param width CSS pixels */
  draw: (width: number, lang?: ChartLanguage) => string;
}

function figureOf(work: Work, lang: Language): WindowsFigure | null {
  const texts = windowsMessages(lang);
  const windows = schoolWindows(work).slice(-shownWindows);
  const last = windows.at(-1);
  if (!last) return null;
  const { procedure, subject } = work;
  const titleIn = (one: Language): string => {
    const { results } = messages(one);
    return results.work(results.procedures[procedure], subjectWords(subject)[one]);
  };
  const title = titleIn(lang);
  const words = wordsOf(last, lang);
  const labelIn = (one: Language) => windowsMessages(one).label(titleIn(one), wordsOf(last, one));
  const input = { windows, region: last.region };
  const sentence = texts.sentence(words.years, words.level, percent(lang, last.region), words.change);
  return {
    ...{ work, procedure, subject, title },
    sentence: `${sentence} ${texts.verdict[lieOf(last.oval)]}`,
    draw: (width, spoken = lang) =>
      markup(windowsChart(input, { document, width, lang: spoken, label: said(spoken, labelIn) })),
    lines: windows.map((window) => lineOf(window, lang)),
  };
}

/** Level and change of every required work of a school that has three years to compare. */
export const windowsFigures = (rows: readonly ResultRow[], lang: Language): WindowsFigure[] =>
  works(rows)
    .filter(isRequired)
    .map((work) => figureOf(work, lang))
    .filter((figure) => figure !== null);

/** The same for a school’s page, drawn for a phone. */
export const windowsParts = (rows: readonly ResultRow[], lang: Language): WindowsPart[] =>
  windowsFigures(rows, lang).map(({ work, draw, ...told }) => ({
    ...told,
    svg: drawing(whoseRows(work.rows), `windows ${told.procedure} ${told.subject}`, lang, () =>
      compact(draw(phone, 'every')),
    ),
  }));
