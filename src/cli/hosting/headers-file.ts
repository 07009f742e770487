import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressKind, embedFolders, headersOf, kindOf, lostChart } from './policy.ts';

const isWorker = (kind: AddressKind): boolean => kind === 'engine' || kind === 'reader';

/** Folders whose own children are of several kinds. */
const mixed = ['data', 'en', 'explore', '_astro'];

/** The entries of the site as patterns of `_headers`, none of which covers another of the same header. */
function entries(site: string, below = ''): [pattern: string, kind: AddressKind][] {
  return readdirSync(join(site, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): [string, AddressKind][] => {
      const path = `${below}${entry.name}`;
      if (!entry.isDirectory()) return entry.name.startsWith('_') ? [] : [[path, kindOf(path)]];
      if (path === '_astro') return assets(site);
      if (mixed.includes(path)) return [[`${path}/`, 'page'], ...entries(site, `${path}/`)];
      return [[`${path}/*`, kindOf(`${path}/x`)]];
    });
}

/** Assets are covered by one pattern; a worker adds its own policy to what that gives. */
function assets(site: string): [string, AddressKind][] {
  const workers = readdirSync(join(site, '_astro'))
    .map((name): [string, AddressKind] => [`_astro/${name}`, kindOf(`_astro/${name}`)])
    .filter(([, kind]) => isWorker(kind));
  return [['_astro/*', 'assets'], ...workers];
}

const isGiven = (kind: AddressKind, header: string): boolean => isWorker(kind) && header in headersOf.assets;

/**
 * The file `_headers` that Netlify and Cloudflare Pages read from the root of a site. Both join the values of all
 * patterns that match an address, which would close frames that another pattern opens: so the patterns are the
 * entries of this very site, and no header comes to an address twice.
 */
export function headersFile(site: string, base: string): string {
  const rules: [string, AddressKind][] = [['', 'page'], ...entries(site)];
  const block = ([pattern, kind]: [string, AddressKind]) => {
    const lines = Object.entries(headersOf[kind])
      .filter(([header]) => !isGiven(kind, header))
      .map(([header, value]) => `  ${header}: ${value}`);
    return `${base}${pattern}\n${lines.join('\n')}`;
  };
  return `${rules.map(block).join('\n')}\n`;
}

/**
 * The file `_redirects` of Netlify: a lost chart has a page of its own. Cloudflare Pages needs no word of it and passes
 * over the lines: there the nearest `404.html` above an address is the answer.
 */
export const redirectsFile = (base: string): string =>
  embedFolders.map((folder) => `${base}${folder}* ${base}${lostChart} 404\n`).join('');
