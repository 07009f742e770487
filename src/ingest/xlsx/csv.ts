import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault, type Place } from '../../contract/fault.ts';
import { columnOf, type RowSink } from './sheet.ts';

const flushAt = 1 << 18;
const listedRanges = 10_000;

const quoted = (cell: string): string =>
  cell.includes(',') || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Width of a row: up to its last cell with anything but space. */
function widthOf(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width--;
  return width;
}

/** First and last row and column of `B2:D3`, from 0. */
function corners(range: string): [number, number, number, number] {
  const [from = '', to = from] = range.split(':');
  const row = (reference: string) => Number(reference.replace(/^[A-Za-z$]+/, '')) - 1;
  return [row(from), row(to), columnOf(from), columnOf(to)];
}

/** Adds the missing commas: how wide the table is, is known after its last row only. */
async function* padded(path: string, widths: Uint16Array, columns: number): AsyncGenerator<Buffer> {
  const commas = Buffer.alloc(columns, ',');
  let row = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: flushAt })) {
    const bytes = chunk as Buffer;
    const pieces: Buffer[] = [];
    let from = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
      const width = widths[row++] ?? 0;
      if (width === 0 || width === columns) continue;
      pieces.push(bytes.subarray(from, at), commas.subarray(width));
      from = at;
    }
    pieces.push(bytes.subarray(from));
    yield Buffer.concat(pieces);
  }
}

/**
 * Writes rows as CSV: UTF-8, commas, LF, quotes where needed, no line break inside a cell. Line n is row n; a blank row
 * is an empty line, which the engine does not count; every other line has the same number of cells.
 */
export class CsvSink implements RowSink {
  /** The first 10,000 merged ranges. */
  readonly ranges: string[] = [];
  rows = 0;
  filled = 0;
  columns = 0;
  private text = '';
  /** Rows held back until the merged ranges are known, which stand at the end of a sheet. */
  private readonly head: string[][] = [];
  private widths = new Uint16Array(1024);
  private handle: FileHandle | undefined;
  private readonly target: string;
  private readonly fillRows: number;
  private readonly maxBytes: number;
  private readonly place: Place;
  private bytes = 0;

  constructor(target: string, fillRows: number, maxBytes: number, place: Place) {
    this.target = target;
    this.fillRows = fillRows;
    this.maxBytes = maxBytes;
    this.place = place;
  }

  private get ragged(): string {
    return `${this.target}.ragged`;
  }

  merged(range: string): void {
    if (this.ranges.length < listedRanges) this.ranges.push(range);
  }

  row(number: number, cells: readonly string[]): void {
    const width = widthOf(cells);
    if (width === 0) return;
    this.blankUpTo(number - 1);
    this.append(cells, width);
    this.filled++;
    if (width > this.columns) this.columns = width;
  }

  private blankUpTo(row: number): void {
    while (this.rows < row) this.append([], 0);
  }

  private append(cells: readonly string[], width: number): void {
    const index = this.rows++;
    if (index < this.fillRows) {
      this.head.push(cells.slice(0, width));
      return;
    }
    const at = index - this.fillRows;
    if (at === this.widths.length) {
      const grown = new Uint16Array(at * 2);
      grown.set(this.widths);
      this.widths = grown;
    }
    this.widths[at] = width;
    this.text += this.line(cells, width);
  }

  private line(cells: readonly string[], width: number): string {
    let line = quoted(cells[0] ?? '');
    for (let i = 1; i < width; i++) line += `,${quoted(cells[i] ?? '')}`;
    return `${line}\n`;
  }

  /** Writes out what has gathered; called after every chunk of the sheet. */
  async flush(atLeast = flushAt): Promise<void> {
    if (this.text.length < atLeast) return;
    this.handle ??= await open(this.ragged, 'w');
    const { text } = this;
    this.text = '';
    const { bytesWritten } = await this.handle.write(text);
    this.checkSize(bytesWritten);
  }

  private checkSize(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.maxBytes) throw new Fault('sheet-too-large', this.place, { limit: this.maxBytes });
  }

  private fillHead(): string {
    for (const range of this.ranges) {
      const [top, bottom, left, right] = corners(range);
      const value = this.head[top]?.[left];
      if (!value) continue;
      for (let row = top; row <= Math.min(bottom, this.head.length - 1); row++) {
        const cells = this.head[row] ?? [];
        for (let i = cells.length; i < left; i++) cells.push('');
        for (let i = left; i <= Math.min(right, this.columns - 1); i++) cells[i] ||= value;
      }
    }
    return this.head.map((cells) => this.line(cells, widthOf(cells) === 0 ? 0 : this.columns)).join('');
  }

  /** Completes the file. */
  async finish(): Promise<void> {
    await this.flush(0);
    await this.close();
    const body = this.widths.subarray(0, Math.max(0, this.rows - this.fillRows));
    this.checkSize(body.reduce((sum, width) => sum + (width === 0 ? 0 : this.columns - width), 0));
    const head = this.fillHead();
    const even = head === '' && body.every((width) => width === 0 || width === this.columns);
    if (even) return rename(this.ragged, this.target);
    const { ragged, columns } = this;
    await pipeline(
      Readable.from(
        (async function* () {
          yield Buffer.from(head);
          yield* padded(ragged, body, columns);
        })(),
      ),
      createWriteStream(this.target),
    );
    await rm(ragged);
  }

  /** Removes what was written; for a sheet that could not be read to its end. */
  async discard(): Promise<void> {
    await this.close();
    await rm(this.ragged, { force: true });
    await rm(this.target, { force: true });
  }

  private async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }
}
