import { offlineMessages } from '../i18n/offline.ts';
import type { Edition } from './copies.ts';
import { lang, root, scope } from './here.ts';
import { showNotice } from './notice.ts';

/** A page that lies open asks no more often than this. */
const rest = 10 * 60_000;

/** The edition of the site that stands on the server now. @throws when there is no network */
async function editionNow(): Promise<Edition> {
  const answer = await fetch(`${root}edition.json`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`invalid answer: ${answer.status}`);
  return (await answer.json()) as Edition;
}

const words = offlineMessages(lang);
const { edition = '', release = '', still } = document.documentElement.dataset;

/** Takes the worker, or removes it where the site has withdrawn it. */
async function follow({ offline }: Edition): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const known = await navigator.serviceWorker.getRegistration(scope);
  if (!offline) {
    if (known?.scope === scope) await known.update();
    return;
  }
  await navigator.serviceWorker.register(`${root}sw.js`, { updateViaCache: 'none' });
  if (!navigator.serviceWorker.controller) {
    await controlled();
    await keepThis();
  }
}

const controlled = (): Promise<unknown> =>
  new Promise((done) => {
    navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    if (navigator.serviceWorker.controller) done(null);
  });

/** The first page came before there was a worker: it is asked for once more, mostly from the browser's own store. */
async function keepThis(): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = [location.href.split('#')[0] ?? '', ...loaded].filter((url) => url.startsWith(scope));
  for (const url of new Set(own)) await fetch(url).catch(() => undefined);
}

let asked = 0;

async function ask(): Promise<void> {
  asked = Date.now();
  try {
    const now = await editionNow();
    if (now.edition !== edition) tellNew(now);
    else document.querySelector('.edition-notice')?.remove();
    // The page about one's own data asks for nothing beyond what it must.
    if (still === undefined) await follow(now).catch(() => undefined);
  } catch {
    tellLost();
  }
}

function tellNew(now: Edition): void {
  const text = now.release === release ? words.newEdition : words.newRelease(release, now.release);
  showNotice(text, { text: words.reload, run: () => location.reload() }, words.close);
}

/** A page that came from this device without a network says so; one that merely cannot reach a file does not. */
function tellLost(): void {
  if (!navigator.serviceWorker?.controller) return;
  const href = `${root}${lang === 'ru' ? '' : 'en/'}offline/`;
  // What is shown at the address of a page that was not kept says so itself.
  if (location.pathname === href || document.getElementById('offline-lost')) return;
  showNotice(words.noNetwork(release), { text: words.list, href }, words.close);
}

function begin(): void {
  void ask();
  if (still !== undefined) return;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - asked > rest) void ask();
  });
  addEventListener('online', () => void ask());
}

// After everything that the reader waits for.
if (document.readyState === 'complete') begin();
else addEventListener('load', begin, { once: true });
