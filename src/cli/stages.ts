import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Hashes files and folders by content and relative name, never by time. Generated folders are passed over. */
export function contentHash(paths: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) addPath(hash, path);
  for (const text of also) hash.update(`\0${text}`);
  return hash.digest('hex');
}

function addPath(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) {
    hash.update(`\0absent ${path}`);
  } else if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addPath(hash, join(path, name));
  } else {
    hash.update(`\0${path}\0`).update(readFileSync(path));
  }
}

/** What a stage remembers of its last run: the hash of all it read, and a note that lets it check what it wrote. */
export interface Memory {
  key: string;
  result: string;
}

/**
 * Runs a stage only when what it reads has changed.
 * @param key hash of everything the stage reads
 * @param isIntact checks that what the remembered run wrote is still there
 * @returns the stage's result, and whether it was skipped
 */
export async function skippable(
  file: string,
  key: string,
  isIntact: (result: string) => boolean,
  work: () => Promise<string>,
): Promise<{ result: string; skipped: boolean }> {
  if (existsSync(file)) {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory;
    if (memory.key === key && isIntact(memory.result)) return { result: memory.result, skipped: true };
    rmSync(file);
  }
  const result = await work();
  mkdirSync(dirname(file), { recursive: true });
  const memory: Memory = { key, result };
  writeFileSync(file, JSON.stringify(memory));
  return { result, skipped: false };
}
