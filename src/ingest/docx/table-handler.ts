import { Fault } from '../../contract/fault.ts';
import { mostColumns, type TableCell, type TextTable } from '../table-cells.ts';
import type { Attributes, XmlHandler } from '../xlsx/xml.ts';

const mostRows = 10_000;
const longestCell = 32_767;
/** Captions are looked at for a level and a year; a chapter of prose before a table is not kept. */
const mostCaptions = 40;

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

interface OpenCell {
  text: string;
  span: number;
  continues: boolean;
}

/** The value of an attribute in the document's namespace, however it is prefixed. */
const valAttribute = (attributes: Attributes): string | undefined =>
  Object.entries(attributes).find(([name]) => name === 'val' || name.endsWith(':val'))?.[1];

/** Makes tables of the XML of a document (ECMA-376, part 1, 17.4). A table inside a cell is text of that cell. */
export class TableHandler implements XmlHandler {
  readonly tables: TextTable[] = [];
  private captions: string[] = [];
  private paragraph = '';
  private depth = 0;
  private rows: TableCell[][] = [];
  private row: TableCell[] = [];
  private cell: OpenCell | undefined;
  private collecting = false;
  /** Inside of what repeats a text for old readers, or of what was deleted. */
  private skipped = 0;
  private count = 0;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'mc:Fallback' || name === 'del' || name === 'moveFrom') this.skipped++;
    else if (name === 'tbl') this.openTable();
    else if (name === 't') this.collecting = this.skipped === 0;
    else if (name === 'br' || name === 'tab' || name === 'cr') this.add(' ');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (this.depth === 1) this.openPart(name, attributes);
  }

  text(text: string): void {
    if (this.collecting) this.add(text);
  }

  close(name: string): void {
    if (name === 'mc:Fallback' || name === 'del' || name === 'moveFrom') this.skipped--;
    else if (name === 't') this.collecting = false;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.closeTable();
    else if (this.depth !== 1) return;
    else if (name === 'tc') this.closeCell();
    else if (name === 'tr') this.closeRow();
  }

  private add(text: string): void {
    if (this.skipped > 0) return;
    if (this.cell) this.cell.text += text;
    else this.paragraph += text;
    const limit = longestCell;
    if ((this.cell?.text ?? this.paragraph).length > limit)
      throw new Fault('cell-too-long', { file: this.file, line: this.rows.length + 1 }, { limit });
  }

  private openTable(): void {
    this.depth++;
    if (this.depth === 1) this.rows = [];
  }

  private openPart(name: string, attributes: Attributes): void {
    if (name === 'tr') this.row = [];
    else if (name === 'tc') this.cell = { text: '', span: 1, continues: false };
    else if (name === 'gridSpan' && this.cell) this.cell.span = this.widthOf(attributes);
    else if (name === 'gridBefore') this.cover(this.widthOf(attributes));
    else if (name === 'vMerge' && this.cell) this.cell.continues = valAttribute(attributes) !== 'restart';
  }

  private widthOf(attributes: Attributes): number {
    const width = Number(valAttribute(attributes) ?? 1);
    if (Number.isInteger(width) && width >= 1 && width <= mostColumns) return width;
    throw new Fault('damaged-document', { file: this.file }, { message: `gridSpan > ${mostColumns}` });
  }

  private cover(columns: number): void {
    for (let i = 0; i < columns; i++) this.row.push({ text: '', covered: 'left' });
  }

  private closeParagraph(): void {
    if (this.cell) this.cell.text += ' ';
    else {
      const text = oneLine(this.paragraph);
      if (text !== '') this.captions.push(text);
      if (this.captions.length > mostCaptions) this.captions.shift();
    }
    this.paragraph = '';
  }

  private closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    const above = this.rows.at(-1)?.[this.row.length];
    this.row.push(
      cell.continues
        ? { text: above?.text ?? '', covered: 'above' }
        : { text: oneLine(cell.text), covered: '' },
    );
    this.cover(cell.span - 1);
    if (this.row.length > mostColumns)
      throw new Fault('damaged-document', { file: this.file }, { message: `columns > ${mostColumns}` });
    this.cell = undefined;
  }

  private closeRow(): void {
    this.rows.push(this.row);
    if (++this.count > mostRows)
      throw new Fault('too-many-sheet-rows', { file: this.file, line: this.count }, { limit: mostRows });
  }

  private closeTable(): void {
    this.depth--;
    if (this.depth > 0) return;
    this.tables.push({ number: this.tables.length + 1, captions: this.captions, rows: this.rows });
    this.captions = [];
  }
}
