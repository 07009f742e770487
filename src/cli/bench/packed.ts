import { copyFileSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Latest } from '../../contract/public.ts';
import { compressEngine } from '../compress.ts';
import { pack } from './json-page.ts';

const packs = /\.(html|css|js|json|geojson|svg)$/;

/** A copy of what the explorer of a site loads, with packed files beside it, as a good host sends them. */
export async function packedSite(site: string, folder: string): Promise<void> {
  const { release } = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
  const copy = (path: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(site, path), join(folder, path));
    if (packs.test(path)) pack(join(folder, path));
  };
  const own = [
    '_astro/*.*',
    'explore/**/*.*',
    `data/${release}/*.*`,
    'data/latest.json',
    '*.{html,svg,json,js}',
  ];
  for (const path of globSync(own, { cwd: site })) copy(path);
  (await compressEngine(true))(folder);
}
