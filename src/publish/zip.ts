import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { filesBelow } from './files.ts';

/** The same stamp on every entry and in every time zone: the old format keeps local time, and this is local midnight. */
const stamped = (day: string) => {
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number);
  return { mtime: new Date(year, month - 1, date), mode: 0o100644, forceDosTimestamp: true } as const;
};

/**
 * Packs a folder below a folder of its own name: the same files give the same bytes.
 * @param day ISO date of every entry
 */
export async function zipFolder(folder: string, root: string, day: string, target: string): Promise<void> {
  const zip = new ZipFile();
  for (const path of filesBelow(folder)) zip.addFile(join(folder, path), `${root}/${path}`, stamped(day));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

/** The entries of a small archive, by name. */
async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = await yauzl.fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry())
    entries.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return entries;
}

/** Packs an archive again without the times in it. */
export async function repacked(bytes: Buffer, day: string): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of await entriesOf(bytes)) zip.addBuffer(content, name, stamped(day));
  zip.end();
  return buffer(zip.outputStream);
}
