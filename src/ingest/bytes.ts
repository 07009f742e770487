import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../contract/fault.ts';
import type { Profile } from '../contract/profile.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { isZipFile } from './xlsx/container.ts';

/** What is known of a file before it is parsed. */
export interface Examined {
  path: string;
  bytes: number;
  sha256: string;
  encoding: Encoding;
  /** How the file looked before anything was read of it. */
  stamp: string;
}

/** Changes whenever the file is written to or replaced. */
export async function stampOf(path: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}

/** @throws Fault `file-changed` when the file is not the one that was looked at */
export async function refuseChanged(
  { path, stamp }: Pick<Examined, 'path' | 'stamp'>,
  file: string,
): Promise<void> {
  const now = await stampOf(path).catch(() => 'gone');
  if (now !== stamp) throw new Fault('file-changed', { file });
}

/** First bytes of a file. */
export async function readHead(path: string, length = 65536): Promise<Uint8Array> {
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
 * With encoding `auto` the bytes decide; a workbook has none and is told by its content from text.
 * @throws Fault `empty-file`, `binary-file`, `nul-bytes`, `workbook-not-text`, `truncated-utf16`, `wrong-encoding`
 */
export async function examine(
  path: string,
  file: string,
  { encoding: declared, format }: Pick<Profile, 'encoding' | 'format'>,
): Promise<Omit<Examined, 'stamp'>> {
  const { size } = await stat(path);
  if (size === 0) throw new Fault('empty-file', { file });
  if (format === 'xlsx') return { path, bytes: size, sha256: await hashOf(path), encoding: 'utf-8' };
  if (await isZipFile(path)) throw new Fault('workbook-not-text', { file });
  const head = await readHead(path);
  const found = detectEncoding(head, file, size === head.length);
  const encoding = declared === 'auto' ? found : declared;
  if (declared === 'utf-8' && found !== 'utf-8')
    throw new Fault('wrong-encoding', { file }, { declared, found });
  if (encoding.startsWith('utf-16') && size % 2 === 1) throw new Fault('truncated-utf16', { file });
  const sha256 = await hashOf(path, encoding.startsWith('utf-16') ? undefined : file);
  return { path, bytes: size, sha256, encoding };
}

/**
 * Reads in pieces that are large enough for hashing to be the slower part.
 * @param text name of a file that may hold no NUL bytes
 * @throws Fault `nul-bytes`
 */
async function hashOf(path: string, text?: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path);
  try {
    const piece = new Uint8Array(1 << 20);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      const read = piece.subarray(0, bytesRead);
      if (text !== undefined && read.includes(0)) throw new Fault('nul-bytes', { file: text });
      hash.update(read);
    }
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file again as UTF-8 without a byte order mark, so that the engine reads one encoding only.
 * @throws Fault `wrong-encoding` at the first byte that the encoding cannot have, `nul-bytes`
 */
export async function transcode(
  source: Pick<Examined, 'path' | 'encoding'>,
  target: string,
  file: string,
): Promise<void> {
  const decoder = new TextDecoder(source.encoding, { fatal: true });
  const decode = (chunk: Uint8Array | undefined) => {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Fault('wrong-encoding', { file }, { declared: source.encoding, found: '?' });
    }
    // In UTF-16 every other byte may be zero, so only now can it be seen.
    if (text.includes('\0')) throw new Fault('nul-bytes', { file });
    return text;
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
