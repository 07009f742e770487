import * as Plot from '@observablehq/plot';
import type { Count } from '../stats/rate.ts';
import { type ChartLanguage, integer } from './every.ts';
import { finish } from './finish.ts';
import { addLegend, type LegendItem, legendHeight } from './legend.ts';
import { type ChartOptions, fontSize, ink } from './options.ts';

/** One part of every bar: its words, its shade and the ink that is read on it. */
export interface StackPart {
  key: string;
  text: string;
  fill: string;
  ink: string;
}

/** One bar. Without `parts` it has none, and `excuse` says why. */
export interface StackRow {
  name: string;
  total: number;
  parts: readonly { key: string; count: Count }[] | null;
  excuse: string;
}

export interface StackInput {
  rows: readonly StackRow[];
  /** From left to right. */
  parts: readonly StackPart[];
  /** Words for what protection leaves open between two parts. */
  open: string;
  /** Width of the names of rows, in ems. */
  names: number;
}

/** `key` is empty for the part that protection leaves open. */
interface Segment {
  row: string;
  key: string;
  from: number;
  to: number;
}

/**
 * The bar of one row. Where counts are intervals the certain part of each is drawn, and what remains open stands after
 * the first part that it may belong to.
 */
function segments({ name, total, parts }: StackRow): Segment[] {
  if (!parts || total === 0) return [];
  let open = total - parts.reduce((all, { count }) => all + count.low, 0);
  let at = 0;
  const made: Segment[] = [];
  const push = (key: string, size: number) => {
    if (size > 0) made.push({ row: name, key, from: at / total, to: (at + size) / total });
    at += size;
  };
  for (const { key, count } of parts) {
    push(key, count.low);
    if (open > 0 && count.low !== count.high) {
      push('', open);
      open = 0;
    }
  }
  return made;
}

/** The bars, and those left open with a broken outline. */
function bars(drawn: readonly Segment[], fill: (segment: Segment) => string): Plot.Markish[] {
  const at = { x1: 'from', x2: 'to', y: 'row' } as const;
  const known = drawn.filter(({ key }) => key !== '');
  const open = drawn.filter(({ key }) => key === '');
  return [
    Plot.barX(known, { ...at, fill, stroke: ink.paper }),
    Plot.barX(open, {
      ...at,
      fill: 'var(--chart-paper, #ffffff)',
      stroke: ink.context,
      strokeDasharray: '2,2',
    }),
  ];
}

/** The legend: parts that some bar has, and what is open. */
function legend({ parts, open }: StackInput, drawn: readonly Segment[]): LegendItem[] {
  const has = (key: string) => drawn.some((segment) => segment.key === key);
  const box = (text: string, colour: string): LegendItem => ({ text, sign: 'box', colour });
  return [
    ...parts.filter(({ key }) => has(key)).map(({ text, fill }) => box(text, fill)),
    ...(has('') ? [box(open, 'var(--chart-paper, #ffffff)')] : []),
  ];
}

/** Horizontal bars of a whole, one per row; percentages stand inside where they fit. */
export function stackChart(input: StackInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const { document, width, lang } = options;
  const size = fontSize(width);
  const drawn = input.rows.flatMap(segments);
  const empty = input.rows.filter(({ name }) => !drawn.some(({ row }) => row === name));
  const items = legend(input, drawn);
  const top = legendHeight(items, width) + 6;
  const left = size * input.names;
  const partOf = ({ key }: Segment) => input.parts.find((part) => part.key === key);
  const fits = ({ key, from, to }: Segment) => key !== '' && (to - from) * (width - left - 4) > size * 1.6;
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + input.rows.length * 28 + 4,
    marginTop: top,
    marginLeft: left,
    marginRight: 4,
    marginBottom: 4,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: input.rows.map(({ name }) => name), padding: 0.16 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, color: ink.text }),
      ...bars(drawn, (segment) => partOf(segment)?.fill ?? ink.paper),
      Plot.text(drawn.filter(fits), {
        x: (segment: Segment) => (segment.from + segment.to) / 2,
        y: 'row',
        text: (segment: Segment) => integer(lang, (segment.to - segment.from) * 100),
        fill: (segment: Segment) => partOf(segment)?.ink ?? ink.text,
        fontSize: size,
      }),
      Plot.text(empty, { x: 0, y: 'name', text: 'excuse', textAnchor: 'start', dx: 4, fill: ink.text }),
    ],
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(size));
  addLegend(svg, items, { document, width });
  return finish(svg, { label: options.label ?? '' });
}
