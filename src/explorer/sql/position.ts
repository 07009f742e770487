/** A place in the reader's text: `from`–`to` are offsets, line and column count from 1. */
export interface Place {
  line: number;
  column: number;
  from: number;
  to: number;
}

/** An engine's error: its words without the picture of the place, the kind before the colon, and where it is. */
export interface Located {
  kind: string;
  message: string;
  place: Place | null;
}

const picture = /\nLINE (\d+): (.*)\n( *)\^/;
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How messages name what they complain of. */
const namings = [/near "([^"]+)"/, /column "([^"]+)"/i, /\bname "?([\p{L}\p{N}_.]+)"?/u, /"([^"\n]+)"/];

const namedBy = (message: string): string | undefined =>
  namings.map((naming) => naming.exec(message)?.[1]).find((name) => name !== undefined);

function placeAt(text: string, from: number, length: number): Place {
  const before = text.slice(0, from).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    from,
    to: from + Math.max(1, length),
  };
}

const wordAt = (text: string, from: number): number =>
  /^[\p{L}\p{N}_]+/u.exec(text.slice(from))?.[0].length ?? 1;

/** The caret is off by a letter or two after Cyrillic text: the word that the message names, nearest to it, is meant. */
function nearest(line: string, word: string | undefined, column: number): number {
  if (!word) return column;
  const found = [...line.matchAll(new RegExp(escaped(word), 'giu'))].map(({ index }) => index);
  return found.sort((a, b) => Math.abs(a - column) - Math.abs(b - column))[0] ?? column;
}

/** The engine shows a cut-out of a long line; the caret counts from the start of `LINE n: `. */
function fromPicture(message: string, text: string, added: number): Place | null {
  const [, number, shown = '', spaces = ''] = picture.exec(message) ?? [];
  if (number === undefined) return null;
  const lines = text.split('\n');
  const index = Number(number) - 1 - added;
  const line = lines[index];
  if (line === undefined) return null;
  const caret = spaces.length - `LINE ${number}: `.length;
  const cut = shown.startsWith('...');
  const core = shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const start = cut ? line.indexOf(core) - 3 : 0;
  const column = start + caret;
  if (column < 0 || column > line.length) return null;
  const before = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0);
  const from = before + nearest(line, namedBy(message), column);
  return placeAt(text, from, wordAt(text, from));
}

/** Names that the engine complains of without a picture stand somewhere in the text. */
function fromName(message: string, text: string): Place | null {
  const word = namedBy(message)?.split('.').at(-1);
  if (!word) return null;
  const found = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(word)}(?![\\p{L}\\p{N}_])`, 'iu').exec(text);
  return found ? placeAt(text, found.index, word.length) : null;
}

/**
 * Where in `text` an engine's error points.
 * @param added lines that stood before the reader's text when it was sent
 */
export function locate(raw: string, text: string, added = 0): Located {
  const [, kind = '', rest = raw] = /^([A-Z][\w ]*?) Error: ([\s\S]*)$/.exec(raw) ?? [];
  return {
    kind,
    message: rest
      .replace(/\n\nLINE/, '\nLINE')
      .replace(/\nLINE \d+:[\s\S]*$/, '')
      .trim(),
    place: fromPicture(raw.replace(/\n\nLINE/, '\nLINE'), text, added) ?? fromName(rest, text),
  };
}
