import { fontSize, ink, letter } from './options.ts';

/** The room that the sign of an entry takes, and the space behind an entry. */
export interface EntryRoom {
  signWidth: number;
  gap: number;
}

/** An SVG element by its name and attributes; those that are undefined are left out. */
export type Shape = [name: string, attributes: Record<string, string | number | undefined>];
export type Make = (...shape: Shape) => Element;

const svgNamespace = 'http://www.w3.org/2000/svg';
const lineHeight = (width: number): number => fontSize(width) + 8;

/** Positions of the entries of a legend, broken into lines of the given width. */
function place<T extends { text: string }>(
  items: readonly T[],
  width: number,
  { signWidth, gap }: EntryRoom,
) {
  const size = fontSize(width);
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

/** Height of the lines that the entries take at a width; 0 where there are none. */
export function entriesHeight(items: readonly { text: string }[], width: number, room: EntryRoom): number {
  const last = place(items, width, room).at(-1);
  return last ? (last.line + 1) * lineHeight(width) : 0;
}

/**
 * Draws the entries of a legend at the top of a finished chart, which must have left their height free.
 * @param draw the elements of one entry: its sign around (10, −4), and its words
 */
export function addEntries<T extends { text: string }>(
  svg: SVGSVGElement,
  items: readonly T[],
  { document, width }: { document: Document; width: number },
  room: EntryRoom,
  draw: (item: T, words: Element, make: Make) => Element[],
): void {
  const make: Make = (name, attributes) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(key, String(value));
    return element;
  };
  const group = make('g', {
    class: 'chart-legend',
    fill: ink.text,
    'font-size': fontSize(width),
    'text-anchor': 'start',
  });
  for (const { item, x, line } of place(items, width, room)) {
    const y = (line + 1) * lineHeight(width) - 8;
    const entry = make('g', { transform: `translate(${Math.round(x)},${y})` });
    const words = make('text', { x: room.signWidth });
    words.textContent = item.text;
    entry.append(...draw(item, words, make));
    group.append(entry);
  }
  svg.append(group);
}
