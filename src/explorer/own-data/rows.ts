import Papa from 'papaparse';
import { Fault } from '../../contract/fault.ts';
import { detectEncoding } from '../../ingest/encoding.ts';
import { encryptedStream, isBiff, isCompoundFile, isZip, textOrOther } from '../../ingest/xlsx/kind.ts';
import { readParts } from '../../ingest/xlsx/parts.ts';
import type { StringTable } from '../../ingest/xlsx/read-strings.ts';
import { noWarnings, sheetRows } from '../../ingest/xlsx/rows.ts';
import { browserLimits, mostBytes, mostCells, mostRows } from './limits.ts';
import { openZip } from './zip.ts';

/** A sheet, or a delimited text, whole. Row n stands at index n − 1. */
export interface Sheet {
  fileName: string;
  sheetName?: string;
  rows: string[][];
}

export type Progress = (share: number) => void;

const headBytes = 8192;
const seen = 65_536;

/** UTF-16LE text inside a compound file; only its directory is looked for, which stands early or at the end. */
async function isEncrypted(file: Blob): Promise<boolean> {
  const wanted = [...encryptedStream].join('\0');
  for (const part of [file.slice(0, 4 * seen), file.slice(Math.max(0, file.size - 4 * seen))]) {
    const text = new TextDecoder('windows-1252').decode(await part.arrayBuffer());
    if (text.includes(wanted)) return true;
  }
  return false;
}

/** Holds against the limits what a file turns out to have. */
class Room {
  private cells = 0;
  private readonly fileName: string;
  constructor(fileName: string) {
    this.fileName = fileName;
  }
  /** The fault of a file of so many rows and of cells that come to those before; none where it fits. */
  take(rows: number, cells: number): Fault | undefined {
    this.cells += cells;
    const place = { file: this.fileName };
    // Titles and notes above and below the pupils are no pupils.
    if (rows > mostRows + 100) return new Fault('own-too-many-rows', place, { limit: mostRows });
    if (this.cells > mostCells) return new Fault('own-too-many-cells', place, { limit: mostCells });
    return undefined;
  }
}

class Strings implements StringTable {
  private readonly texts: string[] = [];
  get length(): number {
    return this.texts.length;
  }
  add(text: string): void {
    this.texts.push(text);
  }
  get(index: number): string | undefined {
    return this.texts[index];
  }
}

async function readWorkbook(file: Blob, fileName: string, progress: Progress): Promise<Sheet[]> {
  const source = await openZip(file, fileName, browserLimits);
  const parts = await readParts(source);
  const sheets: Sheet[] = [];
  const room = new Room(fileName);
  for (const [i, sheet] of parts.sheets.entries()) {
    if (sheet.hidden) continue;
    const rows: string[][] = [];
    const row = (number: number, cells: string[]) => {
      const fault = room.take(number, cells.length);
      if (fault) throw fault;
      while (rows.length < number) rows.push([]);
      rows[number - 1] = [...cells];
    };
    const reading = { rows: { row, merged: () => {} }, warnings: noWarnings(), strings: new Strings() };
    for await (const _ of sheetRows(source, parts, sheet, reading)) progress(i / parts.sheets.length);
    sheets.push({ fileName, sheetName: sheet.name, rows });
  }
  return sheets;
}

/** Parsed in parts, so that a file of too many rows or cells is given up before it is all held as cells. */
async function readText(
  file: File,
  fileName: string,
  encoding: string,
  progress: Progress,
): Promise<Sheet[]> {
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer());
  const rows: string[][] = [];
  const room = new Room(fileName);
  let fault: Fault | undefined;
  await new Promise<void>((resolve) => {
    Papa.parse<string[]>(text, {
      delimitersToGuess: [';', ',', '\t', '|'],
      chunkSize: 1 << 20,
      chunk({ data, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        for (const cells of data) {
          rows.push(cells);
          fault ??= room.take(rows.length, cells.length);
        }
        progress(Math.min(1, meta.cursor / text.length));
        if (fault) parser.abort();
      },
      complete: () => resolve(),
    });
  });
  if (fault) throw fault;
  return [{ fileName, rows }];
}

/**
 * Reads a file that a person has chosen. Recognised by content, not by name.
 * @throws Fault with a code of the ingest, `own-too-large`, `own-too-many-rows`, `own-too-many-cells`
 */
export async function readRows(file: File, progress: Progress): Promise<Sheet[]> {
  const { name } = file;
  if (file.size === 0) throw new Fault('empty-file', { file: name });
  if (file.size > mostBytes)
    throw new Fault(
      'own-too-large',
      { file: name },
      { n: Math.round(file.size / 2 ** 20), limit: mostBytes / 2 ** 20 },
    );
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  if (isZip(head)) return readWorkbook(file, name, progress);
  if (isCompoundFile(head))
    throw new Fault((await isEncrypted(file)) ? 'encrypted-workbook' : 'old-xls', { file: name });
  if (isBiff(head)) throw new Fault('old-xls', { file: name });
  const other = textOrOther(head, name);
  if (other.code !== 'text-not-workbook') throw other;
  const most = new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer());
  return readText(file, name, detectEncoding(most, name, file.size <= 1 << 20), progress);
}
