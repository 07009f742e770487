import * as Plot from '@observablehq/plot';
import { finish } from './finish.ts';
import { type ChartOptions, fontSize, ink, isNarrow, letter } from './options.ts';
import type { ResultKind, ResultPoint } from './result-kinds.ts';

export interface ResultChartInput {
  kind: ResultKind;
  points: readonly ResultPoint[];
  /** Names of the two columns. */
  x: string;
  y: string;
}

/** More bars or panels than these are not drawn; the caller says so. */
export const mostBars = 40;
export const mostPanels = 8;

/** The points that are drawn: the first panels, and the first names of a bar chart. */
export function drawnPoints({ kind, points }: Pick<ResultChartInput, 'kind' | 'points'>): ResultPoint[] {
  const panels = new Set([...new Set(points.map(({ series }) => series))].slice(0, mostPanels));
  const names = new Set([...new Set(points.map(({ x }) => x))].slice(0, mostBars));
  return points.filter(({ series, x }) => panels.has(series) && (kind !== 'bars' || names.has(x)));
}

const cut = (name: string, room: number): string =>
  name.length <= room ? name : `${name.slice(0, room - 1)}…`;

function bars(points: readonly ResultPoint[]): Plot.Markish[] {
  return [
    Plot.barX(points, { x: 'y', y: 'x', fy: 'series', fill: ink.strong, insetTop: 1, insetBottom: 1 }),
    Plot.ruleX([0], { stroke: ink.text }),
  ];
}

function over(points: readonly ResultPoint[], kind: ResultKind): Plot.Markish[] {
  const place = { x: 'x', y: 'y', fy: 'series' } as const;
  return [
    Plot.gridY({ ticks: 4, stroke: ink.grid, strokeOpacity: 1 }),
    ...(kind === 'line' ? [Plot.line(points, { ...place, stroke: ink.strong, strokeWidth: 1.75 })] : []),
    Plot.dot(points, {
      ...place,
      r: kind === 'line' ? 2.5 : 3,
      fill: kind === 'line' ? ink.strong : 'none',
      stroke: ink.strong,
    }),
  ];
}

function layout(points: readonly ResultPoint[], kind: ResultKind, width: number) {
  const panels = new Set(points.map(({ series }) => series)).size;
  const size = fontSize(width);
  const names = points.map(({ x }) => String(x));
  const room = isNarrow(width) ? 14 : 32;
  const longest = Math.min(room, Math.max(1, ...names.map((name) => name.length)));
  const titles = points.map(({ series }) => series.length);
  const right = panels > 1 ? Math.min(14, Math.max(...titles)) * size * letter + 12 : 16;
  const each = kind === 'bars' ? Math.max(60, new Set(names).size * (size + 7)) : panels > 1 ? 150 : 300;
  const left = kind === 'bars' ? longest * size * letter + 14 : 58;
  return { size, room, right, left, height: panels * each + size * 2 + 56 };
}

/** The answer of a query as bars by name, a line or dots; a panel for each value of `series`. */
export function resultChart(input: ResultChartInput, options: ChartOptions): SVGSVGElement {
  const { document, width, label } = options;
  const { kind, x, y } = input;
  const points = drawnPoints(input);
  const { size, room, right, left, height } = layout(points, kind, width);
  const numeric = kind !== 'bars' && points.every((point) => typeof point.x === 'number');
  const years =
    numeric && points.every((point) => Number.isInteger(point.x) && Math.abs(Number(point.x) - 2000) < 200);
  const { format: written } = new Intl.NumberFormat(options.lang, { maximumFractionDigits: 6 });
  const across = {
    ...(numeric || kind === 'bars' ? { tickFormat: (value: number) => written(value) } : {}),
    label: kind === 'bars' ? y : x,
    ...(numeric ? {} : { type: kind === 'bars' ? 'linear' : 'point' }),
  };
  const format = years ? { tickFormat: 'd', interval: 1 } : {};
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height,
    marginTop: size * 2 + 6,
    marginLeft: left,
    marginRight: right,
    marginBottom: 46,
    style: { fontSize: `${size}px` },
    fy: {
      label: null,
      domain: [...new Set(points.map(({ series }) => series))],
      tickFormat: (name: string) => cut(name, 14),
    },
    x: { ...across, ...(kind === 'bars' ? {} : format) } as Plot.ScaleOptions,
    y:
      kind === 'bars'
        ? {
            label: null,
            domain: [...new Set(points.map((point) => point.x))],
            tickFormat: (name) => cut(String(name), room),
          }
        : { label: y, nice: true, tickFormat: (value: number) => written(value) },
    marks: kind === 'bars' ? bars(points) : over(points, kind),
  }) as SVGSVGElement;
  svg.removeAttribute('style');
  svg.setAttribute('font-size', String(size));
  return finish(svg, label === undefined ? {} : { label });
}
