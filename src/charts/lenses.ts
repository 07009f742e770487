import type { Interval } from '../stats/wilson.ts';
import { finish } from './finish.ts';
import { addKeys, type Key, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink } from './options.ts';

/** One work: of how many schools the share got better, by the order's count and beyond chance. */
export interface LensLine {
  name: string;
  formal: Interval;
  confirmed: Interval;
  of: Interval;
  /** The same in words. */
  formalText: string;
  confirmedText: string;
}

export interface LensesInput {
  lines: readonly LensLine[];
  words: { formal: string; confirmed: string; of: string };
}

const namespace = 'http://www.w3.org/2000/svg';
const barHeight = 18;

/** Two bars per work on one scale of schools: formally better, and confirmed; a range is open above its certain part. */
export function lensesChart({ lines, words }: LensesInput, options: ChartOptions): SVGSVGElement {
  const { document, width } = options;
  const make = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
    const element = document.createElementNS(namespace, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const keys: Key[] = [
    { text: words.formal, area: { fill: ink.context } },
    { text: words.confirmed, area: { fill: ink.strong } },
    { text: words.of, area: { fill: ink.grid } },
  ];
  const size = fontSize(width);
  const top = keysHeight(keys, width) + 8;
  const step = size + 10 + 2 * (barHeight + 4) + 12;
  const room = width - 130;
  const scale = room / Math.max(1, ...lines.map(({ of }) => of.high));
  const height = top + lines.length * step;
  const svg = make('svg', {
    class: 'chart',
    fill: 'currentColor',
    'font-size': size,
    'text-anchor': 'start',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }) as SVGSVGElement;
  const bar = (y: number, { low, high }: Interval, of: Interval, fill: string, text: string) => {
    const box = (from: number, to: number, look: Record<string, string | number>) =>
      make('rect', { x: from * scale, y, width: Math.max(0, to - from) * scale, height: barHeight, ...look });
    svg.append(box(0, of.high, { fill: ink.grid }), box(0, low, { fill }));
    if (high > low) svg.append(box(low, high, { fill: ink.paper, stroke: fill, 'stroke-dasharray': '3,2' }));
    svg.append(make('text', { x: of.high * scale + 6, y: y + barHeight - 5, fill: ink.text }, text));
  };
  for (const [index, line] of lines.entries()) {
    const y = top + index * step;
    svg.append(make('text', { x: 0, y: y + size, fill: ink.text, 'font-weight': 600 }, line.name));
    bar(y + size + 8, line.formal, line.of, ink.context, line.formalText);
    bar(y + size + 8 + barHeight + 4, line.confirmed, line.of, ink.strong, line.confirmedText);
  }
  addKeys(svg, keys, { document, width });
  const told = lines.map(
    ({ name, formalText, confirmedText }) =>
      `${name}: ${words.formal} ${formalText}, ${words.confirmed} ${confirmedText}`,
  );
  return finish(svg, { label: options.label ?? told.join('; ') });
}
