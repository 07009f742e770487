import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const link = /<link rel="stylesheet" href="([^"]*\/_astro\/|\/?_astro\/)([^"/]+\.css)">/g;

/**
 * Joins the style sheets of every page of the explorer in one file: nothing is painted before the last of them is there,
 * and on a phone the second costs a connection of its own, as much time as 60 KB.
 */
export function joinStyles(site: string): void {
  for (const page of globSync('{explore,en/explore}/**/index.html', { cwd: site })) {
    const html = readFileSync(join(site, page), 'utf8');
    const links = [...html.matchAll(link)];
    const [first] = links;
    if (!first || links.length < 2) continue;
    const text = links.map(([, , name = '']) => readFileSync(join(site, '_astro', name), 'utf8')).join('\n');
    const name = `explorer.${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.css`;
    writeFileSync(join(site, '_astro', name), text);
    const joined = `<link rel="stylesheet" href="${first[1]}${name}">`;
    const rest = new Set(links.slice(1).map(([whole]) => whole));
    writeFileSync(
      join(site, page),
      html.replaceAll(link, (whole) => (rest.has(whole) ? '' : whole === first[0] ? joined : whole)),
    );
  }
}
