import { procedureUnits } from '../../contract/vocabulary.ts';
import { fill } from '../../i18n/explorer-messages.ts';
import type { FileEngine } from '../../query/attach.ts';
import { noCode, once, openEngine, seal } from '../engine.ts';
import { Latest } from '../latest.ts';
import { save } from '../save.ts';
import { Status } from '../status.ts';
import { ruleExtracts } from '../unpack.ts';
import type { Changed, Robustness } from './compute.ts';
import { changeCsv, changeTable, countsOf, type WhatIfConfig } from './page.ts';
import { boundedNumber, bounds, changed, type Rule, readRule, ruleOf, writeRule } from './rule.ts';

const numbers = Object.keys(bounds) as (keyof typeof bounds)[];

/** The page of changed rules: its form, its address, its answer. */
class WhatIf {
  readonly #config: WhatIfConfig;
  readonly #document: Document;
  readonly #status: Status;
  readonly #latest = new Latest();
  readonly #load: () => Promise<FileEngine>;
  #turn: Promise<unknown> = Promise.resolve();
  #problems: string[] = [];
  #rows: Changed[] = [];
  /** The engine and the methodology whose rows are prepared in it, and the robustness by what it depends on. */
  #ready: { engine: FileEngine; base: string; robust: Map<string, Robustness> } | undefined;

  constructor(document: Document) {
    this.#document = document;
    this.#config = JSON.parse(this.#part('config').textContent ?? '') as WhatIfConfig;
    const { lang, messages } = this.#config;
    const parts = { status: this.#part('status'), progress: this.#part<HTMLProgressElement>('progress') };
    this.#status = new Status({ document, config: { lang, messages }, ...parts });
    this.#load = once(() => this.#open());
    this.#part('tools').hidden = false;
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.compute();
    });
    this.#field('base').addEventListener('change', () => this.#write(ruleOf(this.#methodology())));
    this.#part('reset').addEventListener('click', () => {
      this.#write(ruleOf(this.#methodology()));
      void this.compute();
    });
    this.#part('csv').addEventListener('click', () => void this.#csv());
    this.#part('copy').addEventListener('click', () => void this.#copy());
  }

  /** Takes the rule from the address; computes at once where it says anything. */
  restore(address: URL): void {
    const { rule, year, problems } = readRule(
      address.searchParams,
      this.#config.methodologies,
      this.#config.years,
    );
    this.#problems = problems;
    this.#field('base').value = rule.base;
    this.#field('year').value = year === null ? '' : String(year);
    this.#write(rule);
    if (problems.length > 0) this.#status.say(this.#unknown());
    if (address.search !== '') void this.compute(false);
  }

  async compute(remember = true): Promise<void> {
    const { words } = this.#config;
    const rule = this.#read();
    if (!rule) {
      this.#status.say(words.badNumber);
      return;
    }
    const chosen = this.#field('year').value;
    const year = chosen === '' ? null : Number(chosen);
    if (remember) this.#remember(rule, year);
    try {
      await this.#latest.run((signal) => {
        // One after the other: an answer is several statements over the same tables.
        const answer = this.#turn.then(() => this.#answer(rule, year ?? this.#lastYear(), signal));
        this.#turn = answer.catch(() => undefined);
        return answer;
      });
    } catch (error) {
      this.#status.fail(error, () => void this.compute(false));
    }
  }

  /** Shows who is in the list as soon as that is known; how robust each is follows where it has to be computed. */
  async #answer(rule: Rule, year: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { words, methodologies } = this.#config;
    const base = methodologies.find(({ version }) => version === rule.base) ?? this.#methodology();
    const engine = await this.#load();
    this.#status.say(words.working);
    const { changeRule, compareRule, computeRobustness, prepareRule, withRobustness } = await import(
      './compute.ts'
    ).catch(noCode);
    if (signal.aborted) return;
    const start = performance.now();
    if (this.#ready?.engine !== engine || this.#ready.base !== rule.base) {
      this.#ready = undefined;
      await prepareRule(engine, base);
      this.#ready = { engine, base: rule.base, robust: new Map() };
    }
    const { robust } = this.#ready;
    await changeRule(engine, changed(base, rule));
    const rows = await compareRule(engine, year, signal);
    if (signal.aborted) return;
    const grid = `${rule.sameYear} ${rule.years}`;
    const known = robust.get(grid);
    this.#show(known ? withRobustness(rows, year, known) : rows, rule, year, start);
    if (known) return;
    const found = await computeRobustness(engine);
    robust.set(grid, found);
    if (!signal.aborted) this.#list(withRobustness(rows, year, found));
  }

  #remember(rule: Rule, year: number | null): void {
    this.#problems = [];
    const address = new URL(window.location.href);
    const before = address.search;
    address.search = writeRule(rule, year, this.#methodology()).toString();
    if (address.search !== before) window.history.pushState(null, '', address);
  }

  #show(rows: Changed[], rule: Rule, year: number, start: number): void {
    const { words, methodologies } = this.#config;
    this.#part('result').hidden = false;
    const [first] = methodologies;
    const same = first && JSON.stringify(ruleOf(first)) === JSON.stringify(rule);
    const summary = fill(words.summary, { year, ...countsOf(rows) });
    this.#part('summary').textContent = same ? `${summary} ${words.same}` : summary;
    this.#list(rows);
    this.#status.say(this.#problems.length > 0 ? `${this.#unknown()} ${summary}` : summary);
    performance.measure('what-if:answer', { start });
  }

  #list(rows: Changed[]): void {
    this.#rows = rows;
    this.#part('table').replaceChildren(
      ...(rows.length > 0 ? [changeTable(rows, this.#config, this.#document)] : [this.#config.words.nothing]),
    );
  }

  async #open(): Promise<FileEngine> {
    const { messages, tables } = this.#config;
    const { engine } = await openEngine(tables, ruleExtracts, {
      engine: (loaded, total) => this.#status.engine(loaded, total),
      data: () => this.#status.say(messages.loadingData),
    });
    await seal(engine).catch((error) => {
      void engine.close().catch(() => undefined);
      throw error;
    });
    return engine;
  }

  #read(): Rule | null {
    const found = numbers.map((field) => [field, boundedNumber(field, this.#field(field).value)] as const);
    const unit = procedureUnits.find((one) => one === this.#field('unit').value);
    if (!unit || found.some(([, value]) => value === null)) return null;
    return { base: this.#methodology().version, unit, ...Object.fromEntries(found) } as Rule;
  }

  #write(rule: Rule): void {
    for (const field of numbers) this.#field(field).value = String(rule[field]);
    this.#field('unit').value = rule.unit;
  }

  async #csv(): Promise<void> {
    const { toCsv } = await import('../csv.ts').catch(noCode);
    save(
      this.#document,
      `${this.#config.fileName}.csv`,
      'text/csv;charset=utf-8',
      toCsv(changeCsv(this.#rows)),
    );
  }

  async #copy(): Promise<void> {
    const { words } = this.#config;
    const copied = await navigator.clipboard?.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    this.#status.say(copied ? words.copied : words.shown);
  }

  #unknown(): string {
    return fill(this.#config.words.unknown, {
      values: this.#problems.map((value) => `«${value}»`).join(', '),
    });
  }

  #lastYear(): number {
    return Math.max(...this.#config.years);
  }

  #methodology() {
    const { methodologies } = this.#config;
    const found =
      methodologies.find(({ version }) => version === this.#field('base').value) ?? methodologies[0];
    if (!found) throw new Error('no methodology');
    return found;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    const field = this.#part<HTMLFormElement>('form').elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`missing field: ${name}`);
  }

  #part<E extends HTMLElement = HTMLElement>(name: string): E {
    const element = this.#document.getElementById(`what-if-${name}`);
    if (!element) throw new Error(`missing element: what-if-${name}`);
    return element as E;
  }
}

if (typeof window !== 'undefined' && document.getElementById('what-if-config')) {
  const page = new WhatIf(document);
  const restore = () => page.restore(new URL(window.location.href));
  restore();
  window.addEventListener('popstate', restore);
}
