import { bytes, day } from '../i18n/formats.ts';
import { offlineMessages } from '../i18n/offline.ts';
import { inOrder, ownPrefix, type Saved, savedNames } from './copies.ts';
import { lang, root, scope } from './here.ts';
import { savedOf } from './keep.ts';

const words = offlineMessages(lang);
const part = (name: string) => document.getElementById(`offline-${name}`);

function item(href: string, text: string, more = ''): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  if (lang !== 'ru' && /[а-яё]/i.test(text)) link.lang = 'ru';
  line.append(link, more);
  return line;
}

/** Title of a kept page: what stands before the name of the site. */
const titleOf = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent?.trim() ?? '';

async function visited(names: readonly string[]): Promise<HTMLLIElement[]> {
  const prefix = ownPrefix(scope);
  const found = new Map<string, string>();
  for (const name of inOrder(names, scope, '').filter((one) => one.startsWith(`${prefix}edition `))) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (found.has(url) || !url.endsWith('/') || url.endsWith('/offline/')) continue;
      const isEnglish = url.startsWith(`${scope}en/`);
      if (isEnglish !== (lang === 'en')) continue;
      const page = await cache.match(url);
      const title = page ? titleOf(await page.text()) : '';
      if (title) found.set(url, title);
    }
  }
  return [...found].sort(([, a], [, b]) => a.localeCompare(b, lang)).map(([url, title]) => item(url, title));
}

/** A list holds items alone, also where it has nothing to list. */
const nothing = (): HTMLLIElement => {
  const line = document.createElement('li');
  line.textContent = words.none;
  return line;
};

const savedLine = ({ address, name, day: when, release, bytes: size }: Saved): HTMLLIElement =>
  item(address, name, ` — ${words.savedBefore(day(lang, when), release)} ${bytes(lang, size)}`);

async function show(): Promise<void> {
  const names = await caches.keys();
  const saved = await Promise.all(savedNames(names, scope).map((name) => savedOf(name, scope)));
  const lines = saved.flatMap((one) => (one ? [savedLine(one)] : []));
  part('saved')?.replaceChildren(...(lines.length > 0 ? lines : [nothing()]));
  const pages = await visited(names);
  part('visited')?.replaceChildren(...(pages.length > 0 ? pages : [nothing()]));
}

/** Removes every copy of this site but this page, which must still be there to say so. */
async function forget(): Promise<void> {
  const names = await caches.keys();
  const parts = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
  for (const name of inOrder(names, scope, '')) {
    if (!name.startsWith(`${ownPrefix(scope)}edition `)) {
      await caches.delete(name);
      continue;
    }
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (!request.url.endsWith('/offline/') && !parts.has(request.url)) await cache.delete(request);
  }
  await show();
  const status = part('status');
  if (status) status.textContent = words.forgotten;
}

if ('caches' in window && 'serviceWorker' in navigator) {
  const own = `${root}${lang === 'ru' ? '' : 'en/'}offline/`;
  const lost = part('lost');
  if (lost) lost.hidden = location.pathname === own;
  part('copies')?.removeAttribute('hidden');
  part('forget')?.addEventListener('click', () => void forget());
  void show();
} else {
  const status = part('status');
  if (status) status.textContent = words.unable;
}
