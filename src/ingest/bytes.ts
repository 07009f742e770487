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
 * @throws Fault `empty-file`, `binary-file`, `workbook-not-text`, `truncated-utf16`, `wrong-encoding`
 */
export async function examine(
  path: string,
  file: string,
  { encoding: declared, format }: Pick<Profile, 'encoding' | 'format'>,
): Promise<Examined> {
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
  return { path, bytes: size, sha256: await hashOf(path), encoding };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
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
