import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g;

/** What the explorer's script asks for as soon as it runs, because its first answer is drawn with it. */
const drawsFirst = /\bimport\(\s*["'`]\.\/((?:chart|views)\.[\w-]+\.js)/g;

/** A module with all that it imports at once; what it imports later is not among them. */
function importsOf(
  folder: string,
  name: string,
  known: Map<string, readonly string[]>,
  found = new Set<string>(),
) {
  let own = known.get(name);
  if (!own) {
    const path = join(folder, name);
    const code = existsSync(path) ? readFileSync(path, 'utf8') : '';
    own = [...code.matchAll(staticImport)].flatMap(([, one]) => one ?? []);
    known.set(name, own);
  }
  for (const one of own)
    if (!found.has(one)) {
      found.add(one);
      importsOf(folder, one, known, found);
    }
  return found;
}

/**
 * Names in the head of every page of the explorer the modules that its script will ask for one after the other: on a
 * phone each step of that chain costs as much as 30 KB do. They stand behind styles and typeface, which the first chart needs.
 */
export function preloadModules(site: string): void {
  const folder = join(site, '_astro');
  const known = new Map<string, readonly string[]>();
  for (const page of globSync('{explore,en/explore}/**/index.html', { cwd: site })) {
    const html = readFileSync(join(site, page), 'utf8');
    const scripts = [...html.matchAll(/<script type="module" src="([^"]*_astro\/)([^"/]+\.js)"/g)];
    const wanted = new Set<string>();
    const drawing = new Set<string>();
    for (const [, , name = ''] of scripts) {
      importsOf(folder, name, known, wanted);
      for (const [, later = ''] of readFileSync(join(folder, name), 'utf8').matchAll(drawsFirst)) {
        drawing.add(later);
        importsOf(folder, later, known, drawing);
      }
    }
    const base = scripts[0]?.[1] ?? '';
    const own = new Set(scripts.map(([, , name]) => name));
    const size = (name: string) => statSync(join(folder, name)).size;
    // The library of charts before the few hundred bytes of others: it would come last and alone.
    const later = [...drawing].toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
    const links = [...new Set([...wanted, ...later])]
      .filter((name) => !own.has(basename(name)))
      .map((name) => `<link rel="modulepreload" href="${base}${name}" fetchpriority="low">`);
    writeFileSync(
      join(site, page),
      html.replace('</head>', () => `${links.join('')}</head>`),
    );
  }
}
