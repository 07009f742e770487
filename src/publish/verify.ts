import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../contract/public.ts';
import { filesBelow, sha256 } from './files.ts';

/** One way in which a release folder differs from its manifest. */
export interface Damage {
  path: string;
  fault: 'file-missing' | 'file-changed' | 'file-unlisted' | 'manifest-missing' | 'manifest-damaged';
}

const readManifest = (folder: string): Manifest | Damage => {
  const path = 'manifest.json';
  if (!existsSync(join(folder, path))) return { path, fault: 'manifest-missing' };
  try {
    return JSON.parse(readFileSync(join(folder, path), 'utf8')) as Manifest;
  } catch {
    return { path, fault: 'manifest-damaged' };
  }
};

/** Compares every file of a release with its sha256 in the manifest; files that are not listed count as damage. */
export function damagedFiles(folder: string): Damage[] {
  const manifest = readManifest(folder);
  if ('fault' in manifest) return [manifest];
  const damage: Damage[] = [];
  const listed = new Set(['manifest.json']);
  for (const { path, sha256: expected } of manifest.files) {
    listed.add(path);
    if (!existsSync(join(folder, path))) damage.push({ path, fault: 'file-missing' });
    else if (sha256(readFileSync(join(folder, path))) !== expected)
      damage.push({ path, fault: 'file-changed' });
  }
  for (const path of filesBelow(folder)) if (!listed.has(path)) damage.push({ path, fault: 'file-unlisted' });
  return damage;
}
