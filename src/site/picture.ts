import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { letter } from '../charts/options.ts';
import { pictureSize } from './sharing.ts';
import { once } from './tables.ts';
import { fromWoff } from './woff.ts';
import { straight, xmlText } from './xml.ts';

/** What stands on a page's picture. */
export interface Picture {
  /** Above the title: the place. */
  place: string;
  title: string;
  text: string;
  /** At the foot: the site and the region, and that data are invented where they are. */
  foot: string;
}

const margin = 32;

/** Words in lines of a width; what does not fit in so many lines ends in dots. Very long words are cut. */
export function lines(text: string, fontSize: number, most: number): string[] {
  const room = Math.floor((pictureSize.width - 2 * margin) / (fontSize * letter));
  const made: string[] = [''];
  const words = straight(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  for (const word of words.flatMap((one) => one.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? [])) {
    const line = made.at(-1) ?? '';
    if (line === '') made[made.length - 1] = word;
    else if (line.length + 1 + word.length <= room) made[made.length - 1] = `${line} ${word}`;
    else made.push(word);
  }
  if (made.length <= most) return made;
  const last = made[most - 1] ?? '';
  return [...made.slice(0, most - 1), `${last.slice(0, room - 1)}…`];
}

/** The picture as SVG; every text in it is inert. */
export function pictureSvg({ place, title, text, foot }: Picture): string {
  const written = (all: readonly string[], y: number, fontSize: number, more = '') =>
    all
      .map(
        (line, index) =>
          `<text x="${margin}" y="${y + index * fontSize * 1.3}" font-size="${fontSize}"${more}>${xmlText(line)}</text>`,
      )
      .join('');
  const named = lines(title, 28, 2);
  const below = 96 + named.length * 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureSize.width}" height="${pictureSize.height}" font-family="Golos Text" fill="#1c2024"><rect width="100%" height="100%" fill="#fcfcfa"/><rect width="8" height="100%" fill="#17557a"/>${written(lines(place, 16, 1), 48, 16, ' fill="#55595f"')}${written(named, 88, 28)}${written(lines(text, 17, Math.floor((270 - below) / 22)), below, 17)}${written(lines(foot, 14, 1), 292, 14, ' fill="#55595f"')}</svg>`;
}

/** The typeface as files that the renderer reads; they are gone when the build ends. */
export const fonts = once(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-fonts-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return ['cyrillic', 'latin'].map((script) => {
    const name = `golos-text-${script}-400-normal`;
    const woff = readFileSync(`node_modules/@fontsource/golos-text/files/${name}.woff`);
    const path = join(folder, `${name}.ttf`);
    writeFileSync(path, fromWoff(woff));
    return path;
  });
});

/** The picture as PNG, 600 × 315: what messengers show beside a link. */
export function picturePng(picture: Picture): Uint8Array {
  const drawing = new Resvg(pictureSvg(picture), {
    font: { fontFiles: fonts(), loadSystemFonts: false, defaultFontFamily: 'Golos Text' },
  });
  return drawing.render().asPng();
}
