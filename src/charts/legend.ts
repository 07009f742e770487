import { addEntries, entriesHeight, type Shape } from './entries.ts';
import { ink } from './options.ts';

/** One entry: how the sign is drawn, and its words. */
export interface LegendItem {
  text: string;
  sign: keyof typeof signs;
  colour: string;
  dash?: string | undefined;
  /** The mark of a year that stands alone. */
  symbol?: keyof typeof shapes;
}

const room = { signWidth: 26, gap: 16 };

/** Height that the legend takes at a width. */
export const legendHeight = (items: readonly LegendItem[], width: number): number =>
  entriesHeight(items, width, room);

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
  at: { document: Document; width: number },
): void {
  addEntries(svg, items, at, room, (item, words, make) => [
    ...signs[item.sign](item).map((shape) => make(...shape)),
    words,
  ]);
}
