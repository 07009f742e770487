import type { Block, TextTable } from '../../contract/blocks.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { noteMessages } from '../../i18n/pages-note.ts';
import type { NoteText } from './document.ts';

/** The note as a part of the page, laid out as the document is: what is printed. Texts are set as texts, never as markup. */
export class Sheet {
  readonly #document: Document;
  readonly #lang: Language;
  readonly #words: ReturnType<typeof noteMessages>;
  figures = 0;
  tables = 0;

  constructor(document: Document, lang: Language) {
    this.#document = document;
    this.#lang = lang;
    this.#words = noteMessages(lang);
  }

  draw({ name, sections }: NoteText): DocumentFragment {
    const sheet = this.#document.createDocumentFragment();
    const title = this.#add(sheet, 'h2', '', 'note-title');
    this.#add(title, 'span', this.#words.kind.toUpperCase());
    this.#add(title, 'span', this.#words.about(name));
    for (const [index, section] of sections.entries()) {
      this.#add(sheet, 'h3', `${index + 1} ${section.title}`);
      for (const block of section.blocks) this.#block(sheet, block);
    }
    this.#add(sheet, 'p', this.#words.signature, 'note-blank');
    this.#add(sheet, 'p', this.#words.date, 'note-blank');
    return sheet;
  }

  #add(parent: Node, tag: string, text = '', className = ''): HTMLElement {
    const element = this.#document.createElement(tag);
    if (text !== '') element.textContent = text;
    if (className !== '') element.className = className;
    parent.appendChild(element);
    return element;
  }

  #block(parent: Node, block: Block): void {
    if (block.kind === 'text')
      this.#add(parent, 'p', block.text, block.text.includes('____') ? 'note-blank' : '');
    else if (block.kind === 'heading') this.#add(parent, 'h4', block.text);
    else if (block.kind === 'list') {
      const list = this.#add(parent, 'ul');
      for (const item of block.items) this.#add(list, 'li', item);
    } else if (block.kind === 'figure') this.#figure(parent, block.wide, block.text);
    else this.#table(parent, block.table);
  }

  /** A part that scrolls must be reachable by keyboard (WCAG 2.1.1). */
  #scroll(parent: Node, className: string, label: string): HTMLElement {
    const scroll = this.#add(parent, 'div', '', className);
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', label);
    return scroll;
  }

  #figure(parent: Node, svg: string, text: string): void {
    const figure = this.#add(parent, 'figure');
    // Our own chart, parsed as an XML document: markup in it could not run.
    const named = svg.includes('xmlns=')
      ? svg
      : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
    const drawn = new DOMParser().parseFromString(named, 'image/svg+xml').documentElement;
    const scroll = this.#scroll(figure, 'note-picture', text);
    scroll.append(this.#document.importNode(drawn, true));
    this.#add(figure, 'figcaption', this.#words.figure(++this.figures, text));
  }

  #table(parent: Node, { label, header, rows, numbers }: TextTable): void {
    const scroll = this.#scroll(parent, 'note-table table-scroll', label);
    const table = this.#add(scroll, 'table');
    this.#add(table, 'caption', this.#words.table(++this.tables, label));
    const line = (part: HTMLElement, cells: readonly string[], head: boolean) => {
      const row = this.#add(part, 'tr');
      for (const [at, text] of cells.entries()) {
        const cell = this.#add(row, head || at === 0 ? 'th' : 'td', text, at >= numbers ? 'number' : '');
        if (head || at === 0) cell.setAttribute('scope', head ? 'col' : 'row');
        if (this.#lang !== 'ru' && /[а-яё]/i.test(text)) cell.lang = 'ru';
      }
    };
    line(this.#add(table, 'thead'), header, true);
    const body = this.#add(table, 'tbody');
    for (const cells of rows) line(body, cells, false);
  }
}
