import { fill } from '../i18n/explorer-messages.ts';
import type { ExplorerPage } from './config.ts';
import type { Explorer } from './explorer.ts';
import { SavedViews } from './saved.ts';

/** What the tools do to the page; the page keeps history and updates. */
export interface ToolActions {
  undo(): void;
  reset(): void;
  open(search: string): void;
}

const keysSetting = 'dinamika:keys';
const jumps: Readonly<Record<string, string>> = {
  '1': 'dynamics-title',
  '2': 'map-title',
  '3': 'plane-title',
  '4': 'distribution-title',
  '5': 'list-title',
};

/** Presets, saved views, undo and reset, the keys and their sheet. */
export function startTools(
  window: Window,
  page: ExplorerPage,
  explorer: Explorer,
  actions: ToolActions,
): void {
  const { part, config } = page;
  const saved = new SavedViews(() => window.localStorage);
  const save = () => {
    const name = window.prompt(config.views.saveName)?.trim();
    if (!name) return;
    const kept = saved.add({ name, search: window.location.search });
    explorer.status.say(kept ? fill(config.views.savedHere, { name }) : config.views.notSaved);
    listSaved(page, saved, actions);
  };
  const sheet = part<HTMLDialogElement>('help');
  const help = () => (sheet.open ? sheet.close() : sheet.showModal());
  part('undo').addEventListener('click', actions.undo);
  part('reset').addEventListener('click', actions.reset);
  part('save').addEventListener('click', save);
  part('help-open').addEventListener('click', help);
  part('help-close').addEventListener('click', () => sheet.close());
  const presets = { entered: 'entered', improved: 'improved' } as const;
  for (const [name, status] of Object.entries(presets))
    part(`preset-${name}`).addEventListener('click', () => explorer.set({ traits: { status }, clear: true }));
  part('preset-low').addEventListener('click', async () => {
    const municipality = await district(page);
    const traits = { status: 'identified' };
    if (municipality !== '') explorer.set({ traits, selection: { municipality }, clear: true });
  });
  const note = part<HTMLAnchorElement>('note');
  // The address changes with every filter: the link takes it when it is about to be followed.
  for (const event of ['pointerenter', 'focus', 'click'])
    note.addEventListener(event, () => {
      note.search = `of=view&${window.location.search.slice(1)}`;
    });
  part('tools').hidden = false;
  listSaved(page, saved, actions);
  startKeys(window, page, { ...actions, save, help });
}

/** The municipality that is chosen, or else the one that the reader is asked for; '' where he does not say. */
function district({ part, form, document, config }: ExplorerPage): Promise<string> {
  const filter = form.elements.namedItem('municipality') as HTMLSelectElement;
  if (filter.value !== '') return Promise.resolve(filter.value);
  const dialog = part<HTMLDialogElement>('district');
  const choice = part<HTMLSelectElement>('district-choice');
  const none = document.createElement('option');
  none.value = '';
  none.textContent = config.views.askDistrict.choose;
  const offered = [...filter.options].filter(({ value }) => value !== '');
  choice.replaceChildren(none, ...offered.map((option) => option.cloneNode(true)));
  choice.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  choice.focus();
  return new Promise((resolve) => {
    const done = () => resolve(dialog.returnValue === 'show' ? choice.value : '');
    dialog.addEventListener('close', done, { once: true });
  });
}

function listSaved(page: ExplorerPage, saved: SavedViews, actions: ToolActions): void {
  const { document, part, config } = page;
  const views = saved.list();
  const lines = views.map(({ name, search }) => {
    const line = document.createElement('li');
    const open = document.createElement('a');
    open.href = search === '' ? '?' : search;
    open.textContent = name;
    open.addEventListener('click', (event) => {
      event.preventDefault();
      actions.open(search);
    });
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = '×';
    remove.setAttribute('aria-label', fill(config.views.remove, { name }));
    remove.addEventListener('click', () => {
      saved.remove(name);
      listSaved(page, saved, actions);
    });
    line.append(open, ' ', remove);
    return line;
  });
  part('saved').replaceChildren(...lines);
  part('saved-section').hidden = views.length === 0;
}

type Acts = ToolActions & { save(): void; help(): void };

/** Single keys can be switched off (WCAG 2.1.4) and are never taken from a field. */
function startKeys(window: Window, page: ExplorerPage, acts: Acts): void {
  const { document, part, form } = page;
  const setting = part<HTMLInputElement>('keys-on');
  const stored = () => {
    try {
      return window.localStorage.getItem(keysSetting);
    } catch {
      return null;
    }
  };
  setting.checked = stored() !== 'off';
  setting.addEventListener('change', () => {
    try {
      window.localStorage.setItem(keysSetting, setting.checked ? 'on' : 'off');
    } catch {
      // Then it holds for this page alone.
    }
  });
  const jump = (id: string) => {
    const title = document.getElementById(`explorer-${id}`);
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };
  const keys: Record<string, () => void> = {
    '/': () => form.querySelector('select')?.focus(),
    '?': acts.help,
    u: acts.undo,
    r: acts.reset,
    s: acts.save,
    ...Object.fromEntries(Object.entries(jumps).map(([key, id]) => [key, () => jump(id)])),
  };
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const typing =
      target instanceof Element && target.closest('input, select, textarea, dialog, [contenteditable]');
    const act = keys[latin[key] ?? key];
    if (!act || !setting.checked || ctrlKey || metaKey || altKey || typing) return;
    event.preventDefault();
    act();
  });
}

/** The same keys under a Russian layout. */
const latin: Readonly<Record<string, string>> = { г: 'u', к: 'r', ы: 's', '.': '/', ',': '?' };
