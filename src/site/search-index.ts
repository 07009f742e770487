import MiniSearch, { type SearchResult } from 'minisearch';
import { fuzziness, readings, type SearchEntry, searchText, words } from './search-terms.ts';

export interface Found {
  entries: SearchEntry[];
  /** The one school that the query clearly means; `null` where several may be meant. */
  best: SearchEntry | null;
}

/** Finds schools by what people type. */
export type FindSchools = (query: string) => Found;

const identity = (term: string) => term;
/** An id is taken as one from so many characters on: numbers of schools are shorter. */
const idLength = 4;

/** The only entry, or the only one that has every word of the query as it was typed. */
function clearly(entries: readonly SearchEntry[], query: string): SearchEntry | null {
  const typed = words(query);
  const exact = entries.filter((entry) => {
    const own = new Set(words(searchText(entry)));
    return typed.every((word) => own.has(word));
  });
  const [only, other] = exact.length > 0 ? exact : entries;
  return only && !other ? only : null;
}

/** Builds the index in memory: 700 schools take some tens of milliseconds on a phone. */
export function schoolSearch(entries: readonly SearchEntry[], limit = 12): FindSchools {
  const index = new MiniSearch({
    idField: 'id',
    fields: ['text'],
    extractField: (entry: SearchEntry, field) => (field === 'text' ? searchText(entry) : entry.id),
    tokenize: words,
    processTerm: identity,
  });
  index.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const entryOf = (result: SearchResult) => byId.get(String(result.id)) ?? [];
  const options = { combineWith: 'AND', prefix: true, fuzzy: fuzziness } as const;
  const byCode = (code: string) =>
    code.length < idLength ? [] : entries.filter(({ id }) => id.toLowerCase().includes(code));
  const find: FindSchools = (query) => {
    const code = query.trim().toLowerCase();
    const coded = byCode(code);
    const named = index.search(query, options).flatMap(entryOf);
    const all = [...new Set([...coded, ...named])];
    const same = coded.find(({ id }) => id.toLowerCase() === code);
    return { entries: all.slice(0, limit), best: same ?? clearly(all, query) };
  };
  // As typed first; Latin letters may stand for Russian ones.
  return (query) => {
    const found = readings(query).map(find);
    return found.find(({ entries: some }) => some.length > 0) ?? { entries: [], best: null };
  };
}
