import { editionCache, inOrder, outdated } from './copies.ts';
import { type Plan, planOf } from './plan.ts';

// TypeScript knows pages or workers, not both in one program.
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
declare const self: Scope;

/** Set by the build. */
declare const EDITION: string;
/** Addresses behind the root that are kept from the beginning: the page that is shown where there is no copy. */
declare const FIRST: readonly string[];

const scope = self.registration.scope;
const current = editionCache(scope, EDITION);
/** A weak network may take so long before a copy is shown, where there is one. */
const patience = 4000;
/** So many copies of pages are kept beside those that were saved on purpose. */
const mostPages = 300;
/** A file that may change is kept up to this size: drawings and texts, not archives. */
const largest = 2_000_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(current);
      await cache.addAll(FIRST.map((path) => new Request(`${scope}${path}`, { cache: 'no-cache' })));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = outdated(await caches.keys(), scope, EDITION);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const plan = planOf(event.request, scope);
  if (plan === 'pass') return;
  event.respondWith(answers[plan](event));
});

const answers: Record<Exclude<Plan, 'pass'>, (event: Fetching) => Promise<Response>> = {
  page: answerPage,
  frozen: answerFrozen,
  checked: answerChecked,
};

/** A copy of an address, from whichever edition has one. A faulty store must not keep a reader from the network. */
async function copyOf(request: Request, isPage = false): Promise<Response | undefined> {
  try {
    for (const name of inOrder(await caches.keys(), scope, EDITION)) {
      const cache = await caches.open(name);
      const found = await cache.match(request, { ignoreVary: true, ignoreSearch: isPage });
      if (found) return found;
    }
  } catch {
    // As if there were no copy.
  }
  return undefined;
}

function keep(event: Fetching, address: string, response: Response): void {
  const copy = response.clone();
  const work = caches.open(current).then((cache) => cache.put(address, copy));
  // The device may be full: then there is no copy.
  event.waitUntil(work.catch(() => undefined));
}

const isWhole = (response: Response): boolean =>
  response.status === 200 && response.type === 'basic' && !response.redirected;

async function answerFrozen(event: Fetching): Promise<Response> {
  const { request } = event;
  const copy = await copyOf(request);
  if (copy) return copy;
  const response = await fetch(request);
  if (isWhole(response)) keep(event, request.url, response);
  return response;
}

async function answerChecked(event: Fetching): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    const bytes = Number(response.headers.get('content-length') ?? 0);
    if (isWhole(response) && bytes <= largest) keep(event, request.url, response);
    return response;
  } catch (error) {
    const copy = await copyOf(request);
    if (copy) return copy;
    throw error;
  }
}

const withoutState = (url: string): string => url.split(/[?#]/)[0] ?? url;

async function answerPage(event: Fetching): Promise<Response> {
  const { request } = event;
  const coming = (async () => (await event.preloadResponse) ?? fetch(request))();
  // Kept even when the copy was shown meanwhile: the next look shows what is new.
  event.waitUntil(
    coming.then(
      (response) => keepPage(event, request, response.clone()),
      () => undefined,
    ),
  );
  const copy = await copyOf(request, true);
  try {
    const response = await (copy ? Promise.race([coming, late()]) : coming);
    return copy && response.status >= 500 ? copy : response;
  } catch {
    return copy ?? lostPage(request);
  }
}

const late = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('late')), patience));

async function keepPage(event: Fetching, request: Request, response: Response): Promise<void> {
  if (!isWhole(response) || !response.headers.get('content-type')?.startsWith('text/html')) return;
  keep(event, withoutState(request.url), response);
  const cache = await caches.open(current);
  const pages = (await cache.keys()).filter(({ url }) => url.endsWith('/'));
  const first = new Set(FIRST.map((path) => `${scope}${path}`));
  const extra = pages.slice(0, Math.max(0, pages.length - mostPages)).filter(({ url }) => !first.has(url));
  await Promise.all(extra.map((page) => cache.delete(page)));
}

/** There is neither network nor copy: the page that says so and lists what there is. */
async function lostPage(request: Request): Promise<Response> {
  const lang = request.url.startsWith(`${scope}en/`) ? 'en/' : '';
  const page = await copyOf(new Request(`${scope}${lang}offline/`));
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: page.headers });
}
