import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ManifestFile } from '../contract/public.ts';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Writes a JSON file: the same value gives the same bytes. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value)}\n`);
}

/** Every file below a folder, as sorted relative paths with `/`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));

/** Size and hash of every file below a folder; rows for tables. */
export function describeFiles(folder: string, rows: ReadonlyMap<string, number>): ManifestFile[] {
  return filesBelow(folder).map((path) => {
    const bytes = readFileSync(join(folder, path));
    const count = rows.get(path);
    return {
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
      ...(count === undefined ? {} : { rows: count }),
    };
  });
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
