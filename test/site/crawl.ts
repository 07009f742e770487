import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  return existsSync(file) && statSync(file).isFile() ? relative(site, file) : null;
}

const attribute = /\s(id|href|src|action)="([^"]*)"/g;
const plain = (text: string): string => text.replaceAll('&#38;', '&').replaceAll('&amp;', '&');

/** The ids of a page, and what it links to and loads. Quotes inside texts are written as entities, so these are attributes. */
function partsOf(html: string): { ids: Set<string>; targets: Set<string> } {
  const ids = new Set<string>();
  const targets = new Set<string>();
  for (const [, name, value = ''] of html.matchAll(attribute))
    (name === 'id' ? ids : targets).add(plain(value));
  return { ids, targets };
}

/** Every link and source of the site that leads nowhere: to a missing file, or to a place that its page lacks. */
export function brokenLinks(site: string): string[] {
  const pages = new Map(
    filesBelow(site)
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, partsOf(readFileSync(join(site, path), 'utf8'))]),
  );
  const drawings = new Map<string, Set<string>>();
  /** The named parts of a page, or of a drawing of which a page shows one part. */
  const idsOf = (file: string): Set<string> | undefined => {
    if (!file.endsWith('.svg')) return pages.get(file)?.ids;
    const ids = drawings.get(file) ?? partsOf(readFileSync(join(site, file), 'utf8')).ids;
    drawings.set(file, ids);
    return ids;
  };
  const wrong: string[] = [];
  for (const [path, { targets }] of pages) {
    const here = `${origin}/${path.replace(/index\.html$/, '')}`;
    for (const target of targets) {
      const url = new URL(target, here);
      if (url.origin !== origin) continue;
      const file = fileOf(site, url.pathname);
      const place = decodeURIComponent(url.hash.slice(1));
      if (!file) wrong.push(`${path}: ${target}`);
      else if (place && !idsOf(file)?.has(place)) wrong.push(`${path}: ${target} (no such place)`);
    }
  }
  return wrong.sort();
}
