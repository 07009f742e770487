import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isAlive } from './guard.ts';

/** Puts a finished folder in the place of another one of ours. */
export function swap(temporary: string, out: string): void {
  const old = `${out}.old-${process.pid}`;
  if (existsSync(out)) renameSync(out, old);
  renameSync(temporary, out);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Removes what killed runs left beside a folder. One killed between the two renamings of `swap` leaves the earlier
 * folder under the name that it had for the moment: it is given back.
 */
export function sweepBeside(out: string): void {
  const folder = dirname(resolve(out));
  if (!existsSync(folder)) return;
  const left = readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(`${basename(out)}.`)) return [];
    const [, kind, pid] = /\.(tmp|old)-(\d+)(?:-[a-z]+)?$/.exec(name) ?? [];
    return kind !== undefined && !isAlive(Number(pid)) ? [{ kind, path: join(folder, name) }] : [];
  });
  const aside = left.find(({ kind }) => kind === 'old');
  if (aside && !existsSync(out)) renameSync(aside.path, out);
  for (const { path } of left) rmSync(path, { recursive: true, force: true });
}
