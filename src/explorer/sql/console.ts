import { fill } from '../../i18n/explorer-messages.ts';
import { answerText, rowsText } from '../../i18n/pages-console.ts';
import { EngineError, isAbort } from '../../query/errors.ts';
import { Latest } from '../latest.ts';
import { Status } from '../status.ts';
import { type Known, longestLink, namedLink, readWish, textLink, type Wish } from './address.ts';
import { type Answer, ask, linesAdded } from './answer.ts';
import { answerTable, mostLines } from './answer-table.ts';
import type { Box } from './box.ts';
import { ChartForm } from './chart-form.ts';
import type { ConsolePage } from './config.ts';
import { download, type FileKind } from './downloads.ts';
import { checkQuery } from './guard.ts';
import { locate } from './position.ts';
import { type TableEngine, tablesIn } from './tables.ts';

/** Ties the editor, the engine, the answer and the address together. */
export class Console {
  readonly status: Status;
  readonly chart: ChartForm;
  readonly #page: ConsolePage;
  readonly #engine: TableEngine;
  readonly #questions: ReadonlyMap<string, string>;
  readonly #latest = new Latest();
  #box: Box;
  #answer: Answer | null = null;
  /** The named query in the editor, while nobody has changed its text. */
  #named: { kind: 'question' | 'indicator'; id: string; text: string } | null = null;

  constructor(
    page: ConsolePage,
    box: Box,
    engine: (status: Status) => TableEngine,
    questions: ReadonlyMap<string, string>,
  ) {
    this.#page = page;
    this.#box = box;
    this.#questions = questions;
    const { document, config, part } = page;
    this.status = new Status({ document, config, status: part('status'), progress: part('progress') });
    this.chart = new ChartForm(page);
    this.#engine = engine(this.status);
  }

  set box(box: Box) {
    this.#box = box;
  }

  get known(): Known {
    return { questions: [...this.#questions.keys()], indicators: Object.keys(this.#page.config.indicators) };
  }

  /** Shows what an address asks for. A query from somebody's link waits until the reader has read it. */
  async open(address: URL): Promise<void> {
    const wish = readWish(address, this.known);
    const { words } = this.#page.config;
    if (wish.kind === 'damaged') this.status.say(fill(words.damaged, { value: wish.value }));
    else if (wish.kind === 'nothing') this.status.say(words.ready);
    else if (wish.kind !== 'text') await this.#openNamed(wish);
    else if (wish.text !== this.#box.read()) {
      this.#box.write(wish.text);
      this.status.say(words.foreign);
    }
  }

  async #openNamed({ kind, id }: Extract<Wish, { id: string }>): Promise<void> {
    const { words, indicators } = this.#page.config;
    try {
      const text = kind === 'question' ? this.#questions.get(id) : await this.#indicatorSql(id);
      this.#named = { kind, id, text: (text ?? '').trim() };
      this.#box.write(this.#named.text);
      await this.run();
      if (kind === 'indicator' && this.#answer)
        this.#page.part('note').append(` ${fill(words.indicatorShown, { name: indicators[id] ?? id })}`);
    } catch (error) {
      console.error(error);
      this.status.offer(
        words.indicatorMissing,
        this.#page.config.messages.retry,
        () => void this.#openNamed({ kind, id }),
      );
    }
  }

  async #indicatorSql(id: string): Promise<string> {
    const response = await fetch(`${this.#page.config.indicatorSql}${id}.sql`);
    const text = await response.text();
    // Simple hosts answer a missing file with a page and status 200.
    if (!response.ok || /^\s*<(!doctype|html)/i.test(text))
      throw new Error(`no SQL of ${id}: ${response.status}`);
    return text;
  }

  /** The address of what stands in the editor. */
  link(): URL {
    const page = new URL(window.location.href);
    const text = this.#box.read();
    const named = this.#named;
    return named && named.text === text ? namedLink(page, named.kind, named.id) : textLink(page, text);
  }

  /** Puts the link into the address bar and, where the browser lets, onto the clipboard. */
  async copyLink(): Promise<void> {
    const { words } = this.#page.config;
    const link = this.link();
    window.history.replaceState(null, '', link);
    const copied = await navigator.clipboard?.writeText(link.href).then(
      () => true,
      () => false,
    );
    const long = link.href.length > longestLink ? ` ${words.longLink}` : '';
    this.status.say(`${copied ? words.linkCopied : words.linkShown}${long}`);
  }

  /** Runs what stands in the editor. A query still running is given up. */
  async run(): Promise<void> {
    const text = this.#box.read();
    const { words, messages } = this.#page.config;
    this.#clear();
    const fault = checkQuery(text);
    if (fault) {
      this.#latest.cancel();
      return this.#refuse(fill(words.guard[fault.code], 'word' in fault ? { word: fault.word || '…' } : {}));
    }
    window.history.replaceState(null, '', this.link());
    this.#busy(true);
    try {
      const found = await this.#latest.run((signal) => this.#ask(text, signal, messages.working));
      if (found) await this.#show(found.answer, found.milliseconds);
    } catch (error) {
      this.#busy(false);
      this.#fail(error, text);
    }
  }

  /** Stops the query. The engine that does not stop at once is ended, and another one is made ready. */
  stop(): void {
    this.#latest.cancel();
    this.#busy(false);
    this.status.say(this.#page.config.words.stopped);
    performance.mark('sql:stopped');
    void this.#engine.renew().catch(() => undefined);
  }

  save(kind: FileKind): void {
    if (this.#answer) void download(this.#page, this.#answer, kind, (text) => this.status.say(text));
  }

  async #ask(text: string, signal: AbortSignal, working: string) {
    return this.#engine.run(tablesIn(text, this.#page.config.tables), async (engine) => {
      if (!signal.aborted) this.status.say(working);
      const start = performance.now();
      const answer = await ask(engine, text, { signal });
      return { answer, milliseconds: performance.now() - start };
    });
  }

  async #show(answer: Answer, milliseconds: number): Promise<void> {
    const { document, config, part } = this.#page;
    const { lang, words } = config;
    this.#answer = answer;
    this.#busy(false);
    part('answer').hidden = false;
    part('caption').textContent = answerText(lang, answer.rows.length, milliseconds);
    part('table').replaceChildren(answerTable(answer, { lang, words: words.columns }, document));
    const shown =
      answer.rows.length > mostLines ? [fill(words.cutTable, { shown: rowsText(lang, mostLines) })] : [];
    const cut = answer.cut ? [fill(words.cutAnswer, { rows: rowsText(lang, answer.rows.length) })] : [];
    part('note').textContent = [...shown, ...cut].join(' ');
    this.status.say(answerText(lang, answer.rows.length, milliseconds));
    performance.mark('sql:answer');
    await this.chart.show(answer);
  }

  #fail(error: unknown, text: string): void {
    if (isAbort(error)) return;
    if (error instanceof EngineError && error.code === 'query-too-long') {
      this.#refuse(this.#page.config.messages.errors[error.code]);
      return;
    }
    if (error instanceof EngineError && error.code !== 'query-failed') {
      this.status.fail(error, () => void this.run());
      return;
    }
    console.error(error);
    const { words } = this.#page.config;
    const { kind, message, place } = locate(
      error instanceof Error ? error.message : String(error),
      text,
      linesAdded,
    );
    const kinds: Record<string, string> = words.kinds;
    this.#refuse(kinds[kind] ?? words.kinds.other, message);
    this.#box.mark(place);
    if (!place) return;
    const button = this.#page.document.createElement('button');
    button.type = 'button';
    button.textContent = fill(words.at, { line: place.line, column: place.column });
    button.addEventListener('click', () => this.#box.mark(place, true));
    this.#page.part('error').append(button);
  }

  #refuse(sentence: string, engineWords = ''): void {
    const { document, part } = this.#page;
    const line = document.createElement('p');
    line.textContent = sentence;
    const code = document.createElement('pre');
    code.lang = 'en';
    code.textContent = engineWords;
    part('error').replaceChildren(line, ...(engineWords === '' ? [] : [code]));
    part('error').hidden = false;
    this.status.say('');
  }

  #clear(): void {
    this.#answer = null;
    this.#box.mark(null);
    this.#page.part('error').hidden = true;
    this.#page.part('answer').hidden = true;
    this.#page.part('chart').hidden = true;
  }

  #busy(running: boolean): void {
    const { part } = this.#page;
    part<HTMLButtonElement>('stop').disabled = !running;
    part('answer').ariaBusy = running ? 'true' : null;
  }
}
