import { ink, isNarrow } from './options.ts';

/** One comparison: a difference of shares with its bounds, fractions; under 0 is fewer pupils below the threshold. */
export interface EffectRow {
  /** What is compared, such as `ВПР, 2019 → 2021`. */
  name: string;
  /** The difference as it is written. */
  text: string;
  effect: number;
  low: number;
  high: number;
}

export interface EffectInput {
  /** Rows under a heading each, from top to bottom. */
  groups: readonly { heading: string; rows: readonly EffectRow[] }[];
  /** Words at the two sides of 0. */
  sides: readonly [less: string, more: string];
  /** A difference as a mark of the axis. */
  mark: (value: number) => string;
  label: string;
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
const px = (value: number): string => String(Math.round(value * 10) / 10);

interface Text {
  x: number;
  y: number;
  anchor?: 'middle' | 'end';
  weight?: number;
}

const written = (text: string, { x, y, anchor, weight }: Text): string =>
  `<text x="${px(x)}" y="${px(y)}"${anchor ? ` text-anchor="${anchor}"` : ''}${weight ? ` font-weight="${weight}"` : ''}>${escaped(text)}</text>`;

/** The axis: the reach of its ends, a multiple of the step between its marks. */
function axis(rows: readonly EffectRow[]): { reach: number; step: number } {
  const far = Math.max(0.01, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const step = far > 0.15 ? 0.1 : 0.05;
  return { reach: Math.ceil(far / step - 1e-9) * step, step };
}

interface Place {
  y: number;
  height: number;
  width: number;
  small: boolean;
  at: (value: number) => number;
}

/** Name and difference of a row, its bounds as a line and the point between them. */
function drawnRow({ name, text, effect, low, high }: EffectRow, place: Place): string[] {
  const { y, height, width, small, at } = place;
  const line = y + height - (small ? 12 : 14);
  const words = small ? y + 16 : line + 4;
  const clear = low > 0 || high < 0;
  const colour = clear ? ink.strong : ink.context;
  const ends = [low, high].map((value) => `M${px(at(value))},${px(line - 4)}v8`).join('');
  return [
    written(name, { x: 0, y: words }),
    written(text, { x: width, y: words, anchor: 'end' }),
    `<path d="M${px(at(low))},${px(line)}H${px(at(high))}${ends}" stroke="${colour}" stroke-width="${clear ? 2.5 : 1.5}" fill="none" />`,
    `<circle cx="${px(at(effect))}" cy="${px(line)}" r="${clear ? 5 : 4}" fill="${colour}" />`,
  ];
}

/**
 * Differences as points with their bounds beside a line at 0. Where the line of a row crosses it, there is no clear
 * difference; a row clear of it is drawn strong.
 */
export function programmeEffectsChart(input: EffectInput, width: number): string {
  const small = isNarrow(width);
  const size = small ? 14 : 13;
  const [rowHeight, headHeight] = [small ? 44 : 28, small ? 34 : 30];
  const [left, right] = small ? [10, width - 14] : [170, width - 90];
  const { reach, step } = axis(input.groups.flatMap(({ rows }) => rows));
  const at = (value: number): number => left + ((value + reach) / (2 * reach)) * (right - left);
  const marks = Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, n) => n * step - reach);
  const parts: string[] = [];
  let y = size + 8;
  for (const { heading, rows } of input.groups) {
    parts.push(written(heading, { x: 0, y: y + headHeight - 12, weight: 600 }));
    y += headHeight;
    const bottom = y + rows.length * rowHeight;
    for (const value of marks) {
      const zero = Math.abs(value) < step / 2;
      parts.push(
        `<path d="M${px(at(value))},${px(y - 4)}V${px(bottom)}" stroke="${zero ? ink.text : ink.grid}" stroke-width="${zero ? 1.5 : 1}" />`,
      );
    }
    for (const row of rows) {
      parts.push(...drawnRow(row, { y, height: rowHeight, width, small, at }));
      y += rowHeight;
    }
  }
  parts.push(
    ...marks.map((value) => written(input.mark(value), { x: at(value), y: y + size + 4, anchor: 'middle' })),
  );
  const sides = [
    written(`← ${input.sides[0]}`, { x: at(0) - 10, y: size + 4, anchor: 'end' }),
    written(`${input.sides[1]} →`, { x: at(0) + 10, y: size + 4 }),
  ];
  const height = Math.ceil(y + size + 12);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(input.label)}" font-size="${size}" fill="${ink.text}">${sides.join('')}${parts.join('')}</svg>`;
}
