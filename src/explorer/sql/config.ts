import type { Latest } from '../../contract/public.ts';
import type { Language } from '../../contract/vocabulary.ts';
import type { ExplorerMessages } from '../../i18n/explorer-messages.ts';
import type { ConsoleMessages } from '../../i18n/pages-console.ts';
import type { TablePaths } from './tables.ts';

/** What the page tells the console, in `<script type="application/json" id="sql-config">`. */
export interface ConsoleConfig {
  /** Address of the published data, `/data/`. */
  base: string;
  /** The release that the page shows. */
  latest: Latest;
  /** Address of the indicators' SQL files, `/indicators/`. */
  indicatorSql: string;
  lang: Language;
  messages: ExplorerMessages;
  words: ConsoleMessages;
  tables: TablePaths;
  /** Names of the indicators by id. */
  indicators: Readonly<Record<string, string>>;
  /** Exported files are called so; it says where they are from and whether the data are invented. */
  fileName: string;
}

/** The page's parts the console works on. */
export interface ConsolePage {
  document: Document;
  config: ConsoleConfig;
  field: HTMLTextAreaElement;
  part<E extends HTMLElement = HTMLElement>(name: string): E;
}

/** @throws Error naming the part that the page lacks */
export function findConsole(document: Document): ConsolePage {
  const part = <E extends HTMLElement>(name: string): E => {
    const element = document.getElementById(`sql-${name}`);
    if (!element) throw new Error(`missing element: sql-${name}`);
    return element as E;
  };
  const config = JSON.parse(part('config').textContent ?? '') as ConsoleConfig;
  return { document, config, field: part<HTMLTextAreaElement>('text'), part };
}
