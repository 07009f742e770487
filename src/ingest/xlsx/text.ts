import { Fault, type Place } from '../../contract/fault.ts';

/**
 * Collects the text of a string: plain (`<t>`) or rich (`<r><t>` …), without the phonetic runs of East Asian text.
 * Space is kept whether or not `xml:space` asks for it: writers forget it, and cells are trimmed later anyway.
 */
export class TextRuns {
  value = '';
  private collecting = false;
  private phonetic = false;
  private readonly limit: number;
  private readonly place: () => Place;

  constructor(limit: number, place: () => Place) {
    this.limit = limit;
    this.place = place;
  }

  start(): void {
    this.value = '';
    this.collecting = false;
    this.phonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic = true;
    else if (name === 't') this.collecting = !this.phonetic;
  }

  text(text: string): void {
    if (!this.collecting) return;
    this.value += text;
    if (this.value.length > this.limit) throw new Fault('cell-too-long', this.place(), { limit: this.limit });
  }

  close(name: string): void {
    if (name === 't') this.collecting = false;
    else if (name === 'rPh') this.phonetic = false;
  }
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000A-\u001F\u007F\u0085\u2028\u2029]+/g;

/**
 * Text of a cell as one line: Excel's `_x000D_` escapes are undone, then line breaks and control characters become a
 * space. One record of the output is one line therefore, and its number is the row's.
 */
export function cleanText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.search(controls) === -1 ? plain : plain.replace(controls, ' ');
}
