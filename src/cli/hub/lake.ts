import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkedFile, latestOf, manifestOf } from '../../hub/region.ts';

/** Tables that questions over regions are asked of. */
const lakeTables = [
  'results',
  'schools',
  'municipalities',
  'identification',
  'clusters',
  'dynamics',
] as const;

function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const fresh = `${to}.${process.pid}`;
  try {
    linkSync(from, fresh);
  } catch {
    copyFileSync(from, fresh);
  }
  renameSync(fresh, to);
}

/**
 * Lays a region's tables where engines look for partitions: `<table>/region=<id>/release=<release>/part.parquet`. What
 * lies there of earlier releases goes; other regions are not touched. Files are linked where the disk allows it.
 * @returns number of files laid anew
 */
export function layRegion(lake: string, folder: string, id: string): number {
  const latest = latestOf(folder);
  const manifest = manifestOf(folder, latest);
  let laid = 0;
  for (const table of lakeTables) {
    if (!manifest.files.some(({ path }) => path === `${table}.parquet`)) continue;
    const own = join(lake, table, `region=${id}`);
    const target = join(own, `release=${latest.release}`, 'part.parquet');
    if (!existsSync(target)) {
      place(checkedFile(folder, manifest, `${table}.parquet`), target);
      laid++;
    }
    for (const name of readdirSync(own))
      if (name !== `release=${latest.release}`) rmSync(join(own, name), { recursive: true, force: true });
  }
  return laid;
}
