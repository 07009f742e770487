import * as Plot from '@observablehq/plot';
import { type ChartLanguage, gradesText, percent } from './every.ts';
import { fontSize, ink, isNarrow } from './options.ts';
import type { RatePoint } from './points.ts';

/** Room for the name of a panel above it. */
export const panelTitle = 34;
/** Gap between panels side by side, a fraction of their step. */
export const panelGap = 0.08;
/** Room beside and below the panels. */
export const margins = (width: number) => ({ left: 46, right: isNarrow(width) ? 14 : 18, bottom: 26 });
/** How the low-results line is drawn: thinner than any result. */
const limit = { strokeWidth: 0.9, strokeDasharray: '9,4' } as const;

/** Panels in columns: at most three side by side, one on a phone. */
export function layout(grades: readonly number[], width: number) {
  const columns = isNarrow(width) ? 1 : grades.length === 4 ? 2 : Math.min(3, Math.max(1, grades.length));
  const lines = Math.ceil(grades.length / columns);
  const height = grades.length === 1 ? (isNarrow(width) ? 150 : 170) : isNarrow(width) ? 92 : 106;
  const cell = (grade: number) => {
    const index = grades.indexOf(grade);
    return { fx: index % columns, fy: Math.floor(index / columns) };
  };
  const { left, right } = margins(width);
  const panelWidth = ((width - left - right) * (1 - panelGap)) / (columns - panelGap);
  return { columns, lines, height, cell, panelWidth, inner: lines * height + (lines - 1) * panelTitle };
}

/** The top of the vertical scale: above every point and the threshold, in steps of 20 points. */
export function ceiling(points: readonly RatePoint[], threshold: number): number {
  const highest = Math.max(
    threshold + 0.05,
    ...points.map((point) => Math.max(point.share.high + 0.03, Math.min(point.interval.high, 0.8))),
  );
  return Math.min(1, Math.ceil(highest * 5) / 5);
}

interface Frame {
  years: readonly number[];
  highest: number;
  panelWidth: number;
  width: number;
  lang: ChartLanguage;
}

/** Axes and grid: few ticks, percentages at the left, years below. */
export function frameMarks({ years, highest, panelWidth, width, lang }: Frame): Plot.Markish[] {
  const step = panelWidth / years.length < fontSize(width) * 2.7 ? 2 : 1;
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

export interface NamedPanel {
  grade: number;
  fx: number;
  fy: number;
}

/** The line from which a result counts as low. */
export const limitMark = (panels: readonly NamedPanel[], threshold: number): Plot.Markish =>
  Plot.ruleY(panels, { y: threshold, fx: 'fx', fy: 'fy', stroke: ink.text, ...limit });

/** The grade above each panel, where there are several. */
export function panelNames(panels: readonly NamedPanel[], lang: ChartLanguage, size: number): Plot.Markish[] {
  if (panels.length < 2) return [];
  return [
    Plot.text(panels, {
      fx: 'fx',
      fy: 'fy',
      text: (panel: NamedPanel) => gradesText(lang, [panel.grade]),
      frameAnchor: 'top-left',
      lineAnchor: 'bottom',
      dy: -6,
      fill: ink.text,
      fontWeight: 600,
      fontSize: size,
    }),
  ];
}
