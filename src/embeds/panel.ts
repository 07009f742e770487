import type { Language } from '../contract/vocabulary.ts';
import { embedMessages } from '../i18n/embeds.ts';
import { type EmbedChart, type EmbedTarget, embedFolder, embedPath, type Theme, themes } from './address.ts';
import { apaCitation, bibtex, gostCitation } from './citation.ts';
import { download, pngOf } from './png.ts';
import { addressOf, dataOf, iframeOf, markdownOf, type Shared, scriptOf } from './snippets.ts';

/** What a link under a chart says of it. */
export interface Offered {
  chart: EmbedChart;
  entity: string;
  indicator?: string | undefined;
  section?: string | undefined;
  title: string;
  publisher: string;
  release: string;
  /** The root of the site, absolute. */
  root: string;
  lang: Language;
  /** Those that the site has charts in. */
  languages: readonly Language[];
  /**
   * What a citation points at where the site keeps no charts of older releases: a file of the release, below the root.
   * Without it charts may be frozen, and a frozen one is cited.
   */
  record?: string | undefined;
}

const sizes = { full: null, wide: 720, narrow: 360 } as const;
type Size = keyof typeof sizes;

/** An element with its properties and what stands in it. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function choice<T extends string>(label: string, options: readonly (readonly [value: T, text: string])[]) {
  const select = make('select', {}, ...options.map(([value, text]) => make('option', { value }, text)));
  return { select, field: make('label', {}, label, select), value: () => select.value as T };
}

/** What the reader has chosen so far of how a chart is shown elsewhere, and what may be copied of it. */
export class SharePanel {
  readonly #offered: Offered;
  readonly #words: ReturnType<typeof embedMessages>;
  readonly #preview = make('div', { className: 'embed-preview' });
  readonly #snippets = make('div');
  readonly #files = make('ul', { className: 'links' });
  readonly #status = make('p', { className: 'small quiet' });
  readonly #fields;

  constructor(offered: Offered) {
    this.#offered = offered;
    this.#words = embedMessages(offered.lang);
    const { dialog } = this.#words;
    this.#fields = {
      lang: choice<Language>(
        dialog.lang,
        offered.languages.map((lang) => [lang, dialog.languages[lang]] as const),
      ),
      theme: choice<Theme>(
        dialog.theme,
        themes.map((theme) => [theme, dialog.themes[theme]] as const),
      ),
      version: choice<'live' | 'frozen'>(dialog.version, [
        ['live', dialog.live],
        ...(offered.record === undefined ? ([['frozen', dialog.frozen(offered.release)]] as const) : []),
      ]),
      size: choice<Size>(
        dialog.width,
        (Object.keys(sizes) as Size[]).map((size) => [size, dialog.widths[size]] as const),
      ),
    };
    this.#fields.lang.select.value = offered.lang;
    this.#status.setAttribute('role', 'status');
  }

  /** The fields, the preview, the snippets and the files, to be put where they are wanted. */
  elements(): HTMLElement[] {
    const { dialog } = this.#words;
    const fields = make('div', { className: 'filters' });
    for (const { field, select } of Object.values(this.#fields)) {
      select.addEventListener('change', () => this.#update());
      // One that offers no choice is only in the way.
      if (select.options.length > 1) fields.append(field);
    }
    this.#update();
    return [
      fields,
      make('h3', {}, dialog.preview),
      this.#preview,
      this.#status,
      this.#snippets,
      make('h3', {}, dialog.files),
      this.#files,
    ];
  }

  #target(): EmbedTarget {
    const { chart, entity, indicator, section, release } = this.#offered;
    return {
      chart,
      entity,
      ...(indicator ? { indicator } : {}),
      ...(section ? { section } : {}),
      lang: this.#fields.lang.value(),
      theme: this.#fields.theme.value(),
      ...(this.#fields.version.value() === 'frozen' ? { release } : {}),
    };
  }

  #update(): void {
    const { root, title } = this.#offered;
    const width = sizes[this.#fields.size.value()];
    const shared: Shared = { target: this.#target(), root, title, width, height: 480 };
    // A frame that only changes its fragment would not be drawn anew in other words.
    const frame = make('iframe', { src: addressOf(shared), title, loading: 'lazy', height: '480' });
    // A frame of our own origin that opens at a part of the chart would scroll the page around it.
    frame.sandbox.add('allow-scripts');
    frame.width = width === null ? '100%' : String(width);
    this.#preview.replaceChildren(frame);
    this.#snippets.replaceChildren(...this.#lines(shared));
    this.#files.replaceChildren(...this.#fileLinks(shared));
    this.#status.textContent = '';
  }

  #lines(shared: Shared): HTMLElement[] {
    const { snippets } = this.#words;
    const { release, publisher, root, title } = this.#offered;
    const frozen = { ...shared.target, release };
    const cited = {
      ...{ title, publisher, release },
      released: release.slice(0, 10),
      address: root + (this.#offered.record ?? embedPath({ ...frozen, theme: 'auto' })),
      accessed: new Date().toISOString().slice(0, 10),
    };
    const texts: [string, string][] = [
      [snippets.iframe, iframeOf(shared)],
      [snippets.script, scriptOf(shared)],
      [snippets.markdown, markdownOf(shared)],
      [snippets.link, addressOf(shared)],
      [snippets.gost, gostCitation(cited)],
      [snippets.apa, apaCitation(cited)],
      [snippets.bibtex, bibtex(cited)],
      [snippets.data, dataOf(shared)],
    ];
    return texts.map(([name, text]) => this.#line(name, text));
  }

  #line(name: string, text: string): HTMLElement {
    const { dialog } = this.#words;
    const area = make('textarea', {
      readOnly: true,
      value: text,
      rows: Math.min(4, Math.ceil(text.length / 80)),
    });
    const copy = make('button', { type: 'button' }, dialog.copy);
    copy.setAttribute('aria-label', `${dialog.copy}: ${name}`);
    copy.addEventListener('click', async () => {
      area.select();
      const done = await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      );
      this.#status.textContent = `${name}: ${done ? dialog.copied : dialog.copyFailed}`;
    });
    return make('div', { className: 'embed-line' }, make('label', {}, name, area), copy);
  }

  #fileLinks({ target, root }: Shared): HTMLElement[] {
    const { dialog, csvExcel } = this.#words;
    const folder = root + embedFolder(target);
    const data = root + embedFolder({ ...target, lang: 'ru' });
    const frozenData = root + embedFolder({ ...target, lang: 'ru', release: this.#offered.release });
    const link = (href: string, text: string, name = '') =>
      make('li', {}, make('a', { href, download: name }, text));
    const png = make('button', { type: 'button' }, dialog.png);
    png.addEventListener('click', () => {
      const name = [target.chart, target.entity, target.section].filter(Boolean).join('-');
      pngOf(`${folder}chart.svg`, target.section).then(
        (blob) => download(blob, `${name}.png`),
        () => {
          this.#status.textContent = dialog.pngFailed;
        },
      );
    });
    const page = make('a', { href: `${folder}#share` }, dialog.page);
    return [
      link(`${folder}chart.svg`, 'SVG'),
      make('li', {}, png),
      link(`${data}data.csv`, 'CSV'),
      link(`${frozenData}data-excel.csv`, csvExcel),
      make('li', {}, page),
    ];
  }
}
