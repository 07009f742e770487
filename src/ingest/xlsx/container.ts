import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Fault } from '../../contract/fault.ts';
import { encryptedStream, isBiff, isCompoundFile, isZip, textOrOther } from './kind.ts';

/** First bytes of a file. */
async function readHead(path: string, length = 8192): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** True for a ZIP container, whatever the file is called. An XLSX named `.csv` is found by this. */
export async function isZipFile(path: string): Promise<boolean> {
  return isZip(await readHead(path, 4));
}

/** A workbook with a password is a compound file with this stream; an old workbook is one without. */
async function isEncrypted(path: string): Promise<boolean> {
  const name = Buffer.from(encryptedStream, 'utf16le');
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    if (bytes.includes(name)) return true;
    tail = bytes.subarray(-name.length);
  }
  return false;
}

/**
 * Looks at the content, never at the name: only a ZIP container may be an XLSX workbook.
 * @throws Fault `empty-file`, `old-xls`, `encrypted-workbook`, `text-not-workbook`, `not-a-workbook`
 */
export async function requireZip(path: string, file: string): Promise<void> {
  const head = await readHead(path);
  if (head.length === 0) throw new Fault('empty-file', { file });
  if (isZip(head)) return;
  if (isCompoundFile(head)) {
    throw new Fault((await isEncrypted(path)) ? 'encrypted-workbook' : 'old-xls', { file });
  }
  if (isBiff(head)) throw new Fault('old-xls', { file });
  throw textOrOther(head, file);
}
