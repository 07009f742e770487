import * as Plot from '@observablehq/plot';
import { percentDigits } from '../i18n/formats.ts';
import type { Cell } from './dynamics-marks.ts';
import { type ChartLanguage, lengthOf, percentRange } from './every.ts';
import { ink, letter } from './options.ts';
import type { RatePoint } from './points.ts';

/** One panel in pixels and its scales. */
export interface Panel {
  width: number;
  height: number;
  years: readonly number[];
  /** Top of the vertical scale. */
  highest: number;
  /** Share of the line that a figure must not cover. */
  threshold: number;
  /** Font size. */
  size: number;
}

interface Label {
  year: number;
  fx: number;
  fy: number;
  text: string;
  /** Height of the middle of the text, as a share of the vertical scale. */
  at: number;
}

/**
 * Pixels from the panel's top to the middle of a figure: above the interval if it fits there, else near the point,
 * always inside the panel and clear of the low-results line.
 */
export function labelHeight({ share, interval }: RatePoint, panel: Panel): number {
  const { height, highest, size } = panel;
  const pixels = (value: number) => height * (1 - Math.min(value, highest) / highest);
  const half = size * 0.62;
  const line = pixels(panel.threshold);
  const inside = (y: number) => y >= half - 1 && y <= height - half;
  const clear = (y: number) => Math.abs(y - line) >= half + 1;
  const above = pixels(interval.high) - half - 2;
  const wished = [
    above,
    pixels(share.high) - half - 5,
    pixels(share.low) + half + 5,
    line - half - 1,
    pixels(interval.low) + half + 2,
    line + half + 1,
  ];
  return wished.find((y) => inside(y) && clear(y)) ?? Math.min(Math.max(above, half), height - half);
}

/** How far the widest figure at the right edge must move to the left. */
function shift(labels: readonly Label[], { width, years, size }: Panel): number {
  const room = years.length > 1 ? (width / (years.length - 0.3)) * 0.35 : width / 2;
  const widest = Math.max(0, ...labels.map(({ text }) => lengthOf(text))) * size * letter;
  return Math.min(0, room - widest / 2);
}

function figures(labels: readonly Label[], panel: Panel, dx: number): Plot.Markish[] {
  if (labels.length === 0) return [];
  return [
    Plot.text(labels, {
      x: 'year',
      y: 'at',
      fx: 'fx',
      fy: 'fy',
      text: 'text',
      dx,
      fill: ink.strong,
      stroke: ink.paper,
      strokeWidth: 4,
      fontWeight: 600,
      fontSize: panel.size,
    }),
  ];
}

/** The last value of each panel in figures. */
export function lastFigures(
  points: readonly RatePoint[],
  cell: Cell,
  lang: ChartLanguage,
  panel: Panel,
): Plot.Markish[] {
  const last = new Map(points.map((point) => [point.grade, point]));
  const labels = [...last.values()].map((point) => ({
    year: point.year,
    ...cell(point.grade),
    text: percentRange(lang, point.share, percentDigits(point.participants.low)),
    at: panel.highest * (1 - labelHeight(point, panel) / panel.height),
  }));
  const edge = panel.years.at(-1);
  const atEdge = labels.filter(({ year }) => year === edge);
  const others = labels.filter(({ year }) => year !== edge);
  return [...figures(atEdge, panel, shift(atEdge, panel)), ...figures(others, panel, 0)];
}
