import { fontSize, ink, letter } from './options.ts';
import { type Look, outline } from './shapes.ts';

/** One entry of a legend: a shape, a shade of an area, or a line, and its words. */
export interface Key {
  text: string;
  look?: Look;
  /** A shade, with a sign on it where the shade alone would not tell. */
  area?: { fill: string; sign?: string };
  line?: { dash?: string; upright?: boolean };
}

const namespace = 'http://www.w3.org/2000/svg';
const signWidth = 24;
const gap = 14;
const lineHeight = (width: number): number => fontSize(width) + 8;

function place(keys: readonly Key[], width: number) {
  const size = fontSize(width);
  let x = 0;
  let line = 0;
  return keys.map((key) => {
    const needed = signWidth + key.text.length * size * letter;
    if (x > 0 && x + needed > width) {
      x = 0;
      line += 1;
    }
    const at = { key, x, line };
    x += needed + gap;
    return at;
  });
}

/** Height that the keys take at a width. */
export function keysHeight(keys: readonly Key[], width: number): number {
  const last = place(keys, width).at(-1);
  return last ? (last.line + 1) * lineHeight(width) + 4 : 0;
}

type Attributes = Record<string, string | number | undefined>;

function sign({ look, area, line }: Key): [name: string, attributes: Attributes] {
  if (look)
    return ['path', { d: outline(look, 9, -4), fill: look.fill, stroke: look.stroke, 'stroke-width': 1.2 }];
  if (area)
    return [
      'rect',
      {
        x: 1,
        y: -11,
        width: 17,
        height: 13,
        fill: area.fill,
        stroke: ink.context,
      },
    ];
  const ends = line?.upright ? { x1: 9, x2: 9, y1: -12, y2: 3 } : { x1: 0, x2: 18, y1: -4, y2: -4 };
  return ['line', { ...ends, stroke: ink.text, 'stroke-width': 1, 'stroke-dasharray': line?.dash }];
}

/** Draws the keys at the top of a finished chart, which must have left `keysHeight` free. */
export function addKeys(
  svg: SVGSVGElement,
  keys: readonly Key[],
  { document, width }: { document: Document; width: number },
): void {
  const make = (name: string, attributes: Attributes): Element => {
    const element = document.createElementNS(namespace, name);
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
  for (const { key, x, line } of place(keys, width)) {
    const entry = make('g', {
      transform: `translate(${Math.round(x)},${(line + 1) * lineHeight(width) - 8})`,
    });
    const text = make('text', { x: signWidth });
    text.textContent = key.text;
    entry.append(make(...sign(key)), text);
    if (key.area?.sign) {
      const inside = make('text', { x: 9.5, y: 0, 'text-anchor': 'middle', 'font-weight': 600 });
      inside.textContent = key.area.sign;
      entry.append(inside);
    }
    group.append(entry);
  }
  svg.append(group);
}
