/** A view that the reader has given a name; `search` is the query part of its address. */
export interface SavedView {
  name: string;
  search: string;
}

const key = 'dinamika:views';
const most = 30;

/** The reader's own views, kept in this browser alone. Storage may be forbidden or hold what others put there. */
export class SavedViews {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = attempt(storage);
  }

  list(): SavedView[] {
    const text = attempt(() => this.#storage?.getItem(key) ?? null);
    const found: unknown = text === null ? [] : attempt(() => JSON.parse(text));
    return Array.isArray(found) ? found.filter(isView).slice(0, most) : [];
  }

  /** @returns false where the browser keeps nothing */
  add(view: SavedView): boolean {
    const others = this.list().filter(({ name }) => name !== view.name);
    return this.#write([{ name: view.name.slice(0, 80), search: view.search }, ...others].slice(0, most));
  }

  remove(name: string): boolean {
    return this.#write(this.list().filter((view) => view.name !== name));
  }

  #write(views: readonly SavedView[]): boolean {
    if (!this.#storage) return false;
    return attempt(() => this.#storage?.setItem(key, JSON.stringify(views)) ?? true) !== null;
  }
}

function attempt<T>(task: () => T): T | null {
  try {
    return task();
  } catch {
    return null;
  }
}

function isView(value: unknown): value is SavedView {
  const { name, search } = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && name !== '' && typeof search === 'string' && /^\??[^#]*$/.test(search);
}
