import { fill } from '../i18n/explorer-messages.ts';
import { percentDigits, percentRange } from '../i18n/formats.ts';
import { rate } from '../stats/rate.ts';
import type { ExplorerConfig } from './config.ts';
import type { RateRow } from './queries.ts';

export interface TableView {
  of: 'schools' | 'municipalities';
  /** The choice in words, for the caption. */
  view: string;
}

/** What the table shows, in words; it stands above the table, where it does not scroll away. */
export const tableCaption = (
  { of, view }: TableView,
  { messages }: Pick<ExplorerConfig, 'messages'>,
): string => fill(messages.table[of], { view });

/** One line per school or municipality, one column per year: the share below the threshold, or why it is not shown. */
export function ratesTable(
  rows: readonly RateRow[],
  of: TableView['of'],
  config: ExplorerConfig,
  document: Document,
): HTMLTableElement {
  const words = config.messages.table;
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const table = document.createElement('table');
  const add = adder(document);
  table.setAttribute('aria-labelledby', 'explorer-caption');
  const head = add(add(table, 'thead'), 'tr');
  const first = of === 'schools' ? words.school : words.municipality;
  for (const text of [first, ...years.map(String)]) add(head, 'th', text).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const [name, known] of byEntity(rows, config.lang)) {
    const line = add(body, 'tr');
    const header = add(line, 'th', name);
    header.setAttribute('scope', 'row');
    if (config.lang !== 'ru') header.setAttribute('lang', 'ru');
    for (const year of years) add(line, 'td', cellText(known.get(year), config));
  }
  return table;
}

const adder =
  (document: Document) =>
  (parent: Element, tag: string, text = ''): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };

/** Lines by name, № 2 before № 10, which the engine cannot sort. Two schools of one name stay two lines. */
export function byEntity(
  rows: readonly RateRow[],
  lang: string,
): [name: string, years: Map<number, RateRow>][] {
  const found = new Map<string, [string, Map<number, RateRow>]>();
  for (const row of rows) {
    const line = found.get(row.entity_id) ?? [row.name, new Map<number, RateRow>()];
    line[1].set(row.year, row);
    found.set(row.entity_id, line);
  }
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return [...found.values()].sort(([a], [b]) => compare(a, b));
}

/** A share, or why it is not shown. */
export function cellText(
  row: RateRow | undefined,
  { messages, lang, minParticipants }: Pick<ExplorerConfig, 'messages' | 'lang' | 'minParticipants'>,
): string {
  if (!row) return messages.table.absent;
  const { below_threshold_low: low, below_threshold_high: high } = row;
  const total = { low: row.participants_low, high: row.participants_high };
  const share = rate(low === null || high === null ? null : { low, high }, total, minParticipants);
  return share ? percentRange(lang, share, percentDigits(total.low)) : messages.table.hidden;
}
