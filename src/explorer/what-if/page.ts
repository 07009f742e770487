import type { Cell } from '../../contract/engine.ts';
import type { Methodology } from '../../contract/methodology.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { type ExplorerMessages, fill } from '../../i18n/explorer-messages.ts';
import type { WhatIfMessages } from '../../i18n/pages-what-if.ts';
import type { CheckedFiles } from '../../query/release.ts';
import type { CsvTable } from '../csv.ts';
import type { Changed } from './compute.ts';

/** What the page tells its script, in `<script type="application/json" id="what-if-config">`. */
export interface WhatIfConfig {
  /** The tables taken out of the release, with their sums. */
  tables: CheckedFiles;
  lang: Language;
  messages: ExplorerMessages;
  words: WhatIfMessages;
  /** The one in force first. */
  methodologies: Methodology[];
  years: number[];
  schoolPages: string;
  fileName: string;
}

const order: readonly Changed['change'][] = ['enters', 'leaves', 'unclear', 'stays'];

/** Those that change first, then by municipality and name, as the engine gave them. */
const inOrder = (rows: readonly Changed[]): Changed[] =>
  order.flatMap((change) => rows.filter((row) => row.change === change));

/** How many of each, and the lists before and after. */
export function countsOf(rows: readonly Changed[]) {
  const of = (change: Changed['change']) => rows.filter((row) => row.change === change).length;
  return {
    before: rows.filter(({ state_before }) => state_before === 'identified').length,
    after: rows.filter(({ state_after }) => state_after === 'identified').length,
    ...{ enters: of('enters'), leaves: of('leaves'), unclear: of('unclear') },
  };
}

const robustnessText = (
  { identified_low: low, identified_high: high, settings }: Changed,
  words: WhatIfMessages,
): string =>
  low === null || high === null || settings === null
    ? words.counting
    : fill(low === high ? words.of : words.ofRange, { low, high, settings });

function texts(row: Changed, words: WhatIfMessages): string[] {
  const state = (name: Changed['state_before']) => (name === null ? words.noState : words.states[name]);
  return [
    words.changes[row.change],
    row.name,
    row.municipality,
    state(row.state_before),
    state(row.state_after),
    robustnessText(row, words),
  ];
}

/** The schools of both lists and those whose answer changes. */
export function changeTable(
  rows: readonly Changed[],
  config: WhatIfConfig,
  document: Document,
): HTMLTableElement {
  const { words, lang } = config;
  const table = document.createElement('table');
  table.setAttribute('aria-label', words.result);
  const add = (parent: Element, tag: string, text = ''): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const head = add(add(table, 'thead'), 'tr');
  for (const text of Object.values(words.columns)) add(head, 'th', text).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const row of inOrder(rows)) {
    const line = add(body, 'tr');
    const [change = '', name = '', ...rest] = texts(row, words);
    add(line, 'td', change);
    const header = add(line, 'th');
    header.setAttribute('scope', 'row');
    const link = add(header, 'a', name);
    link.setAttribute('href', `${config.schoolPages}${encodeURIComponent(row.school_id)}/`);
    if (lang !== 'ru') link.setAttribute('lang', 'ru');
    for (const text of rest) add(line, 'td', text);
  }
  return table;
}

/** The same as a file: codes beside words, so that it can be worked with. */
export function changeCsv(rows: readonly Changed[]): CsvTable {
  const names = [
    ...(['change', 'school_id', 'name', 'municipality', 'state_before', 'state_after', 'reasons'] as const),
    ...(['identified_low', 'identified_high', 'settings'] as const),
  ];
  const cells = (row: Changed): Cell[] => names.map((name) => row[name]);
  return { columns: names.map((name) => ({ name })), rows: inOrder(rows).map(cells) };
}
