import { darkRules, ink, plainColours } from '../../charts/colours.ts';

/** One picture of a poster: `id` names it in the address, `alt` says it in words. */
export interface Picture {
  id: string;
  title: string;
  alt: string;
  /** Drawings for a wide screen and for a phone, markup of `<svg>`. */
  wide: readonly string[];
  narrow: readonly string[];
}

/** What stands in every picture, so that one that is passed on still says where it is from. */
export interface Frame {
  /** Whose figures. */
  subject: string;
  /** Source, release, and that the data are invented where they are. */
  foot: readonly string[];
}

export interface Placed {
  id: string;
  y: number;
  width: number;
  height: number;
}

const fonts = "'Golos Text','PT Sans','Segoe UI','DejaVu Sans',Arial,sans-serif";
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML forbids the other control characters even as references. */
const escaped = (text: string): string =>
  [...text]
    .filter((sign) => sign >= ' ' || sign === '\n')
    .join('')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Breaks a text into lines of about so many letters; a longer word is left whole. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Drawing {
  width: number;
  height: number;
  inner: string;
}

/** A drawing as it can stand inside another: its size, its own attributes of text, its content without idle space. */
function drawing(svg: string, kind: 'wide' | 'narrow'): Drawing {
  const open = /^<svg([^>]*)>/.exec(svg)?.[1] ?? '';
  const size = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(open)?.[1] ?? 0);
  const font = /\sfont-size="([^"]+)"/.exec(open)?.[1] ?? '13';
  const anchor = /\stext-anchor="([^"]+)"/.exec(open)?.[1] ?? 'middle';
  const inner = plainColours(svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')))
    .replaceAll('&nbsp;', '&#160;')
    .replace(/>\s*\n\s*</g, '><')
    .replace(/ transform="translate\(0,0\)"/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/currentColor/g, ink.title)
    // A phone has no pointer to rest on a point.
    .replace(kind === 'narrow' ? /<title>[^<]*<\/title>/g : /(?!)/, '');
  return {
    width: size('width'),
    height: size('height'),
    inner: `<g font-size="${font}" text-anchor="${anchor}" fill="${ink.title}">${inner}</g>`,
  };
}

const edge = 16;
const letter = 0.58;
/** Outside the site another typeface stands in, and a bold one is wide. */
const boldLetter = 0.68;

function text(lines: readonly string[], y: number, size: number, fill: string, weight = 400): string {
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
  return lines
    .map(
      (line, index) =>
        `<text x="${edge}" y="${y + Math.round((index + 0.8) * size * 1.35)}" font-size="${size}" fill="${fill}"${bold}>${escaped(line)}</text>`,
    )
    .join('');
}

const linesHeight = (lines: readonly string[], size: number): number =>
  Math.round(lines.length * size * 1.35);

/** Drawings side by side where two fit, else below each other. */
function arranged(drawings: readonly Drawing[], width: number, y: number) {
  const columns = drawings.length > 1 && drawings.every((one) => one.width * 2 <= width) ? 2 : 1;
  let top = y;
  const placed: string[] = [];
  for (let at = 0; at < drawings.length; at += columns) {
    const row = drawings.slice(at, at + columns);
    for (const [column, { inner }] of row.entries())
      placed.push(
        `<g transform="translate(${edge + column * ((width - 2 * edge + 24) / 2)},${top})">${inner}</g>`,
      );
    top += Math.max(...row.map(({ height }) => height)) + 16;
  }
  return { content: placed.join(''), bottom: top };
}

function picture(one: Picture, frame: Frame, kind: 'wide' | 'narrow', width: number, y: number) {
  const room = (size: number, each = letter) => Math.floor((width - 2 * edge) / (size * each));
  const [title, subject] = [wrapped(one.title, room(17, boldLetter)), wrapped(frame.subject, room(14))];
  const foot = frame.foot.flatMap((line) => wrapped(line, room(12)));
  let at = y + 10;
  const parts = [text(title, at, 17, ink.title, 600)];
  at += linesHeight(title, 17);
  parts.push(text(subject, at, 14, ink.text));
  at += linesHeight(subject, 14) + 10;
  const { content, bottom } = arranged(
    one[kind].map((svg) => drawing(svg, kind)),
    width,
    at,
  );
  parts.push(content, text(foot, bottom, 12, ink.text));
  const height = bottom + linesHeight(foot, 12) + 12 - y;
  return { markup: `<g>${parts.join('')}</g>`, placed: { id: one.id, y, width, height } };
}

export interface Poster {
  svg: string;
  /** Where each picture stands; `<view>`s of the same names show one alone. */
  placed: Placed[];
}

/** True where the drawings for a wide screen are those for a phone. */
export const fitsPhone = (pictures: readonly Picture[]): boolean =>
  pictures.every(({ wide, narrow }) => wide.length === 1 && wide[0] === narrow[0]);

const widthOf = (pictures: readonly Picture[], kind: 'wide' | 'narrow'): number =>
  kind === 'narrow' || fitsPhone(pictures) ? 340 : 720;

/**
 * All pictures of a chart below each other in one file that stands alone: titles, legend, source, release and the
 * colours of both themes inside, no script, no font of ours needed. `chart.svg#<id>` shows one picture.
 */
export function poster(pictures: readonly Picture[], frame: Frame, kind: 'wide' | 'narrow'): Poster {
  const width = widthOf(pictures, kind) + 2 * edge;
  const placed: Placed[] = [];
  const parts: string[] = [];
  let y = 0;
  for (const one of pictures) {
    const made = picture(one, frame, kind, width, y);
    placed.push(made.placed);
    parts.push(made.markup);
    y += made.placed.height;
  }
  const views = placed
    .map(({ id, y: top, height }) => `<view id="${id}" viewBox="0 ${top} ${width} ${height}"/>`)
    .join('');
  const name = pictures.length === 1 ? (pictures[0]?.title ?? '') : frame.subject;
  const words = pictures
    .map(({ title, alt }) => (alt.startsWith(title) ? alt : `${title}. ${alt}`))
    .join('\n');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" font-family="${fonts}"><title>${escaped(`${name} — ${frame.subject}`)}</title><desc>${escaped(words)}</desc><style>${darkRules}</style>${views}<rect width="${width}" height="${y}" fill="${ink.paper}"/>${parts.join('')}</svg>\n`;
  return { svg, placed };
}

/** A picture that only says something, for pages that show the picture of a chart that is no longer there. */
export function saidPicture(said: string): string {
  const [width, size] = [720, 17];
  const lines = wrapped(said, Math.floor((width - 2 * edge) / (size * letter)));
  const height = linesHeight(lines, size) + 2 * edge;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}"><title>${escaped(said)}</title><desc>${escaped(said)}</desc><style>${darkRules}</style><rect width="${width}" height="${height}" fill="${ink.paper}"/>${text(lines, edge, size, ink.title)}</svg>\n`;
}
