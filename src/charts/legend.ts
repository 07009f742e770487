import { fontSize, ink } from './options.ts';

/** One entry: how the sign is drawn, and its words. */
export interface LegendItem {
  text: string;
  sign: 'dot' | 'line' | 'box' | 'bar' | 'ring';
  colour: string;
  dash?: string;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const signWidth = 26;
const gap = 16;
/** Mean width of a Golos letter in ems, on the wide side so that words never touch. */
const letter = 0.58;

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

function sign(
  make: (name: string, attributes: Record<string, string | number>) => Element,
  item: LegendItem,
) {
  const { colour } = item;
  if (item.sign === 'box')
    return [make('rect', { x: 2, y: -10, width: 16, height: 12, fill: colour, stroke: ink.context })];
  if (item.sign === 'bar')
    return [
      make('line', {
        x1: 10,
        x2: 10,
        y1: -12,
        y2: 3,
        stroke: colour,
        'stroke-width': 7,
        'stroke-opacity': 0.22,
      }),
    ];
  if (item.sign === 'ring')
    return [make('circle', { cx: 10, cy: -4, r: 4, fill: ink.paper, stroke: colour, 'stroke-width': 1.75 })];
  const line = make('line', {
    x1: 0,
    x2: 20,
    y1: -4,
    y2: -4,
    stroke: colour,
    'stroke-width': item.sign === 'dot' ? 2.25 : 1.5,
    ...(item.dash ? { 'stroke-dasharray': item.dash } : {}),
  });
  return item.sign === 'dot' ? [line, make('circle', { cx: 10, cy: -4, r: 3.5, fill: colour })] : [line];
}

/** Draws the legend at the top of a finished chart, which must have left `legendHeight` free. */
export function addLegend(
  svg: SVGSVGElement,
  items: readonly LegendItem[],
  { document, width }: { document: Document; width: number },
): void {
  const make = (name: string, attributes: Record<string, string | number>): Element => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
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
    entry.append(...sign(make, item), text);
    group.append(entry);
  }
  svg.append(group);
}
