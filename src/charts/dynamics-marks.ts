import * as Plot from '@observablehq/plot';
import { percentDigits } from '../i18n/formats.ts';
import { type ChartLanguage, chartMessages, countText, percentRange } from './every.ts';
import { ink } from './options.ts';
import { isRange, middle, type Placed, pieces, type RatePoint, runs } from './points.ts';

export type Cell = (grade: number) => { fx: number; fy: number };

/**
 * How the wider groups differ from each other without colour: the line, the mark of a year that stands alone, and its
 * place beside the point of the chart's subject.
 */
export const contexts = [
  { dash: undefined, symbol: 'square', dx: -8 },
  { dash: '2,2.5', symbol: 'triangle', dx: 8 },
  { dash: '8,3,2,3', symbol: 'diamond', dx: 14 },
] as const;

const at = { x: 'year', fx: 'fx', fy: 'fy' } as const;

const place = (points: readonly RatePoint[], cell: Cell): Placed[] =>
  runs(points).flatMap((run, index) => run.map((point) => ({ ...point, ...cell(point.grade), run: index })));

/** The points that no line passes. */
function lonely<T extends { run: number }>(points: readonly T[]): T[] {
  const sizes = new Map<number, number>();
  for (const { run } of points) sizes.set(run, (sizes.get(run) ?? 0) + 1);
  return points.filter(({ run }) => sizes.get(run) === 1);
}

/** Whether the chart of these points has lines, and marks of years that stand alone. */
export function parts(points: readonly RatePoint[]): { lines: boolean; alone: boolean } {
  const placed = place(points, () => ({ fx: 0, fy: 0 }));
  const alone = lonely(placed).length;
  return { lines: alone < placed.length, alone: alone > 0 };
}

/** A line through exact points; where a count is hidden, a band between the ends that holds the true line. */
function joined(points: readonly Placed[], style: { stroke: string } & Plot.LineYOptions): Plot.Markish[] {
  const { lines, bands } = pieces(points);
  const area = {
    ...at,
    z: 'piece',
    y1: (point: Placed) => point.share.low,
    y2: (point: Placed) => point.share.high,
  };
  return [
    ...(bands.length > 0 ? [Plot.areaY(bands, { ...area, fill: style.stroke, fillOpacity: 0.3 })] : []),
    ...(lines.length > 0 ? [Plot.lineY(lines, { ...at, z: 'piece', y: middle, ...style })] : []),
  ];
}

/** The range that a hidden count leaves open, as one filled segment. */
function segments(points: readonly Placed[], options: Plot.RuleXOptions): Plot.Markish[] {
  const ranges = points.filter(isRange);
  if (ranges.length === 0) return [];
  const ends = { y1: (point: Placed) => point.share.low, y2: (point: Placed) => point.share.high };
  return [Plot.ruleX(ranges, { ...at, ...ends, ...options })];
}

/** Municipality or region: a quiet line, and a small mark where a year stands alone. */
export function contextMarks(points: readonly RatePoint[], cell: Cell, index: number): Plot.Markish[] {
  const { dash, symbol, dx } = contexts[index] ?? contexts[2];
  const placed = place(points, cell);
  const alone = lonely(placed);
  const exact = alone.filter((point) => !isRange(point));
  return [
    ...joined(placed, { stroke: ink.context, strokeWidth: 1.5, strokeDasharray: dash }),
    ...segments(alone, { dx, stroke: ink.context, strokeWidth: 4, strokeOpacity: 0.6 }),
    ...(exact.length > 0
      ? [Plot.dot(exact, { ...at, y: middle, dx, r: 2.75, symbol, fill: ink.context, stroke: null })]
      : []),
  ];
}

function hover(point: Placed, lang: ChartLanguage): string {
  const words = chartMessages(lang);
  const share = percentRange(lang, point.share, percentDigits(point.participants.low));
  return words.point(
    point.year,
    share,
    words.of(countText(lang, point.below), countText(lang, point.participants)),
  );
}

/** The points of the chart's subject: filled in spring, open in autumn, a segment where the count is hidden. */
function points(placed: readonly Placed[], lang: ChartLanguage): Plot.Markish[] {
  const title = (point: Placed) => hover(point, lang);
  const dot = { ...at, y: middle, r: 3.5, stroke: ink.strong, strokeWidth: 1.75, title };
  const exact = placed.filter((point) => !isRange(point));
  return [
    ...segments(placed, { stroke: ink.strong, strokeWidth: 6, title }),
    Plot.dot(exact, {
      ...dot,
      fill: ({ session }: Placed) => (session === 'autumn' ? ink.paper : ink.strong),
    }),
  ];
}

/** The subject of the chart: interval, line, points and ranges of hidden counts. */
export function strongMarks(own: readonly RatePoint[], cell: Cell, lang: ChartLanguage): Plot.Markish[] {
  const placed = place(own, cell);
  return [
    Plot.ruleX(placed, {
      ...at,
      y1: (point: Placed) => point.interval.low,
      y2: (point: Placed) => point.interval.high,
      stroke: ink.strong,
      strokeOpacity: 0.22,
      strokeWidth: 7,
    }),
    ...joined(placed, { stroke: ink.strong, strokeWidth: 2.25 }),
    ...points(placed, lang),
  ];
}
