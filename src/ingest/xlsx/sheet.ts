import { Fault, type Place } from '../../contract/fault.ts';
import { type CellContext, cellText, type RawCell } from './cells.ts';
import type { XlsxLimits } from './limits.ts';
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
export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Where a sheet's rows go. */
export interface RowSink {
  /** Rows come in order; rows in between are blank. The array is used again. */
  row(number: number, cells: string[]): void;
  merged(range: string): void;
}

/** Makes rows of text of a sheet's XML. */
export class SheetHandler implements XmlHandler {
  private rowNumber = 0;
  private column = -1;
  private cells: string[] = [];
  private readonly cell: RawCell = { type: 'n', style: 0, formula: false, value: undefined, inline: '' };
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
  }

  /** Row and column that are being read. */
  place(): Place {
    const column = this.column < 0 ? undefined : lettersOf(this.column);
    return { file: this.file, line: this.rowNumber, column };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.sink.merged(attributes.ref ?? '');
    else if (!this.inCell) return;
    else if (name === 'v') {
      this.cell.value = '';
      this.inValue = true;
    } else if (name === 'f') this.cell.formula = true;
    else this.runs.open(name);
  }

  text(text: string): void {
    if (!this.inValue) {
      if (this.inCell) this.runs.text(text);
      return;
    }
    this.cell.value += text;
    const limit = this.limits.cellLength;
    if ((this.cell.value?.length ?? 0) > limit) throw new Fault('cell-too-long', this.place(), { limit });
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.sink.row(this.rowNumber, this.cells);
    else if (this.inCell) this.runs.close(name);
  }

  private openRow({ r, hidden }: Attributes): void {
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

  private openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column < 0 || column <= this.column) throw this.context.damaged(`<c r="${String(r).slice(0, 20)}">`);
    this.column = column;
    if (column >= this.limits.columns) {
      throw new Fault('too-many-sheet-columns', this.place(), { limit: this.limits.columns });
    }
    this.cell.type = t ?? 'n';
    this.cell.style = s === undefined ? 0 : Number(s);
    this.cell.formula = false;
    this.cell.value = undefined;
    this.inCell = true;
    this.runs.start();
  }

  private closeCell(): void {
    this.inCell = false;
    this.cell.inline = this.runs.value;
    const text = cellText(this.cell, this.context);
    if (text === '') return;
    this.rowLength += text.length;
    const limit = this.limits.rowLength;
    if (this.rowLength > limit) throw new Fault('row-too-long', this.place(), { limit });
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(text);
  }
}
