import * as Plot from '@observablehq/plot';
import type { ResultRow } from '../contract/public.ts';
import { chartMessages } from '../i18n/charts.ts';
import { integer } from '../i18n/formats.ts';
import { finish } from './finish.ts';
import { addLegend, type LegendItem, legendHeight } from './legend.ts';
import { type ChartOptions, fontSize, ink } from './options.ts';
import { countOf } from './points.ts';

export interface MarksInput {
  /** Results of one procedure, subject and grade. */
  rows: ResultRow[];
  minParticipants?: number;
}

/** `mark` 0 is the part that protection leaves open between two marks. */
interface Segment {
  row: string;
  mark: number;
  from: number;
  to: number;
}

const shades: Record<number, { fill: string; text: string }> = {
  0: { fill: 'var(--chart-paper, #ffffff)', text: ink.text },
  2: { fill: 'var(--chart-mark-2, #14394f)', text: 'var(--chart-mark-2-text, #ffffff)' },
  3: { fill: 'var(--chart-mark-3, #4f86a6)', text: 'var(--chart-mark-3-text, #ffffff)' },
  4: { fill: 'var(--chart-mark-4, #a9c9db)', text: 'var(--chart-mark-4-text, #16191c)' },
  5: { fill: 'var(--chart-mark-5, #e2edf3)', text: 'var(--chart-mark-5-text, #16191c)' },
};
const marks = [2, 3, 4, 5];
const shade = (mark: number) => shades[mark] ?? { fill: ink.paper, text: ink.text };

/**
 * The bar of one row. Where marks are intervals the certain part of each is drawn, and what remains open stands
 * between the first two marks that it may belong to.
 */
function segments(row: ResultRow, name: string): Segment[] {
  const counts = marks.map((mark) => ({ mark, count: countOf(row, `mark_${mark}`) }));
  const known = counts.flatMap(({ mark, count }) => (count ? [{ mark, count }] : []));
  const total = row.participants_high;
  if (known.length < marks.length || total === 0) return [];
  let open = total - known.reduce((all, { count }) => all + count.low, 0);
  let at = 0;
  const made: Segment[] = [];
  const push = (mark: number, size: number) => {
    if (size > 0) made.push({ row: name, mark, from: at / total, to: (at + size) / total });
    at += size;
  };
  for (const { mark, count } of known) {
    push(mark, count.low);
    if (open > 0 && count.low !== count.high) {
      push(0, open);
      open = 0;
    }
  }
  return made;
}

/** Why a row has no bar. */
function excuse(row: ResultRow, minimum: number, lang: ChartOptions['lang']): string {
  const words = chartMessages(lang);
  if (row.protection === 'suppressed') return words.withheld;
  return row.participants_low < minimum ? words.few(minimum) : words.hidden;
}

/** Rows in time, their names, and what is drawn of each. */
function prepare(input: MarksInput, lang: ChartOptions['lang']) {
  const words = chartMessages(lang);
  const minimum = input.minParticipants ?? 10;
  const rows = [...input.rows].sort((a, b) => a.year - b.year);
  const name = (row: ResultRow) => (row.session === 'autumn' ? words.yearAutumn(row.year) : String(row.year));
  const drawn = rows.flatMap((row) => (row.participants_low < minimum ? [] : segments(row, name(row))));
  const empty = rows.filter((row) => !drawn.some((segment) => segment.row === name(row)));
  const present = [...marks, 0].filter((mark) => drawn.some((segment) => segment.mark === mark));
  const excuses = empty.map((row) => ({ row: name(row), text: excuse(row, minimum, lang) }));
  return {
    names: rows.map(name),
    autumn: rows.some((row) => row.session === 'autumn'),
    drawn,
    present,
    excuses,
  };
}

/** Stacked bars of the marks 2 to 5, one bar per year; shades run from dark to light and figures stand inside. */
export function marksChart(input: MarksInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const words = chartMessages(lang);
  const size = fontSize(width);
  const { names, autumn, drawn, present, excuses } = prepare(input, lang);
  const items: LegendItem[] = present.map((mark) => ({
    text: mark === 0 ? words.hidden : words.mark(mark),
    sign: 'box',
    colour: shade(mark).fill,
  }));
  const top = legendHeight(items, width) + 6;
  const left = autumn ? size * 6.6 : size * 3;
  const fits = ({ mark, from, to }: Segment) => mark !== 0 && (to - from) * (width - left - 4) > size * 1.6;
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + names.length * 28 + 4,
    marginTop: top,
    marginLeft: left,
    marginRight: 4,
    marginBottom: 4,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: names, padding: 0.16 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, color: ink.text }),
      ...bars(drawn),
      figures(drawn.filter(fits), lang, size),
      Plot.text(excuses, { x: 0, y: 'row', text: 'text', textAnchor: 'start', dx: 4, fill: ink.text }),
    ],
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(size));
  addLegend(svg, items, { document, width });
  return finish(svg, { label: options.label ?? words.marksTitle });
}

/** The bars, and those left open with a broken outline. */
function bars(drawn: readonly Segment[]): Plot.Markish[] {
  const at = { x1: 'from', x2: 'to', y: 'row' } as const;
  const fill = ({ mark }: Segment) => shade(mark).fill;
  const known = drawn.filter(({ mark }) => mark !== 0);
  const open = drawn.filter(({ mark }) => mark === 0);
  return [
    Plot.barX(known, { ...at, fill, stroke: ink.paper }),
    Plot.barX(open, { ...at, fill: shade(0).fill, stroke: ink.context, strokeDasharray: '2,2' }),
  ];
}

function figures(segments: Segment[], lang: ChartOptions['lang'], size: number): Plot.Markish {
  return Plot.text(segments, {
    x: (segment: Segment) => (segment.from + segment.to) / 2,
    y: 'row',
    text: (segment: Segment) => integer(lang, (segment.to - segment.from) * 100),
    fill: ({ mark }: Segment) => shade(mark).text,
    fontSize: size,
  });
}
