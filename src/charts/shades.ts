import type { Language } from '../contract/vocabulary.ts';
import { percent } from '../i18n/formats.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Key } from './keys.ts';
import { ink } from './options.ts';

/** Upper ends of the classes of a share; the first is "none at all". */
const bounds = [0, 0.1, 0.25, 1] as const;
const fills = [
  ink.paper,
  'var(--chart-mark-5, #e2edf3)',
  'var(--chart-mark-4, #a9c9db)',
  'var(--chart-mark-3, #4f86a6)',
] as const;
const texts = [
  ink.text,
  'var(--chart-mark-5-text, #16191c)',
  'var(--chart-mark-4-text, #16191c)',
  'var(--chart-mark-3-text, #ffffff)',
];

const classOf = (share: number): number => bounds.findIndex((bound) => share <= bound + 1e-9);

/** Signs of areas without one shade: they must not look like a class, also in black and white. */
export const signs = { range: '?', none: '×' } as const;

/** The shade of a share: `range` where its ends lie in two classes, `none` where nothing is known. */
export function shade(share: Interval | null): {
  fill: string;
  text: string;
  kind: 'known' | 'range' | 'none';
} {
  const plain = { fill: ink.paper, text: ink.text };
  if (!share) return { ...plain, kind: 'none' };
  const low = classOf(share.low);
  if (low !== classOf(share.high)) return { ...plain, kind: 'range' };
  return { fill: fills[low] ?? ink.paper, text: texts[low] ?? ink.text, kind: 'known' };
}

/** The keys of the shades that a chart uses. */
export function shadeKeys(
  shares: readonly (Interval | null)[],
  words: { range: string; none: string },
  lang: Language,
): Key[] {
  const used = new Set(shares.map((share) => shade(share).kind));
  const name = (index: number) => {
    const [low = 0, high = 1] = [bounds[index - 1], bounds[index]];
    if (index === 0) return percent(lang, 0);
    if (high === 1) return `> ${percent(lang, low)}`;
    return low === 0 ? `≤ ${percent(lang, high)}` : `${Math.round(low * 100)}–${percent(lang, high)}`;
  };
  const known = fills.map((fill, index) => ({ text: name(index), area: { fill } }));
  return [
    ...(used.has('known') ? known : []),
    ...(used.has('range') ? [{ text: words.range, area: { fill: ink.paper, sign: signs.range } }] : []),
    ...(used.has('none') ? [{ text: words.none, area: { fill: ink.grid, sign: signs.none } }] : []),
  ];
}
