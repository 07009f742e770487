import { fill } from '../../i18n/explorer-messages.ts';
import { EngineError } from '../../query/errors.ts';
import { isConstrained, noCode, once } from '../engine.ts';
import { Latest } from '../latest.ts';
import { save } from '../save.ts';
import { Status } from '../status.ts';
import type { Compared } from './ask.ts';
import type { CompareConfig } from './config.ts';
import { CompareForm, type Part } from './form.ts';
import { loadComparison, type Ready } from './load.ts';
import type { Grid } from './tables.ts';

/** The page of comparison: its forms, its address, its answer. */
class Comparing {
  readonly #part: Part;
  readonly #config: CompareConfig;
  readonly #document: Document;
  readonly #status: Status;
  readonly #form: CompareForm;
  readonly #latest = new Latest();
  readonly #load: () => Promise<Ready>;
  #unknown: string[] = [];
  #grids: Record<string, Grid> = {};

  constructor(document: Document, part: Part) {
    this.#document = document;
    this.#part = part;
    this.#config = JSON.parse(part('config').textContent ?? '') as CompareConfig;
    const { lang, messages } = this.#config;
    const parts = { status: part('status'), progress: part<HTMLProgressElement>('progress') };
    this.#status = new Status({ document, config: { lang, messages }, ...parts });
    this.#form = new CompareForm(part, this.#config);
    let asked = !isConstrained(navigator);
    const load = once(() => loadComparison(this.#config, this.#status));
    this.#load = async () => {
      if (!asked)
        await new Promise<void>((go) => this.#status.offer(messages.waiting, messages.loadEngine, go));
      asked = true;
      return load();
    };
    part('tools').hidden = false;
    this.#listen();
  }

  restore(address: URL): void {
    this.#unknown = this.#form.restore(address);
    void this.update();
  }

  async update(): Promise<void> {
    let ready: Ready | undefined;
    try {
      const answer = await this.#latest.run(async (signal) => {
        ready = await this.#load();
        this.#unknown.push(...this.#form.offer(ready.entities));
        const [{ askComparison }, tables, charts] = await Promise.all([
          import('./ask.ts'),
          import('./tables.ts'),
          import('./charts.ts'),
        ]).catch(noCode);
        const compared = await askComparison(this.#form.read(), ready.engine, this.#config, signal);
        return { ready, compared, tables, charts };
      });
      if (answer) this.#show(answer);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'out-of-memory')
        void ready?.engine.close().catch(() => undefined);
      this.#status.fail(error, () => void this.update());
    }
  }

  #show({
    ready,
    compared,
    tables,
    charts,
  }: {
    ready: Ready;
    compared: Compared;
    tables: typeof import('./tables.ts');
    charts: typeof import('./charts.ts');
  }): void {
    const config = this.#config;
    const { words } = config;
    const entities = this.#form.compared();
    this.#part('result').hidden = entities.length === 0;
    const view = this.#form.words();
    const said = entities.length === 0 ? words.empty : fill(words.ready, { view, count: entities.length });
    const unknown = this.#unknown.map((value) => `«${value}»`).join(', ');
    this.#status.say(unknown === '' ? said : `${fill(words.unknown, { values: unknown })} ${said}`);
    if (entities.length === 0) return;
    charts.drawCharts(this.#part('charts'), entities, compared, config);
    this.#grids = {
      latest: tables.latestGrid(entities, compared, config),
      years: tables.yearsGrid(entities, compared, config),
      cohorts: tables.cohortsGrid(entities, compared.cohorts, config),
      similar: tables.similarGrid(ready.entities, compared, config),
    };
    const none: Record<string, string> = { cohorts: words.noCohorts };
    if (this.#form.read().near !== '') none.similar = words.noSimilar;
    const last = Math.max(...compared.cohorts.map(({ year }) => year));
    const newest = compared.cohorts.filter(({ year }) => year === last);
    const earlier = compared.cohorts.filter(({ year }) => year !== last);
    this.#part('earlier-part').hidden = earlier.length === 0;
    const shown = {
      ...this.#grids,
      cohorts: tables.cohortsGrid(entities, newest, config),
      earlier: tables.cohortsGrid(entities, earlier, config),
    };
    for (const [name, grid] of Object.entries(shown)) {
      const label = words[name as 'latest' | 'years' | 'cohorts' | 'earlier' | 'similar'];
      const table = tables.gridTable(grid, label, config, this.#document);
      this.#part(name).replaceChildren(...(grid.rows.length > 0 ? [table] : [none[name] ?? '']));
    }
    performance.mark('compare:answer');
  }

  #listen(): void {
    const part = this.#part;
    const change = (act: () => void) => () => {
      act();
      this.#changed();
    };
    part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#form.add()) this.#changed();
      else this.#status.say(this.#config.words.full);
    });
    part('form').addEventListener('change', (event) => {
      // Looking for somebody to add changes nothing that is shown.
      if ((event.target as HTMLSelectElement).name !== 'candidate') this.#changed();
    });
    part('similar-form').addEventListener('submit', (event) => event.preventDefault());
    part('similar-form').addEventListener(
      'change',
      change(() => this.#form.takeNear()),
    );
    part('weights').addEventListener(
      'click',
      change(() => this.#form.resetWeights()),
    );
    part('clear').addEventListener(
      'click',
      change(() => this.#form.clear()),
    );
    part('copy').addEventListener('click', () => void this.#copy());
    part('list').addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-remove]');
      if (!button) return;
      this.#form.remove(button.dataset.remove ?? '');
      this.#changed();
      part<HTMLFormElement>('form').querySelector('button')?.focus();
    });
    for (const button of part('result').querySelectorAll<HTMLElement>('[data-csv]'))
      button.addEventListener('click', () => void this.#csv(button.dataset.csv ?? ''));
  }

  #changed(): void {
    this.#unknown = [];
    this.#form.show();
    const address = new URL(window.location.href);
    const before = address.search;
    address.search = this.#form.search;
    if (address.search !== before) window.history.pushState(null, '', address);
    void this.update();
  }

  async #csv(name: string): Promise<void> {
    const grid = this.#grids[name];
    if (!grid) return;
    const { toCsv } = await import('../csv.ts').catch(noCode);
    const [who = '', ...others] = grid.head;
    const table = {
      columns: ['id', who, ...others].map((column) => ({ name: column })),
      rows: grid.rows.map(({ entity, cells }) => [entity.id, entity.name, ...cells]),
    };
    save(this.#document, `${this.#config.fileName}-${name}.csv`, 'text/csv;charset=utf-8', toCsv(table));
  }

  async #copy(): Promise<void> {
    const { words } = this.#config;
    const copied = await navigator.clipboard?.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    this.#status.say(copied ? words.copied : words.shown);
  }
}

if (typeof window !== 'undefined' && document.getElementById('compare-config')) {
  const page = new Comparing(document, <E extends HTMLElement>(name: string): E => {
    const element = document.getElementById(`compare-${name}`);
    if (!element) throw new Error(`missing element: compare-${name}`);
    return element as E;
  });
  const restore = () => page.restore(new URL(window.location.href));
  restore();
  window.addEventListener('popstate', restore);
}
