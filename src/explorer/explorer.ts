import type { ResultRow } from '../contract/public.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { EngineError, isAbort } from '../query/errors.ts';
import { askViews, type State, type View } from './ask.ts';
import type { ExplorerPage } from './config.ts';
import type { Dragged } from './drag.ts';
import { type Loaded, noCode } from './engine.ts';
import { Filters } from './form.ts';
import { Latest } from './latest.ts';
import { quickDynamics, quickRates } from './quick.ts';
import { QuickFiles } from './quick-load.ts';
import { type SortField, sortFields } from './school-list.ts';
import { readState, type Selection, type StateProblem, writeState } from './state.ts';
import { Status } from './status.ts';
import { ratesTable, tableCaption } from './table.ts';
import { TraitForm } from './trait-form.ts';
import { noTraits, rangeOf, readTraits, type Traits, writeTraits } from './traits.ts';

type Modules = typeof import('./chart.ts') & typeof import('./views.ts');

/** Ties filters, address, engine and figures together. The page's first chart stays until a better one is drawn. */
export class Explorer {
  readonly status: Status;
  readonly #page: ExplorerPage;
  readonly #engine: () => Promise<Loaded>;
  readonly #filters: Filters;
  readonly #traits: TraitForm;
  readonly #quick: QuickFiles;
  readonly #latest = new Latest();
  readonly #choices: ReturnType<Filters['choices']>;
  readonly #shown = new Set<string>();
  #redraw = () => {};
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
        // Plot is 90 KB compressed: it comes with the first answer, not with the page.
        const modules = this.#modules();
        if (!this.#ready) await this.#answerQuickly(state, await modules, signal);
        const loaded = await this.#engine();
        this.#loaded = loaded;
        this.#ready = true;
        ready = performance.now();
        const { config } = this.#page;
        this.status.say(config.messages.working);
        const found = await askViews(state, loaded, config, signal);
        return { found, modules: await modules };
      });
      if (!view) return;
      this.#draw(view.found, view.modules);
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
    this.#redraw();
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

  async #answerQuickly({ selection, traits }: State, modules: Modules, signal: AbortSignal): Promise<void> {
    const file = await this.#quick.get(selection.procedure, selection.subject);
    if (!file || signal.aborted || this.#ready) return;
    const { municipalities } = this.#page.config;
    const own = municipalities.filter(
      ({ id }) => selection.municipality === '' || id === selection.municipality,
    );
    const rates = quickRates(file, selection.grade, own);
    this.#draw({ selection, traits, rows: quickDynamics(file, selection), rates, chosen: '' }, modules);
    performance.mark('explorer:quick');
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
    if (view) this.#draw({ ...view, changes: view.changes === 'waiting' ? 'none' : view.changes }, modules);
    performance.mark('explorer:changes');
  }

  #draw(view: View, { placeChart, drawViews }: Modules): void {
    const { config, document, table, caption } = this.#page;
    const { selection, traits, rows, rates, chosen, schools, loaded, changes = 'waiting' } = view;
    const { messages } = config;
    const words = this.#filters.words();
    const of = selection.municipality === '' || !schools ? 'municipalities' : 'schools';
    const actions = {
      brush: (range: Dragged | null, fields: readonly (keyof Dragged)[]) => this.#brush(range, fields),
      choose: (municipality: string) => this.set({ selection: { municipality } }),
    };
    const others = () => {
      if (!schools || !loaded) return;
      const sort = this.#sort.value as SortField;
      const { municipality } = selection;
      drawViews(this.#page, { schools, traits, municipality, areas: loaded.areas, changes, sort }, actions);
    };
    this.#redraw = () => {
      placeChart(this.#page, rows, chosen);
      others();
    };
    this.#drawOnce(rows, chosen, placeChart);
    others();
    nameView(this.#page, words);
    caption.textContent = tableCaption({ of, view: words }, config);
    table.replaceChildren(...(rates.length > 0 ? [ratesTable(rates, of, config, document)] : []));
    const unknown = this.#problems.map(({ value }) => fill(messages.unknownValue, { value }));
    const outcome =
      rows.length > 0 ? fill(messages.updated, { rows: rows.length, view: words }) : messages.noData;
    const wait = schools || selection.municipality === '' ? [] : [config.views.waitingSchools];
    this.status.say([...unknown, outcome, ...wait].join(' '));
  }

  /** The small files and the engine give the same rows: the chart is then left as it stands. */
  #drawOnce(rows: ResultRow[], chosen: string, placeChart: Modules['placeChart']): void {
    const drawn = rows.map((row) => counted.map((name) => row[name]).join());
    const key = [chosen, this.#page.figure.clientWidth, ...drawn.sort()].join('|');
    if (!this.#shown.has(key) || !this.#page.figure.querySelector(':scope > svg'))
      placeChart(this.#page, rows, chosen);
    this.#shown.clear();
    this.#shown.add(key);
  }

  #brush(range: Dragged | null, fields: readonly (keyof Dragged)[]): void {
    const ends = fields.map((field) => {
      const [from, to] = range?.[field] ?? [];
      return [field, from === undefined || to === undefined ? null : rangeOf(field, from, to)];
    });
    this.set({ traits: Object.fromEntries(ends) as Partial<Traits> });
  }
}

/** What the chart draws of a row. */
const counted = [
  ...['level', 'entity_id', 'year', 'grade', 'session', 'comparability'],
  ...['participants_low', 'participants_high', 'below_threshold_low', 'below_threshold_high'],
] as const;

/** Writes what is shown into the caption's `[data-view]`, so that a chart never stands under another one's name. */
function nameView({ figure }: ExplorerPage, view: string): void {
  const name = figure.querySelector('[data-view]');
  if (name) name.textContent = view;
}
