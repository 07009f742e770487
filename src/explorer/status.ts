import type { Language } from '../contract/vocabulary.ts';
import type { ExplorerMessages } from '../i18n/explorer-messages.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { bytes } from '../i18n/formats.ts';
import { EngineError } from '../query/errors.ts';

/** What a status line needs of its page. */
export interface StatusPage {
  document: Document;
  status: HTMLElement;
  progress: HTMLProgressElement;
  config: { lang: Language; messages: Pick<ExplorerMessages, 'loadingEngine' | 'retry' | 'errors'> };
}

/** The line of words, the bar and the one button beneath the filters. */
export class Status {
  readonly #page: StatusPage;
  readonly #button: HTMLButtonElement;
  #press = () => {};
  #spoken = -1;

  constructor(page: StatusPage) {
    this.#page = page;
    this.#button = page.document.createElement('button');
    this.#button.type = 'button';
    this.#button.hidden = true;
    this.#button.addEventListener('click', () => this.#press());
    page.status.after(this.#button);
  }

  say(text: string): void {
    this.#page.progress.hidden = true;
    this.#button.hidden = true;
    this.#page.status.textContent = text;
  }

  /** A text with a button. */
  offer(text: string, label: string, press: () => void): void {
    this.say(text);
    this.#press = press;
    this.#button.textContent = label;
    this.#button.hidden = false;
  }

  /** The bar moves with every call, the words by quarters: a screen reader reads each change out. */
  engine(loaded: number, total: number): void {
    const { progress, config } = this.#page;
    const quarter = Math.floor((4 * loaded) / total);
    if (quarter !== this.#spoken) {
      const size = (value: number) => bytes(config.lang, value);
      this.say(fill(config.messages.loadingEngine, { loaded: size(loaded), total: size(total) }));
    }
    this.#spoken = quarter;
    progress.hidden = false;
    progress.max = total;
    progress.value = loaded;
  }

  /** Says what went wrong in the page's words; the console gets the engine's. */
  fail(error: unknown, retry: () => void): void {
    const { messages } = this.#page.config;
    const known = error instanceof EngineError ? error : new EngineError('query-failed', String(error));
    console.error(error);
    this.#spoken = -1;
    this.offer(fill(messages.errors[known.code], { file: known.file ?? '' }), messages.retry, retry);
  }
}
