import { type PublishedTable, published } from '../contract/published.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { ConsoleConfig } from '../explorer/sql/config.ts';
import { type QuestionId, questions } from '../explorer/sql/questions.ts';
import { type DictionaryLine, dictionary } from '../i18n/dictionary.ts';
import { messages } from '../i18n/index.ts';
import { consoleMessages } from '../i18n/pages-console.ts';
import { base } from './links.ts';
import { latest, manifest, release } from './release.ts';

/** An indicator that is named in the console. */
export interface Named {
  id: string;
  name: Record<Language, string>;
}

/** A table of the console as the page describes it. */
export interface ConsoleTable {
  name: string;
  title: string;
  /** Rows in the release; `null` for the parameters, which have no file. */
  rows: number | null;
  lines: DictionaryLine[];
}

const rowsOf = (path: string): number | undefined =>
  manifest().files.find((file) => file.path === `${path}.parquet`)?.rows;

const indicatorTable = (id: string): string => `indicator_${id.replaceAll('-', '_')}`;

/** The published tables that the release has: name in a query → path of the file. */
function tablePaths(indicators: readonly Named[]): Record<string, string> {
  const tables = Object.keys(published).filter((name) => name !== 'indicators');
  const pairs = [
    ...tables.map((name) => [name, name]),
    ...indicators.map(({ id }) => [indicatorTable(id), `indicators/${id}`]),
  ];
  return Object.fromEntries(pairs.filter(([, path = '']) => rowsOf(path) !== undefined));
}

/** The tables with the meanings of their columns. */
export function consoleTables(lang: Language, indicators: readonly Named[]): ConsoleTable[] {
  const { tables } = messages(lang).data;
  const names = new Map(indicators.map(({ id, name }) => [indicatorTable(id), name[lang]]));
  return Object.entries(tablePaths(indicators)).map(([name, path]) => {
    const indicator = names.get(name);
    const table = (indicator === undefined ? name : 'indicators') as PublishedTable;
    return {
      name,
      title: indicator ?? tables[table],
      rows: rowsOf(path) ?? null,
      lines: dictionary(table, lang),
    };
  });
}

/** The parameter views, from the statements that make them. */
export const parameterTables = (views: readonly string[]): { name: string; columns: string[] }[] =>
  views.map((view) => {
    const [, name = '', columns = ''] = /VIEW (\w+) AS [\s\S]* AS p\(([^)]*)\)$/.exec(view) ?? [];
    return { name, columns: columns.split(', ') };
  });

export interface LibraryTopic {
  topic: string;
  questions: { id: string; title: string; note: string; sql: string }[];
}

/** The worked questions by topic, in the order of the catalogue. */
export function library(lang: Language): LibraryTopic[] {
  const topics = new Map<string, LibraryTopic>();
  for (const [id, { topic, title, note }] of Object.entries(consoleMessages(lang).questions)) {
    const known = topics.get(topic) ?? { topic, questions: [] };
    known.questions.push({ id, title, note, sql: `-- ${title}\n${questions[id as QuestionId]}` });
    topics.set(topic, known);
  }
  return [...topics.values()];
}

/**
 * What the page tells the console.
 * @param indicators those with a table of their own
 * @param others those that have an SQL text alone
 */
export function consoleConfig(
  lang: Language,
  indicators: readonly Named[],
  others: readonly Named[],
): ConsoleConfig {
  const { dataset } = manifest();
  return {
    base: `${base}data/`,
    latest: latest(),
    indicatorSql: `${base}indicators/`,
    lang,
    messages: messages(lang).explorer,
    words: consoleMessages(lang).messages,
    tables: tablePaths(indicators),
    indicators: Object.fromEntries([...others, ...indicators].map(({ id, name }) => [id, name[lang]])),
    fileName: `${dataset.id}-${release()}${dataset.synthetic ? '-synthetic' : ''}-answer`,
  };
}
