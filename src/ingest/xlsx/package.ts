import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Fault } from '../../contract/fault.ts';
import { requireZip } from './container.ts';
import { Entries, type Package, shown } from './entries.ts';
import type { XlsxLimits } from './limits.ts';

function damaged(error: unknown, file: string): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  const [, name] =
    /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(message) ?? [];
  if (name !== undefined) return new Fault('unsafe-zip-entry', { file }, { entry: shown(name) });
  return new Fault('damaged-zip', { file }, { message: shown(message) });
}

async function listEntries(zip: ZipFile, limits: XlsxLimits, file: string): Promise<Map<string, Entry>> {
  const entries = new Entries<Entry>(zip.entryCount, limits, file);
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    entries.add({ fileName, compressedSize, uncompressedSize, encrypted: entry.isEncrypted() }, entry);
  }
  return entries.byName;
}

/** Sizes are declared by the file; yauzl stops when the stream is longer than declared. */
async function* inflate(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Uint8Array, sum);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw damaged(error, file);
  }
  if (sum !== entry.crc32)
    throw new Fault('damaged-zip', { file }, { message: `CRC ${shown(entry.fileName)}` });
}

/**
 * Opens the container of a workbook.
 * @throws Fault naming what is wrong with the container: see README.md
 */
export async function openPackage(path: string, file: string, limits: XlsxLimits): Promise<Package> {
  await requireZip(path, file);
  const zip = await openPromise(path, { autoClose: false }).catch((error) => {
    throw damaged(error, file);
  });
  let entries: Map<string, Entry>;
  try {
    entries = await listEntries(zip, limits, file);
  } catch (error) {
    zip.close();
    throw damaged(error, file);
  }
  return {
    file,
    limits,
    has: (part) => entries.has(part.toLowerCase()),
    read(part, maxBytes = limits.entryBytes) {
      const entry = entries.get(part.toLowerCase());
      if (!entry) throw new Fault('damaged-xlsx', { file }, { part: shown(part), message: 'missing' });
      const n = entry.uncompressedSize;
      if (n > maxBytes)
        throw new Fault('zip-entry-too-large', { file }, { entry: shown(part), n, limit: maxBytes });
      return inflate(zip, entry, file);
    },
    close: () => zip.close(),
  };
}
