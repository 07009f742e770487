import { fill } from '../i18n/explorer-messages.ts';
import { countText, percentRange } from '../i18n/formats.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { rateInterval } from '../stats/rate.ts';
import { brushValue, type School } from './brush.ts';
import type { ExplorerConfig } from './config.ts';

/** More lines than these are not put onto the page. */
export const mostSchools = 200;
export const sortFields = ['name', 'share', 'change', 'index'] as const;
export type SortField = (typeof sortFields)[number];

/** By name, № 2 before № 10; or by a value, those without one last. The order is total. */
export function sorted(schools: readonly School[], by: SortField, lang: string): School[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const byName = (a: School, b: School) => compare(a.name, b.name) || (a.school_id < b.school_id ? -1 : 1);
  if (by === 'name') return schools.toSorted(byName);
  const value = (school: School) => brushValue(school, by) ?? Number.POSITIVE_INFINITY;
  return schools.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? byName(a, b) : x < y ? -1 : 1;
  });
}

const signed = (lang: string, value: number): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);

/** What is told of a school beside its name, in the order of the columns. */
export function schoolCells(
  school: School,
  config: Pick<ExplorerConfig, 'lang' | 'views' | 'messages'>,
): string[] {
  const { lang, views, messages } = config;
  const { share, change, participants, below_threshold_low: low, below_threshold_high: high } = school;
  const interval =
    share && participants && low !== null && high !== null ? rateInterval({ low, high }, participants) : null;
  const moved = change
    ? [...new Set([signed(lang, 100 * change.low), signed(lang, 100 * change.high)])].join(' … ')
    : messages.table.absent;
  return [
    school.municipality,
    school.cluster ? clusterMessages(lang).names[school.cluster] : messages.table.absent,
    participants ? countText(lang, participants) : messages.table.absent,
    share ? percentRange(lang, share) : participants ? messages.table.hidden : messages.table.absent,
    interval ? percentRange(lang, interval) : '',
    moved,
    change?.verdict ? views.verdicts[change.verdict] : '',
  ];
}

/** The chosen schools, each a link to its page. */
export function schoolList(
  schools: readonly School[],
  by: SortField,
  config: ExplorerConfig,
  document: Document,
): { table: HTMLTableElement; note: string } {
  const { columns, listNote, notRank } = config.views;
  const table = document.createElement('table');
  table.setAttribute('aria-label', config.views.list);
  const add = (parent: Element, tag: string, text = ''): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const head = add(add(table, 'thead'), 'tr');
  for (const text of Object.values<string>(columns)) add(head, 'th', text).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const school of sorted(schools, by, config.lang).slice(0, mostSchools)) {
    const line = add(body, 'tr');
    const header = add(line, 'th');
    header.setAttribute('scope', 'row');
    const link = add(header, 'a', school.name);
    link.setAttribute('href', `${config.schoolPages}${encodeURIComponent(school.school_id)}/`);
    if (config.lang !== 'ru') link.setAttribute('lang', 'ru');
    for (const text of schoolCells(school, config)) add(line, 'td', text);
  }
  const count = schools.length;
  const note =
    count > mostSchools ? fill(listNote, { shown: mostSchools, count }) : by === 'name' ? '' : notRank;
  return { table, note };
}
