import { isBlankCode } from './plain-rows.ts';

/** The parser of a part, as far as one must know it to leave something out that it would have read. */
export interface Watched {
  write(text: string): void;
  /** Elements that are open. */
  readonly depth: number;
  /** Tags read so far. */
  readonly tags: number;
  /** Name of the element that the last tag opened; empty after an end tag. */
  readonly opened: string;
}

/** Reads an element of a text; returns the index after it, or -1 to leave it to the parser. */
export type Take = (text: string, from: number) => number;

/** A start tag that is longer is the parser's. */
const longestTag = 2 ** 16;

/**
 * Feeds a parser, but hands the children of one element to somebody who reads them faster. The parser sees everything
 * else, also each child that was not taken, so it finds every fault that is not inside of a child that was taken.
 */
export class Bypass {
  #state: 'before' | 'within' | 'past' = 'before';
  #rest = '';
  #depth = 0;
  readonly #parser: Watched;
  readonly #parent: string;
  readonly #child: string;
  readonly #take: Take;
  /** Children taken so far. */
  taken = 0;

  constructor(parser: Watched, parent: string, child: string, take: Take) {
    this.#parser = parser;
    this.#parent = parent;
    this.#child = child;
    this.#take = take;
  }

  /** Characters that neither the parser nor anybody else has seen. */
  get waiting(): number {
    return this.#rest.length;
  }

  write(chunk: string): void {
    this.#rest = this.#rest === '' ? chunk : this.#rest + chunk;
    if (this.#state === 'before') this.#find();
    if (this.#state === 'within') this.#read();
    if (this.#state === 'past') this.end();
  }

  /** Gives the parser what is left. */
  end(): void {
    this.#parser.write(this.#rest);
    this.#rest = '';
  }

  #pass(to: number): void {
    this.#parser.write(this.#rest.slice(0, to));
    this.#rest = this.#rest.slice(to);
  }

  /** Whether a tag is the parent's is the parser's to say: it may stand in a comment. */
  #find(): void {
    for (;;) {
      const at = this.#rest.indexOf(`<${this.#parent}`);
      const end = at === -1 ? -1 : this.#rest.indexOf('>', at);
      if (end === -1) {
        const last = at === -1 ? this.#rest.lastIndexOf('<') : at;
        this.#pass(last === -1 || this.#rest.length - last > longestTag ? this.#rest.length : last);
        return;
      }
      this.#pass(end);
      const { tags } = this.#parser;
      this.#pass(1);
      if (this.#parser.tags !== tags + 1 || this.#parser.opened !== this.#parent) continue;
      this.#depth = this.#parser.depth;
      this.#state = 'within';
      return;
    }
  }

  #read(): void {
    const text = this.#rest;
    const [start, end] = [`<${this.#child}`, `</${this.#child}>`];
    const whole = text.lastIndexOf(end);
    let at = 0;
    for (;;) {
      while (isBlankCode(text.charCodeAt(at))) at++;
      if (at > whole) break;
      if (!text.startsWith(start, at)) {
        this.#state = 'past';
        break;
      }
      const next = this.#take(text, at);
      if (next !== -1) {
        this.taken++;
        at = next;
        continue;
      }
      const after = text.indexOf(end, at) + end.length;
      if (!this.#give(text.slice(at, after))) {
        at = after;
        this.#state = 'past';
        break;
      }
      at = after;
    }
    this.#rest = text.slice(at);
    // What begins otherwise is no child, and need not be waited for.
    const known = Math.min(start.length, this.#rest.length);
    if (!start.startsWith(this.#rest.slice(0, known))) this.#state = 'past';
  }

  /** @returns true when the parser has read a child and stands where it stood before */
  #give(child: string): boolean {
    this.#parser.write(child.slice(0, -1));
    const { tags } = this.#parser;
    this.#parser.write(child.slice(-1));
    return this.#parser.tags === tags + 1 && this.#parser.depth === this.#depth;
  }
}
