import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Fault } from '../../contract/fault.ts';
import { detectEncoding } from '../encoding.ts';

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

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

const isZip = (head: Uint8Array) =>
  startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06);
const isCompoundFile = (head: Uint8Array) => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** Excel 2 to 4: a bare BIFF stream. */
const isBiff = (head: Uint8Array) => head[0] === 0x09 && [0, 2, 4].includes(head[1] ?? -1) && head[3] === 0;

/** True for a ZIP container, whatever the file is called. An XLSX named `.csv` is found by this. */
export async function isZipFile(path: string): Promise<boolean> {
  return isZip(await readHead(path, 4));
}

/** A workbook with a password is a compound file with this stream; an old workbook is one without. */
async function isEncrypted(path: string): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    if (bytes.includes(name)) return true;
    tail = bytes.subarray(-name.length);
  }
  return false;
}

/** Exports named `.xls` or `.xlsx` are often web pages or XML of Excel 2003. */
function markup(text: string): string | undefined {
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'XML Spreadsheet 2003';
  if (/<html|<table|<!doctype html/i.test(text)) return 'HTML';
  return /^\s*<\?xml/.test(text) ? 'XML' : undefined;
}

function textOrOther(head: Uint8Array, file: string): Fault {
  try {
    const encoding = detectEncoding(head, file, false);
    const format = markup(new TextDecoder(encoding).decode(head));
    if (format) return new Fault('not-a-workbook', { file }, { format });
    return new Fault('text-not-workbook', { file }, { encoding });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return new Fault('not-a-workbook', { file }, { format: error.details.format ?? '?' });
  }
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
