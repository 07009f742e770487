import { fontSize, ink, letter } from './options.ts';

/** One entry: how the sign is drawn, and its words. */
export interface LegendItem {
  text: string;
  sign: keyof typeof signs;
  colour: string;
  dash?: string | undefined;
  /** The mark of a year that stands alone. */
  symbol?: keyof typeof shapes;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const signWidth = 26;
const gap = 16;

/** Positions of the entries, broken into lines of the given width. */
function place(items: readonly LegendItem[], width: number, size: number) {
  let x = 0;
  let line = 0;
  return items.map((item) => {
    const needed = signWidth + item.text.length * size * letter;
    if (x > 0 && x + needed > width) {
      x = 0;
      line += 1;
    }
    const at = { item, x, line };
    x += needed + gap;
    return at;
  });
}

const lineHeight = (width: number): number => fontSize(width) + 8;

/** Height that the legend takes at a width. */
export function legendHeight(items: readonly LegendItem[], width: number): number {
  const last = place(items, width, fontSize(width)).at(-1);
  return last ? (last.line + 1) * lineHeight(width) : 0;
}

type Shape = [name: string, attributes: Record<string, string | number | undefined>];

/** Marks of single years around (10, −4). */
const shapes = {
  square: 'M7.3,-6.7h5.4v5.4h-5.4z',
  triangle: 'M10,-8l3.6,6.4h-7.2z',
  diamond: 'M10,-8l3.2,4l-3.2,4l-3.2,-4z',
} as const;

const upright = { x1: 10, x2: 10, y1: -12, y2: 3 };
const level = { x1: 0, x2: 20, y1: -4, y2: -4 };
const point = { cx: 10, cy: -4 };

const symbol = ({ colour, symbol: shape }: LegendItem): Shape[] =>
  shape ? [['path', { d: shapes[shape], fill: colour }]] : [];

const signs = {
  dot: ({ colour: stroke }: LegendItem): Shape[] => [
    ['line', { ...level, stroke, 'stroke-width': 2.25 }],
    ['circle', { ...point, r: 3.5, fill: stroke }],
  ],
  line: (item: LegendItem): Shape[] => [
    ['line', { ...level, stroke: item.colour, 'stroke-width': 1.5, 'stroke-dasharray': item.dash }],
    ...symbol(item),
  ],
  symbol,
  limit: ({ colour: stroke }: LegendItem): Shape[] => [
    ['line', { ...level, stroke, 'stroke-width': 0.9, 'stroke-dasharray': '9,4' }],
  ],
  box: ({ colour: fill }: LegendItem): Shape[] => [
    ['rect', { x: 2, y: -10, width: 16, height: 12, fill, stroke: ink.context }],
  ],
  bar: ({ colour: stroke }: LegendItem): Shape[] => [
    ['line', { ...upright, stroke, 'stroke-width': 7, 'stroke-opacity': 0.22 }],
  ],
  range: ({ colour: stroke }: LegendItem): Shape[] => [
    ['line', { ...upright, y1: -10, y2: 1, stroke, 'stroke-width': 6 }],
  ],
  ring: ({ colour: stroke }: LegendItem): Shape[] => [
    ['circle', { ...point, r: 4, fill: ink.paper, stroke, 'stroke-width': 1.75 }],
  ],
};

/** Draws the legend at the top of a finished chart, which must have left `legendHeight` free. */
export function addLegend(
  svg: SVGSVGElement,
  items: readonly LegendItem[],
  { document, width }: { document: Document; width: number },
): void {
  const make = (...[name, attributes]: Shape): Element => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(key, String(value));
    return element;
  };
  const size = fontSize(width);
  const group = make('g', {
    class: 'chart-legend',
    fill: ink.text,
    'font-size': size,
    'text-anchor': 'start',
  });
  for (const { item, x, line } of place(items, width, size)) {
    const y = (line + 1) * lineHeight(width) - 8;
    const entry = make('g', { transform: `translate(${Math.round(x)},${y})` });
    const text = make('text', { x: signWidth });
    text.textContent = item.text;
    for (const shape of signs[item.sign](item)) entry.append(make(...shape));
    entry.append(text);
    group.append(entry);
  }
  svg.append(group);
}
