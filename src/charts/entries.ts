import { apart, beside } from './every.ts';
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

interface Place {
  x: number;
  /** From the chart upwards: the last line of every language is as near to it. */
  above: number;
}

/** Positions of the entries of a legend in one language, broken into lines of the given width. */
function placed(texts: readonly string[], width: number, { signWidth, gap }: EntryRoom): Place[] {
  const size = fontSize(width);
  let x = 0;
  let line = 0;
  const places = texts.map((text) => {
    const needed = signWidth + text.length * size * letter;
    if (x > 0 && x + needed > width) {
      x = 0;
      line += 1;
    }
    const at = { x, line };
    x += needed + gap;
    return at;
  });
  return places.map((place) => ({ x: place.x, above: line - place.line }));
}

/** The positions in each language, and the number of lines that is enough for all. */
function place(items: readonly { text: string }[], width: number, room: EntryRoom) {
  const ways = apart(items.map(({ text }) => text)).map((texts) => placed(texts, width, room));
  return { ways, lines: Math.max(0, ...ways.flat().map(({ above }) => above + 1)) };
}

/** Height of the lines that the entries take at a width; 0 where there are none. */
export const entriesHeight = (items: readonly { text: string }[], width: number, room: EntryRoom): number =>
  place(items, width, room).lines * lineHeight(width);

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
  const { ways, lines } = place(items, width, room);
  for (const [index, item] of items.entries()) {
    const at = ways.map((places) => {
      const { x, above } = places[index] as Place;
      return `translate(${Math.round(x)},${(lines - above) * lineHeight(width) - 8})`;
    });
    const entry = make('g', { transform: beside(at) });
    const words = make('text', { x: room.signWidth });
    words.textContent = item.text;
    entry.append(...draw(item, words, make));
    group.append(entry);
  }
  svg.append(group);
}
