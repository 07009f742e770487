import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../contract/fault.ts';
import type { Profile } from '../contract/profile.ts';

export type Encoding = Exclude<Profile['encoding'], 'auto'>;

/** What is known of a file before it is parsed. */
export interface Examined {
  path: string;
  bytes: number;
  sha256: string;
  encoding: Encoding;
}

const magic: [string, number[]][] = [
  ['ZIP/XLSX', [0x50, 0x4b, 0x03, 0x04]],
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

async function readHead(path: string, length = 65536): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await handle.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a file once: its sha256, size and encoding.
 * @param declared the profile's encoding; `auto` looks at the bytes
 * @throws Fault `empty-file`, `binary-file`, `truncated-utf16`, `wrong-encoding`
 */
export async function examine(path: string, file: string, declared: Profile['encoding']): Promise<Examined> {
  const { size } = await stat(path);
  if (size === 0) throw new Fault('empty-file', { file });
  const head = await readHead(path);
  const found = detectEncoding(head, file, size === head.length);
  const encoding = declared === 'auto' ? found : declared;
  if (declared === 'utf-8' && found !== 'utf-8')
    throw new Fault('wrong-encoding', { file }, { declared, found });
  if (encoding.startsWith('utf-16') && size % 2 === 1) throw new Fault('truncated-utf16', { file });
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { path, bytes: size, sha256: hash.digest('hex'), encoding };
}

/**
 * Writes a file again as UTF-8 without a byte order mark, so that the engine reads one encoding only.
 * @throws Fault `wrong-encoding` at the first byte that the encoding cannot have
 */
export async function transcode(source: Examined, target: string, file: string): Promise<void> {
  const decoder = new TextDecoder(source.encoding, { fatal: true });
  const decode = (chunk: Uint8Array | undefined) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Fault('wrong-encoding', { file }, { declared: source.encoding, found: '?' });
    }
  };
  const transform = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      try {
        done(null, decode(chunk));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, decode(undefined));
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(Readable.from(createReadStream(source.path)), transform, createWriteStream(target));
}
