import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The engine's words for a text whose lines do not all end in the same way; it reads nothing of such a text. */
export const isMixedLineEnds = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('state machine reached an invalid state');

/** Writes a text again with every line ended by LF. Line ends inside of quotes stay as they are. */
export async function sameLineEnds(path: string, target: string): Promise<void> {
  let quoted = false;
  let afterReturn = false;
  const mend = (text: string): string => {
    let made = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      const second = char === '\n' && afterReturn;
      afterReturn = char === '\r' && !quoted;
      if (char === '"') quoted = !quoted;
      else if (second || afterReturn) {
        made += text.slice(from, i) + (second ? '' : '\n');
        from = i + 1;
      }
    }
    return made + text.slice(from);
  };
  const transform = new Transform({
    decodeStrings: false,
    transform: (chunk: string, _encoding, done) => done(null, mend(chunk)),
  });
  await pipeline(createReadStream(path, { encoding: 'utf8' }), transform, createWriteStream(target));
}
