import { addEntries, entriesHeight, type Shape } from './entries.ts';
import { ink } from './options.ts';
import { type Look, outline } from './shapes.ts';

/** One entry of a legend: a shape, a shade of an area, or a line, and its words. */
export interface Key {
  text: string;
  look?: Look;
  /** A shade, with a sign on it where the shade alone would not tell. */
  area?: { fill: string; sign?: string };
  line?: { dash?: string; upright?: boolean };
}

const room = { signWidth: 24, gap: 14 };

/** Height that the keys take at a width. */
export function keysHeight(keys: readonly Key[], width: number): number {
  const lines = entriesHeight(keys, width, room);
  return lines > 0 ? lines + 4 : 0;
}

function sign({ look, area, line }: Key): Shape {
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
  at: { document: Document; width: number },
): void {
  addEntries(svg, keys, at, room, (key, words, make) => {
    if (!key.area?.sign) return [make(...sign(key)), words];
    const inside = make('text', { x: 9.5, y: 0, 'text-anchor': 'middle', 'font-weight': 600 });
    inside.textContent = key.area.sign;
    return [make(...sign(key)), words, inside];
  });
}
