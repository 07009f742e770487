import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { fontPart, fontParts } from '../../src/cli/fonts.ts';

const css = readFileSync('src/styles/fonts.css', 'utf8');

/** The code points of the rule that loads a file. */
function declared(file: string): Set<number> {
  const rule = css.split('@font-face').find((text) => text.includes(file)) ?? '';
  const ranges = /unicode-range:([^;]+);/.exec(rule)?.[1]?.match(/[0-9A-F]+(-[0-9A-F]+)?(?=,|\s|$)/g) ?? [];
  return new Set(
    ranges.flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    }),
  );
}

/** The code points that a font has signs for: its cmap of format 4. */
async function covered(file: Buffer, characters: string): Promise<Set<number>> {
  const font = await subsetFont(file, characters, { targetFormat: 'sfnt' });
  const count = font.readUInt16BE(4);
  const entry = Array.from({ length: count }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  const cmap = font.readUInt32BE((entry ?? 0) + 8);
  const tables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) =>
    font.readUInt32BE(cmap + 8 + 8 * i),
  );
  const at = cmap + (tables.find((offset) => font.readUInt16BE(cmap + offset) === 4) ?? 0);
  const segments = font.readUInt16BE(at + 6) / 2;
  const found = new Set<number>();
  for (let i = 0; i < segments; i++) {
    const last = font.readUInt16BE(at + 14 + 2 * i);
    const first = font.readUInt16BE(at + 16 + 2 * segments + 2 * i);
    for (let code = first; code <= last && code < 0xffff; code++) found.add(code);
  }
  return found;
}

describe.each(Object.entries(fontParts))('%s', (name, { characters }) => {
  const path = `src/styles/fonts/${name}.woff2`;

  it('is what npm run fonts makes of the typeface, byte for byte', async () => {
    expect(Buffer.compare(await fontPart(name), readFileSync(path))).toBe(0);
  });

  it('has a sign for every character that its rule sends to it, and the rule names what was cut', async () => {
    const wanted = new Set([...characters].map((character) => character.codePointAt(0) ?? 0));
    expect(declared(`${name}.woff2`)).toEqual(wanted);
    const has = await covered(readFileSync(path), characters);
    expect([...wanted].filter((code) => !has.has(code)).map((code) => code.toString(16))).toEqual([]);
  });
});
