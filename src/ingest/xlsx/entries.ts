import { Fault } from '../../contract/fault.ts';
import type { XlsxLimits } from './limits.ts';

/** The ZIP container of a workbook, checked against the limits before anything is inflated. */
export interface Package {
  /** Name shown to people. */
  file: string;
  limits: XlsxLimits;
  /** Part names are compared without case. */
  has(part: string): boolean;
  /** Inflated bytes of a part, with its size and checksum verified. */
  read(part: string, maxBytes?: number): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** Names come from the file: shown short and without control characters. */
export const shown = (name: string): string => name.replace(/[\p{C}]/gu, '?').slice(0, 80);

/** What the container says of one of its files. */
export interface EntrySizes {
  fileName: string;
  compressedSize: number;
  uncompressedSize: number;
  encrypted: boolean;
}

function checkSizes(entry: EntrySizes, { entryBytes, ratio, ratioFrom }: XlsxLimits, file: string): void {
  const { fileName, compressedSize, uncompressedSize: n } = entry;
  const name = shown(fileName);
  if (entry.encrypted) throw new Fault('encrypted-workbook', { file });
  if (n > ratioFrom && n > compressedSize * ratio)
    throw new Fault('zip-ratio', { file }, { entry: name, n: Math.round(n / compressedSize), limit: ratio });
  if (n > entryBytes) throw new Fault('zip-entry-too-large', { file }, { entry: name, n, limit: entryBytes });
}

/** The files of a container by lower-case name, each checked against the limits as it is added. */
export class Entries<E> {
  readonly byName = new Map<string, E>();
  private total = 0;
  private readonly limits: XlsxLimits;
  private readonly file: string;

  /** @throws Fault `zip-too-many-entries` */
  constructor(count: number, limits: XlsxLimits, file: string) {
    if (count > limits.entries)
      throw new Fault('zip-too-many-entries', { file }, { n: count, limit: limits.entries });
    this.limits = limits;
    this.file = file;
  }

  /** @throws Fault `duplicate-zip-entry`, `encrypted-workbook`, `zip-ratio`, `zip-entry-too-large`, `zip-total-too-large` */
  add(sizes: EntrySizes, entry: E): void {
    const { limits, file } = this;
    const name = sizes.fileName.toLowerCase();
    if (this.byName.has(name))
      throw new Fault('duplicate-zip-entry', { file }, { entry: shown(sizes.fileName) });
    checkSizes(sizes, limits, file);
    this.total += sizes.uncompressedSize;
    if (this.total > limits.totalBytes)
      throw new Fault('zip-total-too-large', { file }, { n: this.total, limit: limits.totalBytes });
    this.byName.set(name, entry);
  }
}
