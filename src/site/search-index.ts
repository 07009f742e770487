import MiniSearch, { type SearchResult } from 'minisearch';
import { fuzziness, type SearchEntry, searchText, words } from './search-terms.ts';

/** Finds schools by what people type. */
export type FindSchools = (query: string) => SearchEntry[];

const identity = (term: string) => term;

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
  return (query) => index.search(query, options).slice(0, limit).flatMap(entryOf);
}
