import { bytes, day } from '../i18n/formats.ts';
import { offlineMessages } from '../i18n/offline.ts';
import { type Saved, savedCache } from './copies.ts';
import { lang, root, scope } from './here.ts';
import { KeepError, keepPlace, savedOf } from './keep.ts';

const words = offlineMessages(lang);
const { edition = '', release = '' } = document.documentElement.dataset;

interface Offer {
  button: HTMLButtonElement;
  status: HTMLElement;
  id: string;
  name: string;
}

/** The place's own page, every school that it names, and where a reader starts. */
function pagesOf(): string[] {
  const own = `${root}${lang === 'ru' ? '' : 'en/'}`;
  const links = document.querySelectorAll<HTMLAnchorElement>('#content a[href]');
  const schools = [...links]
    .map(({ href }) => new URL(href))
    .filter(({ href, pathname }) => href.startsWith(scope) && pathname.startsWith(`${own}schools/`))
    .map(({ origin, pathname }) => origin + pathname);
  const here = location.origin + location.pathname;
  const start = ['', 'municipalities/', 'methodology/', 'privacy/', 'glossary/', 'offline/'];
  return [...new Set([here, ...schools, ...start.map((path) => new URL(own + path, scope).href)])];
}

function tell({ button, status }: Offer, saved: Saved | null): void {
  button.textContent = saved ? words.saveAgain : words.save;
  if (!saved) return;
  const say = saved.edition === edition ? words.savedBefore : words.savedOld;
  status.textContent = say(day(lang, saved.day), saved.release);
}

async function save(offer: Offer): Promise<void> {
  const { button, status, id, name } = offer;
  button.disabled = true;
  const place = { id, lang, name, pages: pagesOf() };
  try {
    await navigator.storage?.persist?.();
    const saved = await keepPlace(place, { scope, edition, release }, (done, all) => {
      status.textContent = words.saving(done, all);
    });
    status.textContent = words.savedNow(saved.pages, bytes(lang, saved.bytes));
    button.textContent = words.saveAgain;
  } catch (error) {
    status.textContent = words[error instanceof KeepError ? error.fault : 'failed'];
  } finally {
    button.disabled = false;
  }
}

const box = document.querySelector<HTMLElement>('.save-place');
const button = box?.querySelector('button');
const status = box?.querySelector<HTMLElement>('[role=status]');
// Without the worker nothing would be shown of what was kept; without a safe origin there is no worker.
if (box && button && status && 'serviceWorker' in navigator && 'caches' in window) {
  const { id = '', name = '' } = box.dataset;
  const offer = { button, status, id, name };
  box.hidden = false;
  button.addEventListener('click', () => void save(offer));
  void savedOf(savedCache(scope, lang, id), scope).then((saved) => tell(offer, saved));
}
