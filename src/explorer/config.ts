import type { Latest } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { ExplorerMessages } from '../i18n/explorer-messages.ts';
import type { ViewMessages } from '../i18n/pages-views.ts';
import type { CheckedFiles } from '../query/release.ts';
import type { OptionWords } from './form.ts';
import type { Offers } from './state.ts';
import type { TraitChoices } from './traits.ts';

/** What the page tells the explorer, in `<script type="application/json" id="explorer-config">`. */
export interface ExplorerConfig {
  /** Address of the published data, `/data/`. */
  base: string;
  /** The release that the page shows. */
  latest: Latest;
  /**
   * The files that the engine reads, with their sums: the tables taken out of the release, and of the release itself the
   * boundaries where it has them. The page tells them, so that nobody waits for a list of all files first.
   */
  engineFiles: { tables: CheckedFiles; boundaries: CheckedFiles };
  lang: Language;
  messages: ExplorerMessages;
  /** Name of the region, for legends. */
  region: string;
  municipalities: { id: string; name: string }[];
  /** What may be chosen together. */
  offers: Offers;
  options: OptionWords;
  /** From the methodology: the share from which a result counts as low, and the least participants of a rate. */
  threshold: number;
  minParticipants: number;
  /** Version of the methodology in force. */
  methodology: string;
  views: ViewMessages;
  /** What the further filters offer. */
  traits: TraitChoices;
  /** Address of the pages of schools, `/schools/`, and of the works' small files. */
  schoolPages: string;
  works: string;
}

/** The page's parts the explorer works on. */
export interface ExplorerPage {
  document: Document;
  config: ExplorerConfig;
  form: HTMLFormElement;
  figure: HTMLElement;
  progress: HTMLProgressElement;
  status: HTMLElement;
  table: HTMLElement;
  /** The table's name, above the part that scrolls. */
  caption: HTMLElement;
  /** Any further part, by the end of its id. */
  part<E extends HTMLElement = HTMLElement>(name: string): E;
}

/** @throws Error naming the part that the page lacks */
export function findPage(document: Document): ExplorerPage {
  const part = <E extends HTMLElement>(id: string): E => {
    const element = document.getElementById(`explorer-${id}`);
    if (!element) throw new Error(`missing element: explorer-${id}`);
    return element as E;
  };
  return {
    document,
    config: JSON.parse(part('config').textContent ?? '') as ExplorerConfig,
    form: part<HTMLFormElement>('filters'),
    figure: part('chart'),
    progress: part<HTMLProgressElement>('progress'),
    status: part('status'),
    table: part('table'),
    caption: part('caption'),
    part,
  };
}
