import type { StringTable } from './read-strings.ts';

const pageBytes = 2 ** 20;
const cached = 2 ** 16;

/**
 * Shared strings as UTF-8 in pages: four bytes and the text itself for each, where a JavaScript array would take ten
 * times as much. Strings near the start of the table are the ones that repeat, so they are kept decoded.
 */
export class SharedStrings implements StringTable {
  private readonly pages: Buffer[] = [];
  private used = pageBytes;
  private starts = new Uint32Array(1024);
  private readonly decoded: string[] = [];
  length = 0;

  /** Appends a string of at most a cell's length. */
  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.used + bytes + 4 > pageBytes) {
      this.pages.push(Buffer.allocUnsafeSlow(pageBytes));
      this.used = 0;
    }
    const page = this.pages.at(-1) as Buffer;
    if (this.length === this.starts.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.length++] = (this.pages.length - 1) * pageBytes + this.used;
    page.writeUInt32LE(bytes, this.used);
    page.write(text, this.used + 4);
    this.used += bytes + 4;
  }

  /** The string with this index, if there is one. */
  get(index: number): string | undefined {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    const start = index < this.length ? this.starts[index] : undefined;
    if (start === undefined) return undefined;
    const page = this.pages[Math.floor(start / pageBytes)] as Buffer;
    const at = start % pageBytes;
    const text = page.toString('utf8', at + 4, at + 4 + page.readUInt32LE(at));
    if (index === this.decoded.length && index < cached) this.decoded.push(text);
    return text;
  }
}
