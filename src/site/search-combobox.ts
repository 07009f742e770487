import type { Found } from './search-index.ts';
import type { LoadAndFind } from './search-load.ts';
import type { SearchEntry } from './search-terms.ts';

/** Where a box finds schools, and where their pages are. */
export interface SearchSource {
  /** Loads what every query needs. */
  load(): Promise<LoadAndFind>;
  pageOf(entry: SearchEntry): string;
}

interface Box {
  source: SearchSource;
  form: HTMLFormElement;
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  /** The school that Enter opens when nothing is highlighted. */
  best: SearchEntry | null;
}

function parts(form: HTMLFormElement, source: SearchSource): Box | null {
  const input = form.querySelector<HTMLInputElement>('input');
  const list = form.querySelector<HTMLElement>('[role=listbox]');
  const status = form.querySelector<HTMLElement>('[role=status]');
  return input && list && status ? { source, form, input, list, status, best: null } : null;
}

/** Loads the index once, when somebody first touches the box. */
function loader({ form, status, source }: Box): () => Promise<LoadAndFind> {
  let loading: Promise<LoadAndFind> | undefined;
  return () => {
    loading ??= source.load();
    loading.catch(() => {
      loading = undefined;
      status.textContent = form.dataset.failed ?? '';
    });
    return loading;
  };
}

function option(box: Box, entry: SearchEntry, index: number): HTMLElement {
  const item = document.createElement('div');
  item.id = `search-option-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.dataset.href = box.source.pageOf(entry);
  const place = document.createElement('span');
  const closed = entry.c ? `, ${(box.form.dataset.closed ?? '').replace('{year}', entry.c)}` : '';
  place.textContent = `${entry.m}${closed}`;
  item.append(entry.s ?? entry.n, place);
  if (box.form.dataset.lang !== 'ru') item.lang = 'ru';
  return item;
}

const nothing: Found = { entries: [], best: null };

function show(box: Box, { entries, best }: Found): void {
  const { form, input, list, status } = box;
  box.best = best;
  list.replaceChildren(...entries.map((entry, index) => option(box, entry, index)));
  list.hidden = entries.length === 0;
  input.setAttribute('aria-expanded', String(entries.length > 0));
  input.removeAttribute('aria-activedescendant');
  const empty = input.value.trim() === '';
  status.textContent = !empty && entries.length === 0 ? (form.dataset.none ?? '') : '';
}

function select(box: Box, step: number): void {
  const { input, list } = box;
  const items = [...list.querySelectorAll('[role=option]')];
  const now = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
  const next = items[(now < 0 && step < 0 ? items.length - 1 : now + step + items.length) % items.length];
  for (const item of items) item.setAttribute('aria-selected', String(item === next));
  if (!next) return;
  input.setAttribute('aria-activedescendant', next.id);
  next.scrollIntoView({ block: 'nearest' });
}

/** Opens what is highlighted or clearly meant; otherwise goes to the first of several, for the reader to choose. */
function open(box: Box): boolean {
  const { list, best, status, form } = box;
  if (list.hidden) return false;
  const chosen = list.querySelector<HTMLElement>('[aria-selected=true]')?.dataset.href;
  const href = chosen ?? (best ? box.source.pageOf(best) : undefined);
  if (href) location.href = href;
  else {
    select(box, 1);
    status.textContent = form.dataset.choose ?? '';
  }
  return true;
}

function onKey(box: Box, event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (box.list.hidden) return;
    event.preventDefault();
    select(box, event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape' && !box.list.hidden) {
    event.preventDefault();
    show(box, nothing);
    box.status.textContent = '';
  }
}

/** Turns the plain form into a combobox; without a script it leads to the list of schools. */
function enhance(box: Box): void {
  const load = loader(box);
  const { form, input, list } = box;
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  input.addEventListener('input', async () => {
    const typed = input.value;
    const find = await load().catch(() => null);
    const found = await find?.(typed).catch(() => {
      box.status.textContent = form.dataset.failed ?? '';
    });
    if (found === undefined || input.value !== typed) return;
    show(box, found ?? nothing);
    // A number or a common word alone may mean any of thousands of schools.
    if (found === null && typed.trim() !== '') box.status.textContent = form.dataset.place ?? '';
  });
  input.addEventListener('keydown', (event) => onKey(box, event));
  // The list stays open while the pointer is on it, so that a click reaches the option.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (item?.dataset.href) location.href = item.dataset.href;
  });
  input.addEventListener('blur', () => show(box, nothing));
  form.addEventListener('submit', (event) => {
    const byKey = document.activeElement === input;
    if (byKey && open(box)) event.preventDefault();
    else if (input.value.trim() === '') input.name = '';
  });
  resume(box);
}

/** Takes up what was typed on another page, or before the index had come. */
function resume({ input }: Box): void {
  const typed = new URL(location.href).searchParams.get('q');
  if (!typed) return;
  input.value = typed;
  input.focus();
  input.dispatchEvent(new Event('input'));
}

/** Makes a combobox of a search form. */
export function startSearch(form: HTMLFormElement, source: SearchSource): void {
  const box = parts(form, source);
  if (box) enhance(box);
}
