import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The engine's words for a text whose lines do not all end in the same way; it reads nothing of such a text. */
export const isMixedLineEnds = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('state machine reached an invalid state');

/** Ends every line with LF, piece by piece. Line ends inside of quotes stay as they are. */
export class LineMender {
  #quoted = false;
  #afterReturn = false;
  readonly #kinds = new Set<'\n' | '\r' | '\r\n'>();

  /** True when lines have ended in more than one way. */
  get mixed(): boolean {
    return this.#kinds.size > 1;
  }

  mend(text: string): string {
    let made = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      const second = char === '\n' && this.#afterReturn;
      if (this.#afterReturn) this.#kinds.add(second ? '\r\n' : '\r');
      this.#afterReturn = char === '\r' && !this.#quoted;
      if (char === '"') this.#quoted = !this.#quoted;
      else if (second || this.#afterReturn) {
        made += text.slice(from, i) + (second ? '' : '\n');
        from = i + 1;
      } else if (char === '\n' && !this.#quoted) this.#kinds.add('\n');
    }
    return made + text.slice(from);
  }
}

/** A stream of texts whose lines all end with LF. */
export const mending = (mender: LineMender): Transform =>
  new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform: (chunk: string, _encoding, done) => done(null, mender.mend(chunk)),
  });

/** Writes a text again with every line ended by LF. */
export async function sameLineEnds(path: string, target: string): Promise<void> {
  const text = createReadStream(path, { encoding: 'utf8' });
  await pipeline(text, mending(new LineMender()), createWriteStream(target));
}
