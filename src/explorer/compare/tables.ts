import { type SimilarityTrait, similarityTraits } from '../../contract/vocabulary.ts';
import { fill } from '../../i18n/explorer-messages.ts';
import { countText, percentDigits, percentRange } from '../../i18n/formats.ts';
import { type Count, rate, rateInterval } from '../../stats/rate.ts';
import type { Interval } from '../../stats/wilson.ts';
import type { Compared, Similar } from './ask.ts';
import type { CompareConfig } from './config.ts';
import type { Cohort, Entity } from './queries.ts';

/** A table as it is read: the first cell of a row names whom it is about. */
export interface Grid {
  head: string[];
  rows: { entity: Entity; cells: string[] }[];
}

type Year = Compared['years'][number];
type Entities = readonly Entity[];

const pair = (low: number | null, high: number | null): Count | null =>
  low === null || high === null ? null : { low, high };

function shareText(below: Count | null, of: Count, config: CompareConfig): string {
  const share = rate(below, of, config.minParticipants);
  return share ? percentRange(config.lang, share, percentDigits(of.low)) : config.messages.table.hidden;
}

function pointsText(change: Interval | null, { lang, messages }: CompareConfig): string {
  if (!change) return messages.table.absent;
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const ends = [change.low, change.high].map((end) => format.format(100 * end).replace('-', '−'));
  return [...new Set(ends)].join(' … ');
}

const total = (row: Pick<Year, 'participants_low' | 'participants_high'>): Count => ({
  low: row.participants_low,
  high: row.participants_high,
});
const below = (row: Pick<Year, 'below_threshold_low' | 'below_threshold_high'>): Count | null =>
  pair(row.below_threshold_low, row.below_threshold_high);

function latestCells(row: Year | undefined, config: CompareConfig): string[] {
  const { lang, words, verdicts, clusters, messages, minParticipants } = config;
  if (!row) return Array.from({ length: 8 }, () => messages.table.absent);
  const [count, of] = [below(row), total(row)];
  const shown = count !== null && of.low >= minParticipants;
  return [
    String(row.year),
    countText(lang, of),
    shareText(count, of, config),
    shown ? percentRange(lang, rateInterval(count, of), percentDigits(of.low)) : '',
    pointsText(row.change && pair(row.change.formal_low, row.change.formal_high), config),
    row.change?.verdict ? (verdicts[row.change.verdict] ?? '') : '',
    row.cluster ? (clusters[row.cluster] ?? '') : '',
    row.state ? words.states[row.state] : '',
  ];
}

/** The last year of each, in the order of the reader. */
export const latestGrid = (entities: Entities, { years }: Compared, config: CompareConfig): Grid => ({
  head: Object.values(config.words.columns),
  rows: entities.map((entity) => ({
    entity,
    cells: latestCells(
      years.findLast(({ entity_id }) => entity_id === entity.id),
      config,
    ),
  })),
});

/** The share of every year. */
export function yearsGrid(entities: Entities, { years }: Compared, config: CompareConfig): Grid {
  const all = [...new Set(years.map(({ year }) => year))].sort((a, b) => a - b);
  const cell = (id: string, year: number) => {
    const row = years.find((one) => one.entity_id === id && one.year === year);
    return row ? shareText(below(row), total(row), config) : config.messages.table.absent;
  };
  return {
    head: [config.words.columns.who, ...all.map(String)],
    rows: entities.map((entity) => ({ entity, cells: all.map((year) => cell(entity.id, year)) })),
  };
}

function cohortCells(row: Cohort, config: CompareConfig): string[] {
  const before = { low: row.participants_before_low, high: row.participants_before_high };
  const belowBefore = pair(row.below_threshold_before_low, row.below_threshold_before_high);
  const { grade, year, grade_before, year_before } = row;
  return [
    fill(config.words.path, { before: grade_before, yearBefore: year_before, grade, year }),
    shareText(belowBefore, before, config),
    shareText(below(row), total(row), config),
    pointsText(pair(row.formal_low, row.formal_high), config),
    pointsText(pair(row.relative_low, row.relative_high), config),
  ];
}

/** The same children in two years, one line a year group. */
export const cohortsGrid = (entities: Entities, cohorts: readonly Cohort[], config: CompareConfig): Grid => ({
  head: Object.values(config.words.cohortColumns),
  rows: entities.flatMap((entity) =>
    cohorts
      .filter(({ entity_id }) => entity_id === entity.id)
      .map((row) => ({ entity, cells: cohortCells(row, config) })),
  ),
});

function traitText(trait: SimilarityTrait, { context }: Similar, config: CompareConfig): string {
  const value = context[trait] ?? null;
  if (value === null) return config.messages.table.absent;
  if (typeof value === 'number')
    return new Intl.NumberFormat(config.lang, { maximumFractionDigits: 1 }).format(value);
  return config.words.values[value] ?? config.categories[value] ?? value;
}

/** The nearest schools by their conditions; results have no place in it. */
export function similarGrid(
  entities: ReadonlyMap<string, Entity>,
  { similar }: Compared,
  config: CompareConfig,
): Grid {
  const { words, lang } = config;
  const number = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const traits = similarityTraits.map((trait) => words.traits[trait]);
  return {
    head: [words.columns.who, words.distance, ...traits],
    rows: similar.flatMap((one) => {
      const entity = entities.get(one.id);
      const values = similarityTraits.map((trait) => traitText(trait, one, config));
      return entity ? [{ entity, cells: [number.format(one.value), ...values] }] : [];
    }),
  };
}

/** A grid as a table whose rows are named by links. */
export function gridTable(
  { head, rows }: Grid,
  label: string,
  config: CompareConfig,
  document: Document,
): HTMLTableElement {
  const table = document.createElement('table');
  table.setAttribute('aria-label', label);
  const add = (parent: Element, tag: string, text = ''): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const top = add(add(table, 'thead'), 'tr');
  for (const text of head) add(top, 'th', text).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const { entity, cells } of rows) {
    const line = add(body, 'tr');
    const header = add(line, 'th');
    header.setAttribute('scope', 'row');
    const pages = entity.level === 'school' ? config.schoolPages : config.municipalityPages;
    const link = add(header, 'a', entity.name);
    link.setAttribute('href', `${pages}${encodeURIComponent(entity.id)}/`);
    if (config.lang !== 'ru') link.setAttribute('lang', 'ru');
    for (const text of cells) add(line, 'td', text);
  }
  return table;
}
