import * as Plot from '@observablehq/plot';
import type { ResultRow } from '../contract/public.ts';
import type { Level } from '../contract/vocabulary.ts';
import { chartMessages } from '../i18n/charts.ts';
import { countText, gradesText, percent, percentDigits, percentRange } from '../i18n/formats.ts';
import { contextMarks, strongMarks } from './dynamics-marks.ts';
import { finish } from './finish.ts';
import { addLegend, type LegendItem, legendHeight } from './legend.ts';
import { type ChartOptions, fontSize, ink, isNarrow } from './options.ts';
import { calendar, gradesOf, type RatePoint, ratePoints } from './points.ts';

export interface DynamicsSeries {
  label: string;
  level: Level;
  rows: ResultRow[];
}

export interface DynamicsInput {
  /** The first is the subject of the chart; the others are context. One procedure and subject; any grades. */
  series: DynamicsSeries[];
  /** The share from which a result counts as low; a line. */
  threshold: number;
  /** Under this number of participants a rate is not shown. */
  minParticipants?: number;
}

const dashes = ['6,3', '2,2.5', '8,3,2,3'];
/** An interval narrower than this hides behind its point. */
const visible = 0.03;
/** Room for the name of a panel above it. */
const panelTitle = 34;

/** Panels in columns: at most three side by side, one on a phone. */
function layout(grades: readonly number[], width: number) {
  const columns = isNarrow(width) ? 1 : grades.length === 4 ? 2 : Math.min(3, Math.max(1, grades.length));
  const lines = Math.ceil(grades.length / columns);
  const height = grades.length === 1 ? (isNarrow(width) ? 190 : 220) : isNarrow(width) ? 112 : 136;
  const cell = (grade: number) => {
    const index = grades.indexOf(grade);
    return { fx: index % columns, fy: Math.floor(index / columns) };
  };
  return { columns, lines, height, cell };
}

function legend(input: DynamicsInput, own: readonly RatePoint[], lang: ChartOptions['lang']): LegendItem[] {
  const words = chartMessages(lang);
  const items: LegendItem[] = input.series.map(({ label }, index) =>
    index === 0
      ? { text: label, sign: 'dot', colour: ink.strong }
      : { text: label, sign: 'line', colour: ink.context, dash: dashes[index - 1] },
  );
  if (own.some(({ interval }) => interval.high - interval.low > visible))
    items.push({ text: words.interval, sign: 'bar', colour: ink.strong });
  if (own.some((point) => point.session === 'autumn'))
    items.push({ text: words.autumn, sign: 'ring', colour: ink.strong });
  items.push({ text: words.threshold(percent(lang, input.threshold)), sign: 'line', colour: ink.text });
  return items;
}

/** The text alternative: the first series in words. */
function inWords(input: DynamicsInput, points: readonly RatePoint[], lang: ChartOptions['lang']): string {
  const words = chartMessages(lang);
  const grades = gradesOf(points);
  const parts = grades.map((grade) => {
    const years = points
      .filter((point) => point.grade === grade)
      .map((point) => {
        const share = percentRange(lang, point.share, percentDigits(point.participants.low));
        const of = words.of(countText(lang, point.below), countText(lang, point.participants));
        return words.point(point.year, share, of);
      });
    return `${grades.length > 1 ? `${gradesText(lang, [grade])}: ` : ''}${years.join('; ')}`;
  });
  return `${words.dynamicsTitle}, ${input.series[0]?.label ?? ''}. ${parts.join('. ') || words.noData}.`;
}

/** The top of the vertical scale: above every point and the threshold, in steps of 20 points. */
function ceiling(points: readonly RatePoint[], threshold: number): number {
  const highest = Math.max(
    threshold + 0.05,
    ...points.map((point) => Math.max(point.share.high + 0.03, Math.min(point.interval.high, 0.8))),
  );
  return Math.min(1, Math.ceil(highest * 5) / 5);
}

/**
 * The share below the threshold over the years, one panel per grade. A line joins only consecutive years of one
 * comparability group; a hidden count is drawn as the range it lies in, never as a guess.
 */
export function dynamicsChart(input: DynamicsInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const minimum = input.minParticipants ?? 10;
  const rows = input.series.flatMap((series) => series.rows);
  const years = calendar(rows);
  const own = ratePoints(input.series[0]?.rows ?? [], minimum);
  const others = input.series.slice(1).map((series) => ratePoints(series.rows, minimum));
  const grades = gradesOf(input.series[0]?.rows ?? []);
  const { columns, lines, height, cell } = layout(grades, width);
  const items = legend(input, own, lang);
  const top = legendHeight(items, width) + (grades.length > 1 ? panelTitle : 14);
  const size = fontSize(width);
  const panels = grades.map((grade) => ({ grade, ...cell(grade) }));
  const highest = ceiling([own, ...others].flat(), input.threshold);
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + lines * height + (lines - 1) * panelTitle + 26,
    marginTop: top,
    marginLeft: 46,
    marginRight: isNarrow(width) ? 14 : 18,
    marginBottom: 26,
    style: { fontSize: `${size}px` },
    x: { type: 'point', domain: years, padding: 0.35 },
    y: { domain: [0, highest] },
    fx: { domain: [...Array(columns).keys()], padding: 0.08, axis: null },
    fy: { domain: [...Array(lines).keys()], padding: panelTitle / (height + panelTitle), axis: null },
    marks: [
      ...frameMarks({ years, highest, columns, width, lang }),
      Plot.ruleY(panels, { y: input.threshold, fx: 'fx', fy: 'fy', stroke: ink.text, strokeWidth: 1 }),
      ...others.flatMap((points, index) => contextMarks(points, cell, dashes[index])),
      ...strongMarks(own, cell, lang, { size, highest }),
      ...(grades.length > 1 ? [panelNames(panels, lang, size)] : []),
    ],
  }) as SVGSVGElement;
  svg.removeAttribute('style');
  svg.setAttribute('font-size', String(size));
  addLegend(svg, items, { document, width });
  return finish(svg, { label: options.label ?? inWords(input, own, lang) });
}

interface Frame {
  years: readonly number[];
  highest: number;
  columns: number;
  width: number;
  lang: ChartOptions['lang'];
}

/** Axes and grid: few ticks, percentages at the left, years below. */
function frameMarks({ years, highest, columns, width, lang }: Frame): Plot.Markish[] {
  const room = (width - 60) / columns / years.length;
  const step = room < fontSize(width) * 2.7 ? 2 : 1;
  const shown = years.filter((_, index) => (years.length - 1 - index) % step === 0);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= highest + 1e-9);
  return [
    Plot.gridY({ ticks, stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY({
      ticks,
      tickFormat: (share: number) => percent(lang, share),
      tickSize: 0,
      label: null,
      color: ink.text,
    }),
    Plot.axisX({ ticks: shown, tickFormat: String, tickSize: 0, label: null, color: ink.text }),
  ];
}

function panelNames(
  panels: readonly { grade: number; fx: number; fy: number }[],
  lang: ChartOptions['lang'],
  size: number,
): Plot.Markish {
  return Plot.text(panels, {
    fx: 'fx',
    fy: 'fy',
    text: (panel: { grade: number }) => gradesText(lang, [panel.grade]),
    frameAnchor: 'top-left',
    lineAnchor: 'bottom',
    dy: -6,
    fill: ink.text,
    fontWeight: 600,
    fontSize: size,
  });
}
