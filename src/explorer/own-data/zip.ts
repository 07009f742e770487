import { Fault } from '../../contract/fault.ts';
import { Entries, type Package, shown } from '../../ingest/xlsx/entries.ts';
import type { XlsxLimits } from '../../ingest/xlsx/limits.ts';

interface Entry {
  name: string;
  encrypted: boolean;
  method: number;
  crc: number;
  compressedSize: number;
  uncompressedSize: number;
  at: number;
}

const damaged = (file: string, message: string) => new Fault('damaged-zip', { file }, { message });

const bytesOf = async (part: Blob): Promise<DataView> => new DataView(await part.arrayBuffer());

/** The record at the end of a container, which may be followed by a comment of up to 64 KB. */
async function directoryOf(blob: Blob, file: string): Promise<{ view: DataView; count: number }> {
  const from = Math.max(0, blob.size - 65_557);
  const tail = await bytesOf(blob.slice(from));
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at--;
  if (at < 0) throw damaged(file, 'end of central directory');
  const [count, size, start] = [
    tail.getUint16(at + 10, true),
    tail.getUint32(at + 12, true),
    tail.getUint32(at + 16, true),
  ];
  // Nothing of up to 64 MB needs the 64-bit records.
  if (start + size > blob.size) throw damaged(file, 'central directory');
  return { view: await bytesOf(blob.slice(start, start + size)), count };
}

function* entriesOf(view: DataView, count: number, file: string): Generator<Entry> {
  const decoder = new TextDecoder();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw damaged(file, 'central directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const end = at + 46 + (nameLength ?? 0);
    if (end > view.byteLength) throw damaged(file, 'central directory');
    yield {
      name: decoder.decode(new Uint8Array(view.buffer, at + 46, nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      uncompressedSize: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at = end + (extra ?? 0) + (comment ?? 0);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** The bytes of an entry. What it declares is not trusted: more than that, or another checksum, is damage. */
async function* inflated(blob: Blob, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  const header = await bytesOf(blob.slice(entry.at, entry.at + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw damaged(file, shown(entry.name));
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = blob.slice(start, start + entry.compressedSize).stream();
  if (entry.method !== 0 && entry.method !== 8) throw damaged(file, `method ${entry.method}`);
  const stream = entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let sum = 0;
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw damaged(file, error instanceof Error ? shown(error.message) : shown(entry.name));
    });
    if (done) break;
    length += value.length;
    if (length > entry.uncompressedSize) throw damaged(file, `size ${shown(entry.name)}`);
    sum = crc32(value, sum);
    yield value;
  }
  if (sum !== entry.crc) throw damaged(file, `CRC ${shown(entry.name)}`);
}

/**
 * The container of a workbook in the browser: the checks and limits of the ingest, inflated by the browser itself.
 * @throws Fault `damaged-zip` and those of `Entries`
 */
export async function openZip(blob: Blob, file: string, limits: XlsxLimits): Promise<Package> {
  const { view, count } = await directoryOf(blob, file);
  const entries = new Entries<Entry>(count, limits, file);
  for (const entry of entriesOf(view, count, file)) entries.add({ ...entry, fileName: entry.name }, entry);
  return {
    file,
    limits,
    has: (part) => entries.byName.has(part.toLowerCase()),
    read(part, maxBytes = limits.entryBytes) {
      const entry = entries.byName.get(part.toLowerCase());
      if (!entry) throw new Fault('damaged-xlsx', { file }, { part: shown(part), message: 'missing' });
      const n = entry.uncompressedSize;
      if (n > maxBytes)
        throw new Fault('zip-entry-too-large', { file }, { entry: shown(part), n, limit: maxBytes });
      return inflated(blob, entry, file);
    },
    close: () => {},
  };
}
