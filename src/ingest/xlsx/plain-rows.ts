/** Where rows go that are written in the plain way. */
export interface PlainRowHandler {
  openRow(attributes: { r?: string; hidden?: string }): void;
  cell(cell: PlainCell): void;
  closeRow(): void;
}

/** A cell as its XML has it. */
export interface PlainCell {
  /** Column number, from 0; -1 when the cell has no reference. */
  column: number;
  type: string;
  style: number;
  formula: boolean;
  /** Content of `<v>`; undefined when there is none. */
  value: string | undefined;
  /** Content of `<is><t>`; undefined when there is none. */
  inline: string | undefined;
}

const newCell = (): PlainCell => ({
  column: -1,
  type: 'n',
  style: 0,
  formula: false,
  value: undefined,
  inline: undefined,
});

const [tab, lineFeed, carriageReturn, space, quote, ampersand, apostrophe] = [9, 10, 13, 32, 34, 38, 39];
const [slash, less, equals, greater, bracket] = [47, 60, 61, 62, 93];
const [letterC, letterF, letterI, letterR, letterS, letterT, letterV] = [99, 102, 105, 114, 115, 116, 118];

/** Types of cells, each with the quote that ends it: the most frequent first. */
const types = ['s"', 'n"', 'inlineStr"', 'str"', 'b"', 'e"', 'd"'];

/** Letters, digits and the colon. */
const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);

/** Space between elements. */
export const isBlankCode = (code: number): boolean =>
  code === space || code === lineFeed || code === carriageReturn || code === tab;

/** What a text must be looked at more closely for: its end, markup, references, control characters, no characters. */
const isOddCode = (code: number): boolean =>
  !(code >= space) || code === less || code === ampersand || code === bracket || code >= 0xfffe;

/**
 * Reads the rows of a sheet as spreadsheet programs write them, several times faster than a parser of XML. It knows one
 * form, of which every instance is well-formed XML:
 *
 *     <row …><c r="A1" s="1" t="s"><f>…</f><v>…</v></c><c r="B1" t="inlineStr"><is><t>…</t></is></c></row>
 *
 * with quoted attributes, each at most once, and without references, control characters or anything else. All other
 * rows are left to the parser, which says what is wrong with them; a row is taken whole or not at all.
 */
export class PlainRows {
  #text = '';
  #at = 0;
  #count = 0;
  /** Cells of the row; used again. */
  readonly #cells: PlainCell[] = [];
  readonly #handler: PlainRowHandler;

  constructor(handler: PlainRowHandler) {
    this.#handler = handler;
  }

  /**
   * Takes the row that begins at `from` and hands it over.
   * @returns the index after it; -1 when it is not plain, or not whole
   */
  take(text: string, from: number): number {
    this.#text = text;
    this.#at = from;
    this.#count = 0;
    const attributes = this.#row();
    if (!attributes) return -1;
    this.#handler.openRow(attributes);
    for (let i = 0; i < this.#count; i++) this.#handler.cell(this.#cells[i] as PlainCell);
    this.#handler.closeRow();
    return this.#at;
  }

  #row(): { r?: string; hidden?: string } | undefined {
    if (!this.#skip('<row')) return undefined;
    const attributes: Record<string, string> = Object.create(null);
    while (this.#code() === space) {
      const name = this.#name();
      const value = this.#quoted();
      if (name === '' || value === undefined || name in attributes) return undefined;
      attributes[name] = value;
    }
    if (this.#skip('/>')) return attributes;
    if (!this.#skip('>')) return undefined;
    for (;;) {
      if (this.#code() === less && this.#code(1) === letterC) {
        this.#at += 2;
        if (!this.#cell()) return undefined;
      } else if (isBlankCode(this.#code())) this.#at++;
      else return this.#skip('</row>') ? attributes : undefined;
    }
  }

  /** A cell, from its attributes on. */
  #cell(): boolean {
    if (this.#count === this.#cells.length) this.#cells.push(newCell());
    const cell = this.#cells[this.#count++] as PlainCell;
    cell.value = cell.inline = undefined;
    cell.column = -1;
    cell.type = 'n';
    cell.style = 0;
    cell.formula = false;
    let seen = 0;
    while (this.#code() === space) {
      const kind = this.#attribute(cell);
      if (kind === 0 || (seen & kind) !== 0) return false;
      seen |= kind;
    }
    if (this.#code() === slash) return this.#skip('/>');
    if (this.#code() !== greater) return false;
    this.#at++;
    if (this.#code(1) === letterF) {
      if (this.#element('<f>', '</f>') === undefined) return false;
      cell.formula = true;
    }
    if (this.#code(1) === letterV) cell.value = this.#element('<v>', '</v>');
    else if (this.#code(1) === letterI && this.#skip('<is>')) {
      cell.inline = this.#element('<t>', '</t>') ?? this.#element('<t xml:space="preserve">', '</t>');
      if (!this.#skip('</is>')) return false;
    }
    return this.#skip('</c>');
  }

  /** Reads `r`, `s` or `t`; returns a bit for each, and 0 for anything else. No text is cut out: there are millions. */
  #attribute(cell: PlainCell): number {
    const name = this.#code(1);
    if (this.#code(2) !== equals || this.#code(3) !== quote) return 0;
    this.#at += 4;
    let kind = 0;
    if (name === letterR) {
      cell.column = this.#letters() - 1;
      if (cell.column >= 0 && this.#digits() > 0) kind = 1;
    } else if (name === letterS) {
      cell.style = this.#digits();
      if (cell.style >= 0) kind = 2;
    } else if (name === letterT) {
      const type = types.find((type) => this.#text.startsWith(type, this.#at));
      cell.type = type?.slice(0, -1) ?? '';
      this.#at += type ? type.length - 1 : 0;
      if (type) kind = 4;
    }
    if (this.#code() !== quote) return 0;
    this.#at++;
    return kind;
  }

  /** The column that letters name, from 1; 0 without letters. */
  #letters(): number {
    let column = 0;
    for (let code = this.#code(); code >= 65 && code <= 90; code = this.#code()) {
      column = column * 26 + code - 64;
      this.#at++;
    }
    return column;
  }

  /** A whole number; -1 without digits. */
  #digits(): number {
    let number = 0;
    const from = this.#at;
    for (let code = this.#code(); code >= 48 && code <= 57; code = this.#code()) {
      number = number * 10 + code - 48;
      this.#at++;
    }
    return this.#at === from ? -1 : number;
  }

  /** Text of an element; undefined, and nothing read, when it is not there or not plain. */
  #element(open: string, close: string): string | undefined {
    const start = this.#at;
    if (!this.#skip(open)) return undefined;
    const text = this.#text;
    const from = this.#at;
    let at = from;
    while (!isOddCode(text.charCodeAt(at))) at++;
    this.#at = at;
    if (this.#skip(close)) return text.slice(from, at);
    this.#at = start;
    return undefined;
  }

  /** The name of an attribute, after a space. */
  #name(): string {
    const from = ++this.#at;
    while (isNameCode(this.#code())) this.#at++;
    return this.#text.charCodeAt(from) >= 65 ? this.#text.slice(from, this.#at) : '';
  }

  /** `="…"`, without anything odd in it. */
  #quoted(): string | undefined {
    const text = this.#text;
    const mark = this.#code(1);
    if (this.#code() !== equals || (mark !== quote && mark !== apostrophe)) return undefined;
    const from = this.#at + 2;
    let at = from;
    for (let code = text.charCodeAt(at); code !== mark; code = text.charCodeAt(++at))
      if (isOddCode(code)) return undefined;
    this.#at = at + 1;
    return text.slice(from, at);
  }

  #code(ahead = 0): number {
    return this.#text.charCodeAt(this.#at + ahead);
  }

  #skip(wanted: string): boolean {
    if (!this.#text.startsWith(wanted, this.#at)) return false;
    this.#at += wanted.length;
    return true;
  }
}
