import { Fault, type Place } from '../../contract/fault.ts';
import { type CellContext, cellText, type RawCell } from './cells.ts';
import type { XlsxLimits } from './limits.ts';
import { type PlainCell, type PlainRowHandler, PlainRows } from './plain-rows.ts';
import { TextRuns } from './text.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** Column number, from 0, of a reference such as `AB12`; -1 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Letters of a column number. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Where a sheet's rows go. */
export interface RowSink {
  /** Rows come in order; rows in between are blank. The array is used again. */
  row(number: number, cells: readonly string[]): void;
  merged(range: string): void;
}

/** Makes rows of text of a sheet's XML. */
export class SheetHandler implements XmlHandler, PlainRowHandler {
  readonly faster: XmlHandler['faster'];
  private rowNumber = 0;
  private column = -1;
  private cells: string[] = [];
  private readonly raw: RawCell = { type: 'n', style: 0, formula: false, value: undefined, inline: '' };
  private inCell = false;
  private inValue = false;
  private rowLength = 0;
  private readonly runs: TextRuns;
  private readonly file: string;
  private readonly limits: XlsxLimits;
  private readonly context: CellContext;
  private readonly sink: RowSink;

  constructor(file: string, limits: XlsxLimits, context: CellContext, sink: RowSink) {
    this.file = file;
    this.limits = limits;
    this.context = context;
    this.sink = sink;
    this.runs = new TextRuns(limits.cellLength, () => this.place());
    const plain = new PlainRows(this);
    this.faster = { parent: 'sheetData', child: 'row', take: (text, from) => plain.take(text, from) };
  }

  /** Row and column that are being read. */
  place(): Place {
    const column = this.column < 0 ? undefined : lettersOf(this.column);
    return { file: this.file, line: this.rowNumber, column };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCellOf(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.sink.merged(attributes.ref ?? '');
    else if (!this.inCell) return;
    else if (name === 'v') {
      this.raw.value = '';
      this.inValue = true;
    } else if (name === 'f') this.raw.formula = true;
    else this.runs.open(name);
  }

  text(text: string): void {
    if (!this.inValue) {
      if (this.inCell) this.runs.text(text);
      return;
    }
    this.raw.value += text;
    this.checkLength(this.raw.value);
  }

  private checkLength(text: string | undefined): void {
    const limit = this.limits.cellLength;
    if (text !== undefined && text.length > limit) throw new Fault('cell-too-long', this.place(), { limit });
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell(this.runs.value);
    else if (name === 'row') this.closeRow();
    else if (this.inCell) this.runs.close(name);
  }

  closeRow(): void {
    this.sink.row(this.rowNumber, this.cells);
  }

  /** A cell at once. */
  cell({ column, type, style, formula, value, inline }: PlainCell): void {
    this.openCell(column === -1 ? this.column + 1 : column, type, style);
    this.checkLength(value ?? inline);
    this.raw.formula = formula;
    this.raw.value = value;
    this.closeCell(inline ?? '');
  }

  openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.rowNumber + 1 : Number(r);
    // Rows out of order cannot be streamed, and no spreadsheet program writes them so.
    if (!Number.isInteger(number) || number <= this.rowNumber)
      throw this.context.damaged(`<row r="${String(r).slice(0, 20)}">`);
    if (number > this.limits.rows)
      throw new Fault('too-many-sheet-rows', { file: this.file, line: number }, { limit: this.limits.rows });
    this.rowNumber = number;
    this.column = -1;
    this.cells.length = 0;
    this.rowLength = 0;
    if (hidden === '1' || hidden === 'true') this.context.warnings.hiddenRows++;
  }

  private openCellOf({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column < 0) throw this.context.damaged(`<c r="${String(r).slice(0, 20)}">`);
    this.openCell(column, t ?? 'n', s === undefined ? 0 : Number(s));
  }

  private openCell(column: number, type: string, style: number): void {
    if (column <= this.column) throw this.context.damaged(`<c r="${lettersOf(column)}${this.rowNumber}">`);
    this.column = column;
    if (column >= this.limits.columns) {
      throw new Fault('too-many-sheet-columns', this.place(), { limit: this.limits.columns });
    }
    this.raw.type = type;
    this.raw.style = style;
    this.raw.formula = false;
    this.raw.value = undefined;
    this.inCell = true;
    this.runs.start();
  }

  private closeCell(inline: string): void {
    this.inCell = false;
    this.raw.inline = inline;
    const text = cellText(this.raw, this.context);
    if (text === '') return;
    this.rowLength += text.length;
    const limit = this.limits.rowLength;
    if (this.rowLength > limit) throw new Fault('row-too-long', this.place(), { limit });
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(text);
  }
}
