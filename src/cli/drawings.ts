import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { filesBelow } from '../publish/files.ts';
import { isAlive } from './guard.ts';
import { contentHash } from './stages.ts';

/** Milliseconds after which a drawing is removed that no build has used, and one that another of its release replaced. */
const keptFor = 60 * 24 * 3600 * 1000;
const replacedAfter = 3600 * 1000;
const shape = 'shape.txt';

/** Names and sizes of all files: a drawing that was cut short or touched is not used. */
const shapeOf = (folder: string): string =>
  contentHash(
    [],
    filesBelow(folder)
      .filter((path) => path !== shape)
      .map((path) => `${path} ${statSync(join(folder, path)).size}`),
  );

const folderOf = (kept: string, release: string, key: string): string =>
  join(kept, `${release}-${key.slice(0, 16)}`);

/** The drawing of a release that an earlier build kept; nothing where there is none or it is not whole. */
export function keptDrawing(kept: string, release: string, key: string): string | undefined {
  const folder = folderOf(kept, release, key);
  const told = join(folder, shape);
  if (!existsSync(told) || readFileSync(told, 'utf8') !== shapeOf(folder)) return undefined;
  const now = new Date();
  utimesSync(folder, now, now);
  return folder;
}

/** Removes what nobody has used for long, and what killed builds left. A build beside this one keeps what it reads. */
function sweep(kept: string, release: string): void {
  for (const name of readdirSync(kept)) {
    const folder = join(kept, name);
    const [, pid] = /^\.tmp-(\d+)-/.exec(name) ?? [];
    const age = Date.now() - statSync(folder).mtimeMs;
    const most = name.startsWith(`${release}-`) ? replacedAfter : keptFor;
    if (pid === undefined ? age > most : !isAlive(Number(pid)))
      rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes the drawing of a release and keeps it: it appears whole or not at all.
 * @param draw writes it into the folder that it is given
 * @returns the folder
 */
export async function keepDrawing(
  kept: string,
  release: string,
  key: string,
  draw: (folder: string) => Promise<void>,
): Promise<string> {
  mkdirSync(kept, { recursive: true });
  sweep(kept, release);
  const temporary = join(kept, `.tmp-${process.pid}-${release}`);
  const folder = folderOf(kept, release, key);
  try {
    await draw(temporary);
    writeFileSync(join(temporary, shape), shapeOf(temporary));
    // Another build has kept the same drawing in the meantime, and may be reading it.
    if (keptDrawing(kept, release, key) !== undefined) return folder;
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(temporary, folder);
    } catch (error) {
      if (keptDrawing(kept, release, key) === undefined) throw error;
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/**
 * The folder in which a build finds the Word documents of an earlier one and leaves its own.
 * @param key changes with all that decides what is in a document
 */
export function keptDocuments(kept: string, key: string): string {
  const folder = resolve(kept, `documents-${key}`);
  mkdirSync(folder, { recursive: true });
  const now = new Date();
  utimesSync(folder, now, now);
  return folder;
}
