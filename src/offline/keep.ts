import type { Edition, Saved } from './copies.ts';
import { markAddress, savedCache } from './copies.ts';

/** Why a place could not be kept. */
export type KeepFault = 'changed' | 'full' | 'failed';

export class KeepError extends Error {
  readonly fault: KeepFault;
  constructor(fault: KeepFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** A place to keep: its pages, absolute, the place's own first. */
export interface Place {
  id: string;
  lang: string;
  name: string;
  pages: readonly string[];
}

/** What the page is of, and where the site stands. */
export interface Here extends Pick<Edition, 'edition' | 'release'> {
  scope: string;
}

const atOnce = 4;

/** Everything that a page loads by itself from its own site, as written. */
function partsOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const loaded = page.querySelectorAll<HTMLElement>(
    'link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src], img[src], image[href], use[href]',
  );
  return [...loaded].flatMap((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? []);
}

/** Addresses in a style sheet. */
const styleParts = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address = '']) => address);

/** Addresses of the modules that a module needs from the start. */
const moduleParts = (script: string): string[] =>
  [...script.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)].map(([, address = '']) => address);

const inside = (address: string, base: string, scope: string): string[] => {
  const url = new URL(address, base);
  url.hash = '';
  return url.href.startsWith(scope) ? [url.href] : [];
};

interface Fetched {
  url: string;
  response: Response;
}

async function bring(url: string): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, { cache: 'no-cache' }).catch((error) => {
    throw new KeepError('failed', error);
  });
  if (!response.ok) throw new KeepError('failed', response.status);
  const type = response.headers.get('content-type') ?? '';
  const text = /^text\/(html|css|javascript)/.test(type) ? await response.clone().text() : '';
  return { response, text };
}

/** Runs over addresses, a few at a time; what a page needs is added to the list while it is walked. */
async function bringAll(place: Place, here: Here, progress: (done: number, all: number) => void) {
  const known = new Set(place.pages);
  const waiting = [...known];
  const brought: Fetched[] = [];
  const add = (address: string, base: string) => {
    for (const url of inside(address, base, here.scope)) {
      if (known.has(url)) continue;
      known.add(url);
      waiting.push(url);
    }
  };
  let pages = 0;
  const walk = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const { response, text } = await bring(url);
      if (url.endsWith('/')) {
        // A page of another edition would not belong to those before it.
        if (!text.includes(`data-edition="${here.edition}"`)) throw new KeepError('changed');
        for (const part of partsOf(text)) add(part, url);
        pages++;
        progress(pages, place.pages.length);
      } else {
        const parts = url.endsWith('.css') ? styleParts(text) : moduleParts(text);
        for (const part of parts) add(part, url);
      }
      brought.push({ url, response });
    }
  };
  // The first page knows what all of them need.
  await walkFirst(waiting, walk);
  return { brought, pages };
}

async function walkFirst(waiting: string[], walk: () => Promise<void>): Promise<void> {
  const rest = waiting.splice(1);
  await walk();
  waiting.push(...rest);
  await Promise.all(Array.from({ length: atOnce }, walk));
}

/**
 * Keeps a place whole or not at all: everything is fetched first, then stored, and the mark is stored last. What was
 * kept before stays until then.
 * @throws KeepError
 */
export async function keepPlace(
  place: Place,
  here: Here,
  progress: (done: number, all: number) => void,
): Promise<Saved> {
  const { brought, pages } = await bringAll(place, here, progress);
  const sizes = await Promise.all(brought.map(({ response }) => response.clone().blob()));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  const saved: Saved = {
    ...{ name: place.name, address: place.pages[0] ?? '', edition: here.edition, release: here.release },
    ...{ pages, bytes, day: new Date().toISOString().slice(0, 10) },
  };
  const name = savedCache(here.scope, place.lang, place.id);
  const fresh = `${name} new`;
  try {
    await store(fresh, here.scope, brought, saved);
    await caches.delete(name);
    await store(name, here.scope, brought, saved);
  } catch (error) {
    throw new KeepError('full', error);
  } finally {
    await caches.delete(fresh);
  }
  return saved;
}

async function store(name: string, scope: string, brought: readonly Fetched[], saved: Saved): Promise<void> {
  await caches.delete(name);
  const cache = await caches.open(name);
  for (const { url, response } of brought) await cache.put(url, response.clone());
  await cache.put(markAddress(scope), Response.json(saved));
}

/** What is kept of a place; a saving that did not come to its end is none. */
export async function savedOf(name: string, scope: string): Promise<Saved | null> {
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const mark = await cache.match(markAddress(scope));
  return mark ? ((await mark.json()) as Saved) : null;
}
