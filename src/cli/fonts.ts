import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/** A part of the typeface that every page loads: the script it is cut from, and its characters. */
interface Part {
  source: 'cyrillic' | 'latin';
  characters: string;
}

const between = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

/**
 * What Russian and English text is written with. Letters with other marks stay in the whole files of the typeface, which
 * a browser fetches only for a page that has them: src/styles/fonts.css.
 */
export const fontParts: Readonly<Record<string, Part>> = {
  'golos-cyrillic': {
    source: 'cyrillic',
    characters: `\u0301${between(0x401, 0x40c)}${between(0x40e, 0x44f)}${between(0x451, 0x45c)}ўџ№`,
  },
  'golos-latin': {
    source: 'latin',
    characters: `${between(0x20, 0x7e)}\u00a0§«\u00ad°±²·»×–—‘’‚“”„…€↑↓−`,
  },
};

/** The typeface's part by name as WOFF2; the same bytes every time. */
export function fontPart(name: string): Promise<Buffer> {
  const part = fontParts[name];
  if (!part) throw new RangeError(`invalid part of the typeface: ${name}`);
  const file = `node_modules/@fontsource/golos-text/files/golos-text-${part.source}-400-normal.woff2`;
  return subsetFont(readFileSync(file), part.characters, { targetFormat: 'woff2' });
}
