/** The roles of colour that a page's own rules know; see styles/charts.css. */
const role = /(fill|stroke)="var\(--chart-([\w-]+), #\w+\)"/g;

interface Tag {
  name: string;
  attributes: Record<string, string>;
}

function parsed(text: string): Tag {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes[name] = value;
  return { name: /^<([\w:-]+)/.exec(text)?.[1] ?? '', attributes };
}

/** One subpath of a straight line or a rectangle, and what else the element says; `null` for other elements. */
function subpath(text: string): { path: string; rest: string } | null {
  const { name, attributes } = parsed(text);
  const rest = (drawn: readonly string[]) =>
    Object.entries(attributes)
      .filter(([key]) => !drawn.includes(key))
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
  const { x1, x2, y1, y2, x, y, width, height } = attributes;
  if (name === 'line' && y1 === y2)
    return { path: `M${x1},${y1}H${x2}`, rest: rest(['x1', 'x2', 'y1', 'y2']) };
  if (name === 'line' && x1 === x2)
    return { path: `M${x1},${y1}V${y2}`, rest: rest(['x1', 'x2', 'y1', 'y2']) };
  if (name === 'rect' && x && y)
    return { path: `M${x},${y}h${width}v${height}h-${width}z`, rest: rest(['x', 'y', 'width', 'height']) };
  return null;
}

const drawn = /^<(?:line|rect) [^>]*\/>$/;

/** Neighbouring lines and rectangles that look the same, as one path each. */
function merged(run: readonly string[]): string {
  const paths = new Map<string, string>();
  let rest = '';
  for (const text of run) {
    const piece = subpath(text);
    if (piece) paths.set(piece.rest, (paths.get(piece.rest) ?? '') + piece.path);
    else rest += text;
  }
  return [...paths].map(([attributes, path]) => `<path${attributes} d="${path}"/>`).join('') + rest;
}

/** Leaves out groups that say nothing, and joins what may be one path. */
function joined(markup: string): string {
  const open: boolean[] = [];
  const run: string[] = [];
  let text = '';
  const flush = () => {
    if (run.length > 0) text += merged(run.splice(0));
  };
  for (const piece of markup.split(/(<[^>]*>)/)) {
    if (piece === '') continue;
    if (drawn.test(piece)) {
      run.push(piece);
      continue;
    }
    flush();
    if (piece.startsWith('<g')) {
      open.push(piece !== '<g>');
      if (piece === '<g>') continue;
    } else if (piece === '</g>' && !open.pop()) continue;
    text += piece;
  }
  flush();
  return text;
}

/** `fill="var(--chart-strong, …)"` as a class, several of one element together. */
function classed(tag: string): string {
  if (!tag.includes('var(--chart-')) return tag;
  const names: string[] = [];
  const rest = tag.replace(role, (_, property: string, name: string) => {
    names.push(`${property === 'fill' ? 'f' : 's'}-${name}`);
    return '';
  });
  if (names.length === 0) return tag;
  const own = /class="([^"]*)"/.exec(rest)?.[1];
  const all = `class="${[...(own ? [own] : []), ...names].join(' ')}"`;
  const put = own
    ? rest.replace(/class="[^"]*"/, all)
    : rest.replace(/^<[\w:-]+/, (head) => `${head} ${all}`);
  return put.replace(/ {2,}/g, ' ').replace(/ (?=\/?>)/, '');
}

/** A pixel is enough for what lies in the picture; small numbers are shapes and widths of lines. */
const whole = (tag: string): string =>
  !tag.includes('.') ? tag : tag.replace(/\d{2,}\.\d+/g, (number) => String(Math.round(Number(number))));

/** `transform="translate(9,8)"` of a text is its place. */
const placed = (tag: string): string => {
  const at = /^<text y="([\d.]+)em" transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/.exec(tag);
  return at ? `<text x="${at[2]}" y="${at[3]}" dy="${at[1]}em"${tag.slice(at[0].length)}` : tag;
};

/**
 * The markup of a chart for a page: it looks the same in a third of the bytes, because colours are classes of the page's
 * style sheet and lines that look alike are one path. Titles that only a mouse would find are left out unless they are
 * asked for: the table beside the chart has the same numbers. A chart that must stand alone is not made compact.
 */
export function compact(markup: string, { titles = false }: { titles?: boolean } = {}): string {
  const short = markup
    .replaceAll(' />', '/>')
    .replaceAll('&#160;', '\u00a0')
    .replaceAll(' transform="translate(0,0)"', '')
    .replaceAll(' font-variant="tabular-nums"', '')
    .replace(titles ? /(?!)/ : /<title>[^<]*<\/title>/g, '')
    .replace(/<[^>]*>/g, (tag) => (tag.startsWith('<svg') ? tag : classed(placed(whole(tag)))));
  return joined(short).replace(/<(circle|path|rect|line)([^>]*)><\/\1>/g, '<$1$2/>');
}
