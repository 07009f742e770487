import type { Level, Procedure } from './vocabulary.ts';

/** A table of texts; columns from `numbers` on are set as numbers. */
export interface TextTable {
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  numbers: number;
}

/** A piece of a report that a page and a document both can show. */
export type Block =
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'heading'; text: string }
  /** `fold` is a heading behind which a page keeps the list until it is asked for; a document shows both. */
  | { kind: 'list'; items: readonly string[]; fold?: string }
  /** `folded`: long, and on a page behind its label. */
  | { kind: 'table'; table: TextTable; folded?: boolean }
  /**
   * Drawn for two widths; `text` tells a document, which has no picture, what the table beside it shows. `work` says what
   * is drawn, where the drawing is left to the page.
   */
  | {
      kind: 'figure';
      narrow: string;
      wide: string;
      text: string;
      work?: { procedure: Procedure; subject: string };
    };

export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** Whose results a figure of a note shows, and what they are called there; the first is what the note is about. */
export interface NoteParty {
  level: Level;
  id: string;
  label: string;
}

/**
 * `/notes/<id>.json.gz`: an analytical note in words and tables. The page that shows it draws its figures and adds what is
 * the same in every note: the rules and the blanks for proposals.
 */
export interface NoteFile {
  release: string;
  /** What the note is about. */
  name: string;
  parties: readonly NoteParty[];
  sections: readonly Section[];
}

export const text = (value: string, quiet = false): Block => ({ kind: 'text', text: value, quiet });
export const heading = (value: string): Block => ({ kind: 'heading', text: value });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const folded = (fold: string, items: readonly string[]): Block => ({ kind: 'list', items, fold });
export const table = (
  label: string,
  header: readonly string[],
  rows: readonly string[][],
  numbers = 1,
): Block => ({
  kind: 'table',
  table: { label, header, rows, numbers },
});

/** The same table behind its label. */
export const foldedTable = (block: Block): Block =>
  block.kind === 'table' ? { ...block, folded: true } : block;
