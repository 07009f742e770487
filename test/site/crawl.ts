import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { filesBelow } from '../../src/publish/files.ts';

const origin = 'https://site.example';

/** Every page of a built site, parsed. */
export function pagesOf(site: string) {
  return filesBelow(site)
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = readFileSync(join(site, path), 'utf8');
      return { path, html, document: parseHTML(html).document };
    });
}

function fileOf(site: string, pathname: string): string | null {
  const path = join(site, decodeURIComponent(pathname));
  const file = pathname.endsWith('/') ? join(path, 'index.html') : path;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** Every link and source of the site that leads nowhere: to a missing file, or to a place that its page lacks. */
export function brokenLinks(site: string): string[] {
  const ids = new Map<string, Set<string>>();
  const pages = pagesOf(site);
  for (const { path, document } of pages)
    ids.set(join(site, path), new Set([...document.querySelectorAll('[id]')].map((one) => one.id)));
  const wrong = new Set<string>();
  for (const { path, document } of pages) {
    const here = `${origin}/${path.replace(/index\.html$/, '')}`;
    for (const element of document.querySelectorAll('[href], [src], [action]')) {
      const target = ['href', 'src', 'action'].flatMap((name) => element.getAttribute(name) ?? [])[0] ?? '';
      const url = new URL(target, here);
      if (url.origin !== origin) continue;
      const file = fileOf(site, url.pathname);
      const place = decodeURIComponent(url.hash.slice(1));
      if (!file) wrong.add(`${path}: ${target}`);
      else if (place && !ids.get(file)?.has(place)) wrong.add(`${path}: ${target} (no such place)`);
    }
  }
  return [...wrong].sort();
}
