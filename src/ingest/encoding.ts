import { Fault } from '../contract/fault.ts';
import type { Profile } from '../contract/profile.ts';

/** Encodings of delimited text that are read. */
export type Encoding = Exclude<Profile['encoding'], 'auto'>;

const magic: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
];

const startsWith = (head: Uint8Array, bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

function fromByteOrderMark(head: Uint8Array): Encoding | undefined {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return undefined;
}

/** In UTF-16 text every other byte of a Latin character, digit or delimiter is zero. */
function fromZeros(head: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 ? odd++ : even++;
  });
  if (even + odd < head.length / 8) return undefined;
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined;
}

function isUtf8(head: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the encoding of a delimited text from its first bytes.
 * @param whole true when `head` is the whole file
 * @throws Fault `binary-file` when the bytes are no text in any of the encodings read
 */
export function detectEncoding(head: Uint8Array, file: string, whole: boolean): Encoding {
  const known = magic.find(([, bytes]) => startsWith(head, bytes));
  if (known) throw new Fault('binary-file', { file }, { format: known[0] });
  const encoding = fromByteOrderMark(head) ?? fromZeros(head);
  if (encoding) return encoding;
  if (head.includes(0)) throw new Fault('binary-file', { file }, { format: '?' });
  return isUtf8(head, whole) ? 'utf-8' : 'windows-1251';
}
