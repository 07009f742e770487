import type { ResultRow } from '../contract/public.ts';
import { fill } from '../i18n/explorer-messages.ts';
import type { View } from './ask.ts';
import type { ExplorerPage } from './config.ts';
import type { RateRow } from './queries.ts';
import type { SortField } from './school-list.ts';
import type { StateProblem } from './state.ts';
import type { Status } from './status.ts';
import { ratesTable, tableCaption } from './table.ts';
import type { ViewActions } from './views.ts';

/** The parts of the program that draw: Plot is 90 KB compressed and comes with the first answer, not with the page. */
export type Modules = typeof import('./chart.ts') & typeof import('./views.ts');

/** What the drawing asks of whoever holds the state. */
export interface DrawingHost extends ViewActions {
  /** The choice in words. */
  words(): string;
  /** The further filters that leave something out, in words. */
  filters(): readonly string[];
  /** Parts of the address that were left out. */
  problems(): readonly StateProblem[];
  sort(): SortField;
}

interface Prepared {
  rows: readonly ResultRow[];
  chart: SVGSVGElement | undefined;
  table: HTMLTableElement | undefined;
}

/** Puts views onto the page. The page's first chart stays until a better one is drawn. */
export class Drawing {
  readonly #page: ExplorerPage;
  readonly #status: Status;
  readonly #host: DrawingHost;
  /** Asking the browser for a width in the midst of changes makes it lay the whole page out: each is asked for once. */
  readonly #widths = new Map<HTMLElement, number>();
  #shown = '';
  #prepared: Prepared | undefined;
  #again = () => {};

  constructor(page: ExplorerPage, status: Status, host: DrawingHost) {
    this.#page = page;
    this.#status = status;
    this.#host = host;
  }

  /** Draws chart and table aside, while the engine still works on the rest. */
  prepare(rows: readonly ResultRow[], rates: readonly RateRow[], municipality: string, modules: Modules) {
    const { config, document, figure } = this.#page;
    const drawn = rows.length > 0 && this.#key(rows, '') !== this.#shown;
    this.#prepared = {
      rows,
      chart: drawn
        ? modules.explorerChart(rows, config, document, this.#width(figure, Number.POSITIVE_INFINITY))
        : undefined,
      table: this.#table(rates, municipality === '' ? 'municipalities' : 'schools'),
    };
  }

  /** Draws all of a view. */
  put(view: View, modules: Modules): void {
    const { config, table, caption } = this.#page;
    const { selection, rows, rates, chosen, schools } = view;
    const words = this.#host.words();
    const of = selection.municipality === '' || !schools ? 'municipalities' : 'schools';
    const ready = this.#prepared?.rows === rows ? this.#prepared : undefined;
    this.#prepared = undefined;
    this.#again = () => {
      this.#chart(rows, chosen, modules);
      this.#views(view, modules);
    };
    const key = this.#key(rows, chosen);
    // The small files and the engine give the same rows: the chart is then left as it stands.
    if (key !== this.#shown || !this.#page.figure.querySelector(':scope > svg'))
      this.#chart(rows, chosen, modules, ready?.chart);
    this.#shown = key;
    this.#views(view, modules);
    nameView(this.#page, words);
    caption.textContent = tableCaption({ of, view: words }, config);
    const drawn = ready ? ready.table : this.#table(rates, of);
    table.replaceChildren(...(drawn ? [drawn] : []));
    this.#say(view, words);
  }

  /** Draws again, for another width. Does nothing before the first answer. */
  redraw(): void {
    this.#widths.clear();
    this.#again();
  }

  #say({ rows, schools, selection }: View, words: string): void {
    const { messages, views } = this.#page.config;
    const unknown = this.#host.problems().map(({ value }) => fill(messages.unknownValue, { value }));
    const outcome =
      rows.length > 0 ? fill(messages.updated, { rows: rows.length, view: words }) : messages.noData;
    const filters = this.#host.filters();
    const on = filters.length > 0 ? [fill(views.filtersOn, { filters: filters.join('; ') })] : [];
    const wait = schools || selection.municipality === '' ? [] : [views.waitingSchools];
    this.#status.say([...unknown, outcome, ...on, ...wait].join(' '));
  }

  #chart(rows: readonly ResultRow[], chosen: string, { placeChart }: Modules, drawn?: SVGSVGElement): void {
    placeChart(this.#page, rows, this.#width(this.#page.figure, Number.POSITIVE_INFINITY), chosen, drawn);
  }

  #views({ schools, loaded, traits, changes = 'waiting' }: View, { drawViews }: Modules): void {
    if (!schools || !loaded) return;
    const width = (name: string, most: number) => Math.max(300, this.#width(this.#page.part(name), most));
    const { areas } = loaded;
    const sort = this.#host.sort();
    drawViews(this.#page, { schools, traits, areas, changes, sort, width }, this.#host);
  }

  #table(rates: readonly RateRow[], of: 'schools' | 'municipalities'): HTMLTableElement | undefined {
    return rates.length > 0 ? ratesTable(rates, of, this.#page.config, this.#page.document) : undefined;
  }

  /** 0, as a part that is hidden has, is not remembered. */
  #width(element: HTMLElement, most: number): number {
    const width = this.#widths.get(element) ?? element.clientWidth;
    if (width > 0) this.#widths.set(element, width);
    return Math.min(most, width);
  }

  #key(rows: readonly ResultRow[], chosen: string): string {
    const drawn = rows.map((row) => counted.map((name) => row[name]).join());
    const width = this.#width(this.#page.figure, Number.POSITIVE_INFINITY);
    return [chosen, width, ...drawn.sort()].join('|');
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
