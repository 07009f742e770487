import { EngineError, isAbort } from '../query/errors.ts';
import { askViews, inYears, type State, type View } from './ask.ts';
import type { ExplorerPage } from './config.ts';
import type { Dragged } from './drag.ts';
import { Drawing, type Modules } from './drawing.ts';
import { type Loaded, noCode } from './engine.ts';
import { Filters } from './form.ts';
import { Latest } from './latest.ts';
import { quickDynamics, quickRates } from './quick.ts';
import { QuickFiles } from './quick-load.ts';
import { type SortField, sortFields } from './school-list.ts';
import { readState, type Selection, type StateProblem, writeState } from './state.ts';
import { Status } from './status.ts';
import { TraitForm } from './trait-form.ts';
import { noTraits, rangeOf, readTraits, type Traits, writeTraits } from './traits.ts';

/** Longer than this, and the reader is told that the engine works. */
const patience = 250;

/** Ties filters, address, engine and figures together. */
export class Explorer {
  readonly status: Status;
  readonly #page: ExplorerPage;
  readonly #engine: () => Promise<Loaded>;
  readonly #filters: Filters;
  readonly #traits: TraitForm;
  readonly #quick: QuickFiles;
  readonly #latest = new Latest();
  readonly #choices: ReturnType<Filters['choices']>;
  readonly #drawing: Drawing;
  #problems: StateProblem[] = [];
  #ready = false;
  #loaded: Loaded | undefined;
  /** Number of the newest update. */
  #turn = 0;
  #changed = () => {};

  constructor(page: ExplorerPage, engine: (status: Status) => Promise<Loaded>) {
    this.#page = page;
    this.status = new Status(page);
    this.#engine = () => engine(this.status);
    this.#filters = new Filters(page.form, page.config.offers, page.config.options);
    this.#traits = new TraitForm(page.form);
    this.#quick = new QuickFiles(page.config.works);
    this.#choices = this.#filters.choices();
    this.#drawing = new Drawing(page, this.status, {
      words: () => this.#filters.words(),
      filters: () => this.#traits.words(),
      problems: () => this.#problems,
      sort: () => this.#sort.value as SortField,
      brush: (range, fields) => this.#brush(range, fields),
      choose: (municipality) => this.set({ selection: { municipality } }),
    });
  }

  /** Fetches what the first answer takes, before anybody asks: the small file and the parts that draw. */
  prepare(): void {
    const { procedure, subject } = this.#filters.read();
    void this.#quick.get(procedure, subject);
    // A failure is told by the answer that needs them.
    this.#modules().catch(() => undefined);
  }

  /** Called when a view changes the state by itself; the page then remembers it and updates. */
  onChange(task: () => void): void {
    this.#changed = task;
  }

  /** Takes the state from the address into the filters. */
  restore(address: URL): void {
    const { problems, ...selection } = readState(address.searchParams, this.#choices);
    const read = readTraits(address.searchParams, this.#page.config.traits);
    this.#problems = [...problems, ...read.problems];
    this.#filters.write(selection);
    this.#traits.write(read.traits);
    const sort = address.searchParams.get('sort') ?? '';
    this.#sort.value = (sortFields as readonly string[]).includes(sort) ? sort : 'name';
  }

  /**
   * Writes the filters into the address: a new entry in the history when the view changes.
   * @returns true for a new entry
   */
  remember(window: Window): boolean {
    const address = new URL(window.location.href);
    const before = this.#meaning(address);
    this.#filters.write(this.#filters.read());
    this.#traits.write(this.#traits.read());
    this.#problems = [];
    address.search = this.#written(this.#filters.read(), this.#traits.read(), this.#sort.value);
    const changed = address.search.slice(1) !== before;
    if (changed) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
    return changed;
  }

  /** Sets some of the state, as a preset or a click does. */
  set(change: { traits?: Partial<Traits>; selection?: Partial<Selection>; clear?: boolean }): void {
    const traits = change.clear ? noTraits : this.#traits.read();
    this.#traits.write({ ...traits, ...change.traits });
    this.#filters.write({ ...this.#filters.read(), ...change.selection });
    this.#changed();
  }

  /** Draws at once what small files answer, then asks the engine. An older request still under way is given up. */
  async update(): Promise<void> {
    const asked = performance.now();
    const turn = ++this.#turn;
    this.#page.figure.ariaBusy = 'true';
    let ready = asked;
    try {
      const view = await this.#latest.run(async (signal) => {
        const state = { selection: this.#filters.read(), traits: this.#traits.read() };
        const modules = this.#modules();
        if (!this.#ready) await this.#answerQuickly(state, modules, signal);
        const loaded = await this.#engine();
        this.#loaded = loaded;
        this.#ready = true;
        ready = performance.now();
        return { found: await this.#ask(state, loaded, await modules, signal), modules: await modules };
      });
      if (!view) return;
      performance.measure('explorer:asked', { start: Math.max(asked, ready), end: performance.now() });
      this.#drawing.put(view.found, view.modules);
      this.#page.figure.ariaBusy = null;
      performance.mark('explorer:chart');
      performance.measure('explorer:redraw', { start: Math.max(asked, ready), end: performance.now() });
      void this.#awaitChanges(view.found, turn);
    } catch (error) {
      this.#page.figure.ariaBusy = null;
      this.#ready = false;
      // WebAssembly memory never shrinks: trying again takes a new worker. The state stands in the address.
      if (error instanceof EngineError && error.code === 'out-of-memory')
        void this.#loaded?.engine.close().catch(() => undefined);
      this.status.fail(error, () => void this.update());
    }
  }

  /** Draws again for the figure's width. Does nothing before the first answer. */
  redraw(): void {
    this.#drawing.redraw();
  }

  get #sort(): HTMLSelectElement {
    return this.#page.part<HTMLSelectElement>('sort');
  }

  #written(selection: Selection, traits: Traits, sort: string): string {
    const order: [string, string][] = sort === 'name' ? [] : [['sort', sort]];
    return new URLSearchParams([...writeState(selection), ...writeTraits(traits), ...order]).toString();
  }

  /** What an address stands for, written as this page would write it. */
  #meaning({ searchParams }: URL): string {
    const { traits } = readTraits(searchParams, this.#page.config.traits);
    return this.#written(readState(searchParams, this.#choices), traits, searchParams.get('sort') ?? 'name');
  }

  async #modules(): Promise<Modules> {
    const [chart, views] = await Promise.all([import('./chart.ts'), import('./views.ts')]).catch(noCode);
    return { ...chart, ...views };
  }

  async #answerQuickly(
    { selection, traits }: State,
    coming: Promise<Modules>,
    signal: AbortSignal,
  ): Promise<void> {
    const [file, modules] = await Promise.all([
      this.#quick.get(selection.procedure, selection.subject),
      coming,
    ]);
    if (!file || signal.aborted || this.#ready) return;
    const { municipalities } = this.#page.config;
    const own = municipalities.filter(
      ({ id }) => selection.municipality === '' || id === selection.municipality,
    );
    const rates = inYears(quickRates(file, selection.grade, own), traits);
    const rows = inYears(quickDynamics(file, selection), traits);
    this.#drawing.put({ selection, traits, rows, rates, chosen: '' }, modules);
    performance.mark('explorer:quick');
  }

  /** Asks the engine; chart and table are drawn aside while it works on the rest. */
  async #ask(state: State, loaded: Loaded, modules: Modules, signal: AbortSignal): Promise<View> {
    const slow = setTimeout(() => this.status.say(this.#page.config.messages.working), patience);
    const early = new AbortController();
    try {
      return await askViews(state, loaded, this.#page.config, signal, (rows, rates) => {
        // In a task of its own: the next question must be on its way to the engine first.
        setTimeout(() => {
          if (signal.aborted || early.signal.aborted) return;
          this.#drawing.prepare(rows, rates, state.selection.municipality, modules);
        });
      });
    } finally {
      clearTimeout(slow);
      early.abort();
    }
  }

  /** The changes come after the first views; what depends on them is then drawn, without a new entry anywhere. */
  async #awaitChanges({ loaded, changes }: View, turn: number): Promise<void> {
    if (!loaded || changes !== 'waiting') return;
    await loaded.changes.catch((error) => {
      if (!isAbort(error)) console.error(error);
    });
    // A newer view is on its way and brings the changes itself; asking now would only give it up.
    if (turn !== this.#turn) return;
    const modules = await this.#modules();
    const state = { selection: this.#filters.read(), traits: this.#traits.read() };
    const view = await this.#latest
      .run((signal) => askViews(state, loaded, this.#page.config, signal))
      .catch(() => undefined);
    if (view)
      this.#drawing.put({ ...view, changes: view.changes === 'waiting' ? 'none' : view.changes }, modules);
    performance.mark('explorer:changes');
  }

  #brush(range: Dragged | null, fields: readonly (keyof Dragged)[]): void {
    const ends = fields.map((field) => {
      const [from, to] = range?.[field] ?? [];
      return [field, from === undefined || to === undefined ? null : rangeOf(field, from, to)];
    });
    this.set({ traits: Object.fromEntries(ends) as Partial<Traits> });
  }
}
