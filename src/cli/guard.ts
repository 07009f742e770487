import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../contract/fault.ts';
import type { Manifest } from '../contract/public.ts';
import type { Preset } from '../contract/vocabulary.ts';

/**
 * Makes sure that a folder about to be replaced was made by us: it is absent, empty, or has our marker in it.
 * @throws Fault `foreign-folder`, `not-a-folder`
 */
export function isOurs(folder: string, marker: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) throw new Fault('not-a-folder', { file: folder });
  if (existsSync(join(folder, marker)) || readdirSync(folder).length === 0) return;
  throw new Fault('foreign-folder', { file: folder });
}

const manifestOf = (folder: string): Manifest | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
};

/** Releases below a data folder, with their manifests. */
export function releasesOf(data: string): { folder: string; manifest: Manifest }[] {
  if (!existsSync(data)) return [];
  return readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => {
      const folder = join(data, name);
      const manifest = manifestOf(folder);
      return manifest ? [{ folder, manifest }] : [];
    });
}

/**
 * One data folder, one set, one preset: a site copies all of it, so exact counts must never lie beside protected ones.
 * @throws Fault `internal-into-public`, `mixed-releases`
 */
export function guardRelease(out: string, dataset: string, preset: Preset): void {
  if (preset === 'internal' && resolve(out) === resolve('public/data')) {
    throw new Fault('internal-into-public', { file: out });
  }
  const other = releasesOf(out).find(
    ({ manifest }) => manifest.preset !== preset || manifest.dataset.id !== dataset,
  );
  if (!other) return;
  const { dataset: found, preset: foundPreset } = other.manifest;
  throw new Fault(
    'mixed-releases',
    { file: other.folder },
    { found: found.id, found_preset: foundPreset, dataset, preset },
  );
}

/** True when a process of this number runs, whoever's it is. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Writes a file with our number into it that nobody else has; one of a process that died is taken over. */
function lock(path: string, folder: string): () => void {
  const take = () => writeFileSync(path, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(path, 'utf8'));
    if (Number.isInteger(owner) && owner > 0 && owner !== process.pid && isAlive(owner))
      throw new Fault('busy-folder', { file: folder }, { pid: owner });
    rmSync(path, { force: true });
    try {
      take();
    } catch (again) {
      if ((again as NodeJS.ErrnoException).code !== 'EEXIST') throw again;
      throw new Fault('busy-folder', { file: folder }, { pid: '?' });
    }
  }
  return () => rmSync(path, { force: true });
}

/**
 * Runs something that makes a folder anew and puts it in the place of an earlier one, while no other process of ours
 * does the same. The lock lies beside the folder, which is replaced.
 * @throws Fault `busy-folder`
 */
export async function replacing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = resolve(folder);
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lock(`${path}.lock`, folder);
  try {
    return await work();
  } finally {
    unlock();
  }
}

/** Removes what killed runs left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.(?:tmp|read|latest)-(\d+)(?:\.json)?$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Runs something while no other process of ours writes into the same folders.
 * @throws Fault `busy-folder`
 */
export async function exclusively<T>(folders: readonly string[], work: () => Promise<T>): Promise<T> {
  const unlock: (() => void)[] = [];
  try {
    for (const folder of new Set(folders.map((path) => resolve(path)))) {
      mkdirSync(folder, { recursive: true });
      unlock.push(lock(join(folder, '.lock'), folder));
      sweep(folder);
    }
    return await work();
  } finally {
    for (const release of unlock) release();
  }
}
