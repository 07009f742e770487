import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import type { Edition } from '../offline/copies.ts';
import { referencesOf } from './doctor/site-walk.ts';

const lostPages = ['offline/', 'en/offline/'];

/** Modules that a module needs from the start; they lie beside it. */
const modulesOf = (site: string, path: string): string[] =>
  [...readFileSync(join(site, path), 'utf8').matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g)].map(
    ([, name = '']) => posix.join(posix.dirname(path), name),
  );

/** What the page shown without a network is made of, behind the root of the site. */
function first(site: string, base: string): string[] {
  const parts = lostPages.flatMap((page) =>
    referencesOf(readFileSync(join(site, page, 'index.html'), 'utf8'))
      .filter(({ loaded, target }) => loaded && target.startsWith(base))
      .map(({ target }) => target.slice(base.length)),
  );
  const styles = parts.filter((path) => path.endsWith('.css'));
  const fonts = styles.flatMap((path) =>
    [
      ...readFileSync(join(site, path), 'utf8').matchAll(
        /url\(([^)]+\/golos-(?:cyrillic|latin)\.[^)]+\.woff2)\)/g,
      ),
    ].map(([, address = '']) => address.replace(base, '')),
  );
  const scripts = new Set(parts.filter((path) => path.endsWith('.js')));
  for (const path of scripts) for (const needed of modulesOf(site, path)) scripts.add(needed);
  return [
    ...new Set([...lostPages, ...parts.filter((path) => !path.endsWith('/')), ...fonts, ...scripts]),
  ].sort();
}

/**
 * Writes the service worker and `edition.json` into a built site. A site that has withdrawn its worker gets one that
 * removes itself and every copy: a file that merely vanished would leave the old one running.
 */
export async function writeOffline(site: string, base: string, edition: Edition): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [`src/offline/${edition.offline ? 'worker' : 'withdrawn'}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: {
      EDITION: JSON.stringify(edition.edition),
      FIRST: JSON.stringify(edition.offline ? first(site, base) : []),
    },
  });
  writeFileSync(join(site, 'sw.js'), outputFiles[0]?.text ?? '');
  writeFileSync(join(site, 'edition.json'), `${JSON.stringify(edition)}\n`);
}
