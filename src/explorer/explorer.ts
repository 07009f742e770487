import type { Engine } from '../contract/engine.ts';
import type { ResultRow } from '../contract/public.ts';
import { fill } from '../i18n/explorer-messages.ts';
import type { ExplorerPage } from './config.ts';
import { noCode } from './engine.ts';
import { Filters } from './form.ts';
import { Latest } from './latest.ts';
import { dynamicsQuery, type RateRow, ratesQuery } from './queries.ts';
import { readState, type Selection, type StateProblem, sameSelection, writeState } from './state.ts';
import { Status } from './status.ts';
import { ratesTable, tableCaption } from './table.ts';

interface View {
  selection: Selection;
  rows: ResultRow[];
  rates: RateRow[];
  /** When the engine was there, by the page's clock. */
  ready: number;
  placeChart: typeof import('./chart.ts').placeChart;
}

/** Ties filters, address, engine and figures together. The page's first chart stays until a better one is drawn. */
export class Explorer {
  readonly status: Status;
  readonly #page: ExplorerPage;
  readonly #engine: () => Promise<Engine>;
  readonly #filters: Filters;
  readonly #latest = new Latest();
  readonly #choices: ReturnType<Filters['choices']>;
  #redraw = () => {};
  #problems: StateProblem[] = [];

  constructor(page: ExplorerPage, engine: (status: Status) => Promise<Engine>) {
    this.#page = page;
    this.status = new Status(page);
    this.#engine = () => engine(this.status);
    this.#filters = new Filters(page.form, page.config.offers, page.config.options);
    this.#choices = this.#filters.choices();
  }

  /** Takes the state from the address into the filters. */
  restore(address: URL): void {
    const state = readState(address.searchParams, this.#choices);
    this.#problems = state.problems;
    this.#filters.write(state);
  }

  /** Writes the filters into the address: a new entry in the history when the view changes. */
  remember(window: Window): void {
    const address = new URL(window.location.href);
    this.#filters.write(this.#filters.read());
    const selection = this.#filters.read();
    this.#problems = [];
    const same = sameSelection(readState(address.searchParams, this.#choices), selection);
    address.search = writeState(selection).toString();
    if (same) window.history.replaceState(null, '', address);
    else window.history.pushState(null, '', address);
  }

  /** Asks the engine for the chosen view and draws it. An older request still under way is given up. */
  async update(): Promise<void> {
    const asked = performance.now();
    this.#page.figure.ariaBusy = 'true';
    try {
      const view = await this.#latest.run((signal) => this.#ask(this.#filters.read(), signal));
      if (!view) return;
      this.#draw(view);
      this.#page.figure.ariaBusy = null;
      performance.mark('explorer:chart');
      performance.measure('explorer:redraw', { start: Math.max(asked, view.ready), end: performance.now() });
    } catch (error) {
      this.#page.figure.ariaBusy = null;
      this.status.fail(error, () => void this.update());
    }
  }

  /** Draws the chart again for the figure's width. Does nothing before the first answer. */
  redraw(): void {
    this.#redraw();
  }

  async #ask(selection: Selection, signal: AbortSignal): Promise<View> {
    // Plot is 90 KB compressed: it comes with the engine, not with the page.
    const charts = import('./chart.ts').catch(noCode);
    const engine = await this.#engine();
    const { placeChart } = await charts;
    const ready = performance.now();
    this.status.say(this.#page.config.messages.working);
    const ask = <T>({ sql, params }: ReturnType<typeof ratesQuery>) => engine.query<T>(sql, params, signal);
    const rows = await ask<ResultRow>(dynamicsQuery(selection));
    const rates = await ask<RateRow>(ratesQuery(selection));
    return { selection, rows, rates, ready, placeChart };
  }

  #draw({ selection, rows, rates, placeChart }: View): void {
    const { config, document, table, caption } = this.#page;
    const { messages } = config;
    const view = this.#filters.words();
    const of = selection.municipality === '' ? 'municipalities' : 'schools';
    this.#redraw = () => placeChart(this.#page, rows);
    this.#redraw();
    nameView(this.#page, view);
    caption.textContent = tableCaption({ of, view }, config);
    table.replaceChildren(...(rates.length > 0 ? [ratesTable(rates, of, config, document)] : []));
    const unknown = this.#problems.map(({ value }) => fill(messages.unknownValue, { value }));
    const outcome = rows.length > 0 ? fill(messages.updated, { rows: rows.length, view }) : messages.noData;
    this.status.say([...unknown, outcome].join(' '));
  }
}

/** Writes what is shown into the caption's `[data-view]`, so that a chart never stands under another one's name. */
function nameView({ figure }: ExplorerPage, view: string): void {
  const name = figure.querySelector('[data-view]');
  if (name) name.textContent = view;
}
