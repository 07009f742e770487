import * as Plot from '@observablehq/plot';
import { finish } from './finish.ts';
import { type ChartOptions, fontSize, ink, isNarrow } from './options.ts';

export interface DistributionInput {
  /** One number per school, in percent or percentage points. */
  values: readonly number[];
  /** Width of a bar in the unit of the values. */
  step: number;
  /** Names of the axes. */
  x: string;
  y: string;
  /** The part that is chosen; what lies beside it is drawn quiet. */
  range: { from: number; to: number } | null;
  /** Lines across, such as the threshold, or no change. */
  lines: readonly number[];
  /** The least and the greatest end of the axis. */
  domain: readonly [number, number];
}

export interface Bar {
  from: number;
  to: number;
  count: number;
}

/** Counts of values by bar. A value on an edge belongs to the bar above it; the last bar holds its upper end as well. */
export function barsOf({
  values,
  step,
  domain: [low, high],
}: Pick<DistributionInput, 'values' | 'step' | 'domain'>): Bar[] {
  const number = Math.max(1, Math.round((high - low) / step));
  const bars = Array.from({ length: number }, (_, i) => ({
    from: low + i * step,
    to: low + (i + 1) * step,
    count: 0,
  }));
  for (const value of values) {
    // 0.3 / 0.1 is a hair under 3: without the hair back, edges would fall into the bar below.
    const at = Math.min(number - 1, Math.max(0, Math.floor((value - low) / step + 1e-9)));
    const bar = bars[at];
    if (bar) bar.count += 1;
  }
  return bars;
}

const touches = ({ from, to }: Bar, range: DistributionInput['range']): boolean =>
  range === null || (to > range.from && from <= range.to);

/** How many schools lie where: a histogram with the chosen part dark. */
export function distribution(input: DistributionInput, options: ChartOptions): SVGSVGElement {
  const { document, width, label, lang } = options;
  const { x, y, lines, domain, range } = input;
  const size = fontSize(width);
  const bars = barsOf(input).filter(({ count }) => count > 0);
  const written = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: isNarrow(width) ? 220 : 240,
    marginTop: size * 2 + 4,
    marginLeft: 44,
    marginRight: 18,
    marginBottom: 48,
    style: { fontSize: `${size}px` },
    x: {
      domain: [...domain],
      label: x,
      labelOffset: 40,
      ticks: isNarrow(width) ? 5 : 10,
      tickFormat: (value: number) => written.format(value),
    },
    y: {
      label: y,
      nice: true,
      domain: [0, Math.max(4, ...bars.map(({ count }) => count))],
      ticks: 4,
      tickFormat: (value: number) => written.format(value),
    },
    marks: [
      Plot.gridY({ ticks: 4, stroke: ink.grid, strokeOpacity: 1 }),
      Plot.rectY(bars, {
        x1: 'from',
        x2: 'to',
        y: 'count',
        fill: (bar: Bar) => (touches(bar, range) ? ink.strong : ink.grid),
        stroke: (bar: Bar) => (touches(bar, range) ? ink.strong : ink.context),
        inset: 0.75,
      }),
      Plot.ruleX(lines, { stroke: ink.text, strokeDasharray: '9,4' }),
      Plot.ruleY([0], { stroke: ink.text }),
    ],
  }) as SVGSVGElement;
  svg.removeAttribute('style');
  svg.setAttribute('font-size', String(size));
  return finish(svg, label === undefined ? {} : { label });
}
