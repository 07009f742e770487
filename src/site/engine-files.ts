import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFile } from '../contract/public.ts';
import type { ExplorerConfig } from '../explorer/config.ts';
import { edition } from './edition.ts';
import { extractsList, extractsPath } from './extracts.ts';
import { base } from './links.ts';
import { manifest, release } from './release.ts';

function extracted(): ManifestFile[] {
  const folder = process.env.DINAMIKA_EXTRACTS;
  const list = folder && join(folder, extractsList);
  // Pages made by other means than our build have none: their explorer says that its tables are missing.
  return list && existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as ManifestFile[]) : [];
}

/** What the engine of the explorer reads, and the sums of it. */
export const engineFiles = (): ExplorerConfig['engineFiles'] => ({
  tables: { url: `${base}${extractsPath(edition())}`, manifest: { files: extracted() } },
  boundaries: {
    url: `${base}data/${release()}/`,
    manifest: { files: manifest().files.filter(({ path }) => path === 'boundaries.geojson') },
  },
});
