import * as Plot from '@observablehq/plot';
import type { Language } from '../contract/vocabulary.ts';
import { chartMessages } from '../i18n/charts.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { ink } from './options.ts';
import { type RatePoint, runs } from './points.ts';

type Cell = (grade: number) => { fx: number; fy: number };
/** A point with the panel it belongs to and the run of the line that passes it. */
type Placed = RatePoint & { fx: number; fy: number; run: number };

const place = (points: readonly RatePoint[], cell: Cell): Placed[] =>
  runs(points).flatMap((run, index) => run.map((point) => ({ ...point, ...cell(point.grade), run: index })));

const isRange = (point: RatePoint): boolean => point.share.low !== point.share.high;

/**
 * The line through the low ends, and where counts are hidden a second one through the high ends: between them lies
 * the true line.
 */
function lines(points: readonly Placed[], style: Plot.LineYOptions): Plot.Markish[] {
  const open = new Set(points.filter(isRange).map((point) => point.run));
  const joined = points.filter((point) => points.some((other) => other !== point && other.run === point.run));
  const common = { x: 'year', fx: 'fx', fy: 'fy', z: 'run', ...style } as const;
  const upper = joined.filter((point) => open.has(point.run));
  return [
    Plot.lineY(joined, { ...common, y: (point: Placed) => point.share.low }),
    ...(upper.length > 0 ? [Plot.lineY(upper, { ...common, y: (point: Placed) => point.share.high })] : []),
  ];
}

/** Municipality or region: a quiet line, and a small mark where a year stands alone. */
export function contextMarks(
  points: readonly RatePoint[],
  cell: Cell,
  dash: string | undefined,
): Plot.Markish[] {
  const placed = place(points, cell);
  const alone = placed.filter((point) => placed.filter((other) => other.run === point.run).length === 1);
  const style = { stroke: ink.context, strokeWidth: 1.5, strokeDasharray: dash };
  return [
    ...lines(placed, style),
    Plot.dot(alone, {
      x: 'year',
      y: (point: Placed) => point.share.low,
      fx: 'fx',
      fy: 'fy',
      r: 2.25,
      fill: ink.context,
    }),
  ];
}

function hover(point: Placed, lang: Language): string {
  const words = chartMessages(lang);
  const share = percentRange(lang, point.share, percentDigits(point.participants.low));
  return words.point(
    point.year,
    share,
    words.of(countText(lang, point.below), countText(lang, point.participants)),
  );
}

/** The subject of the chart: interval, range of hidden counts, line, points, the last value in figures. */
export function strongMarks(
  points: readonly RatePoint[],
  cell: Cell,
  lang: Language,
  { size, highest }: { size: number; highest: number },
): Plot.Markish[] {
  const placed = place(points, cell);
  const at = { x: 'year', fx: 'fx', fy: 'fy' } as const;
  const last = placed.filter(
    (point) => !placed.some((other) => other.grade === point.grade && other.year > point.year),
  );
  const dot = { ...at, y: (point: Placed) => point.share.low, r: 3.5, stroke: ink.strong };
  const title = (point: Placed) => hover(point, lang);
  return [
    Plot.ruleX(placed, {
      ...at,
      y1: (point: Placed) => point.interval.low,
      y2: (point: Placed) => point.interval.high,
      stroke: ink.strong,
      strokeOpacity: 0.22,
      strokeWidth: 7,
    }),
    ...lines(placed, { stroke: ink.strong, strokeWidth: 2.25 }),
    Plot.ruleX(placed.filter(isRange), {
      ...at,
      y1: (point: Placed) => point.share.low,
      y2: (point: Placed) => point.share.high,
      stroke: ink.strong,
      strokeWidth: 5,
      title,
    }),
    Plot.dot(
      placed.filter((point) => !isRange(point) && point.session !== 'autumn'),
      { ...dot, fill: ink.strong, title },
    ),
    Plot.dot(
      placed.filter((point) => !isRange(point) && point.session === 'autumn'),
      { ...dot, fill: ink.paper, strokeWidth: 1.75, title },
    ),
    Plot.text(last, {
      ...at,
      y: (point: Placed) => Math.min(point.interval.high, highest),
      text: (point: Placed) => percentRange(lang, point.share, percentDigits(point.participants.low)),
      dy: -9,
      fill: ink.strong,
      stroke: ink.paper,
      strokeWidth: 4,
      fontWeight: 600,
      fontSize: size,
    }),
  ];
}
