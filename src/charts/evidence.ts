import { finish } from './finish.ts';
import { type ChartOptions, fontSize, ink, isNarrow, letter } from './options.ts';

/** Where a share went; the arrow says it, and the word beside it how far to believe it. */
export type Arrow = 'down' | 'up' | 'same' | 'open';

export interface EvidenceInput {
  arrow: Arrow | null;
  word: string;
  sentences: readonly string[];
}

const namespace = 'http://www.w3.org/2000/svg';
const arrows: Record<Arrow, string> = {
  down: 'M12,2V20M4,13L12,21L20,13',
  up: 'M12,22V4M4,11L12,3L20,11',
  same: 'M3,9H21M3,15H21',
  open: 'M7,8A5,5 0 1 1 12,13V15.5M12,20V20.5',
};

function lines(text: string, letters: number): string[] {
  const made: string[] = [];
  for (const word of text.split(' ')) {
    const last = made.at(-1);
    if (last !== undefined && last.length + word.length < letters) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}

/** The arrow, the word of the evidence and its sentences as a picture. */
export function evidenceChart(input: EvidenceInput, options: ChartOptions): SVGSVGElement {
  const { document, width } = options;
  const make = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
    const element = document.createElementNS(namespace, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const size = fontSize(width) + (isNarrow(width) ? 0 : 1);
  const left = input.arrow ? 36 : 0;
  const bold = lines(input.word, Math.floor((width - left) / ((size + 4) * letter)));
  const plain = lines(input.sentences.join(' '), Math.floor((width - left) / (size * letter)));
  const at = (index: number) => 22 + index * (size + 10);
  const below = at(bold.length);
  const height = Math.ceil(below + plain.length * size * 1.4 + 4);
  const svg = make('svg', {
    class: 'chart',
    fill: 'currentColor',
    'font-size': size,
    'text-anchor': 'start',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }) as SVGSVGElement;
  if (input.arrow)
    svg.append(
      make('path', {
        d: arrows[input.arrow],
        transform: 'translate(2,4)',
        fill: 'none',
        stroke: ink.strong,
        'stroke-width': 3,
        'stroke-linecap': 'round',
      }),
    );
  for (const [index, line] of bold.entries())
    svg.append(
      make(
        'text',
        { x: left, y: at(index), 'font-size': size + 4, 'font-weight': 600, fill: ink.strong },
        line,
      ),
    );
  for (const [index, line] of plain.entries())
    svg.append(make('text', { x: left, y: Math.round(below + index * size * 1.4), fill: ink.text }, line));
  return finish(svg, { label: options.label ?? [input.word, ...input.sentences].join('. ') });
}
