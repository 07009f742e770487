import { Fault } from '../../contract/fault.ts';
import { detectEncoding } from '../encoding.ts';

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

/** True for the first bytes of a ZIP container. */
export const isZip = (head: Uint8Array) =>
  startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06);
/** True for the first bytes of a compound file: an old workbook, or one with a password. */
export const isCompoundFile = (head: Uint8Array) =>
  startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** Excel 2 to 4: a bare BIFF stream. */
export const isBiff = (head: Uint8Array) =>
  head[0] === 0x09 && [0, 2, 4].includes(head[1] ?? -1) && head[3] === 0;

/** Exports named `.xls` or `.xlsx` are often web pages or XML of Excel 2003. */
function markup(text: string): string | undefined {
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'XML Spreadsheet 2003';
  if (/<html|<table|<!doctype html/i.test(text)) return 'HTML';
  return /^\s*<\?xml/.test(text) ? 'XML' : undefined;
}

/** What bytes that are no container are instead. */
export function textOrOther(head: Uint8Array, file: string): Fault {
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

/** Name of the stream of a compound file that holds a workbook with a password. */
export const encryptedStream = 'EncryptedPackage';
