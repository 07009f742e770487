import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../contract/fault.ts';
import type { Latest, Manifest } from '../contract/public.ts';
import { sha256 } from '../publish/files.ts';
import { damagedFiles } from '../publish/verify.ts';

/**
 * The release that `latest.json` of a data folder points at, checked file by file.
 * @throws Fault `no-release`, `damaged-release`
 */
export function intactRelease(data: string): { folder: string; manifest: Manifest; manifestSha256: string } {
  if (!existsSync(join(data, 'latest.json'))) throw new Fault('no-release', { file: data });
  const latest = readPointer(join(data, 'latest.json'));
  const folder = join(data, latest.release);
  const [damage] = damagedFiles(folder);
  if (damage)
    throw new Fault('damaged-release', { file: join(folder, damage.path) }, { problem: damage.fault });
  const bytes = readFileSync(join(folder, 'manifest.json'));
  if (sha256(bytes) !== latest.manifest_sha256) {
    throw new Fault('damaged-release', { file: join(folder, 'manifest.json') }, { problem: 'file-changed' });
  }
  return {
    folder,
    manifest: JSON.parse(bytes.toString('utf8')) as Manifest,
    manifestSha256: latest.manifest_sha256,
  };
}

function readPointer(file: string): Latest {
  try {
    const latest = JSON.parse(readFileSync(file, 'utf8')) as Partial<Latest>;
    if (typeof latest.release === 'string' && typeof latest.manifest_sha256 === 'string')
      return latest as Latest;
  } catch {
    // Falls through to the same fault: a pointer that is no JSON points nowhere.
  }
  throw new Fault('damaged-release', { file }, { problem: 'file-changed' });
}
