import MiniSearch from 'minisearch';
import { type FindSchools, type Found, schoolSearch } from './search-index.ts';
import type { SearchIndex } from './search-shards.ts';
import { fuzziness, readings, type SearchEntry, words } from './search-terms.ts';

/** Reads one JSON file of the index by its name. */
export type ReadIndex = <T>(name: string) => Promise<T>;
/** Finds schools, fetching the files that the words of the query point at; `null` where they point at too many. */
export type LoadAndFind = (query: string) => Promise<Found | null>;

/** So many files are fetched for one query at most. */
const most = 4;
const identity = (term: string) => term;

/** The files that a query points at, the likeliest first. */
export function pointer({ words: known }: Pick<SearchIndex, 'words'>): (query: string) => number[] {
  const index = new MiniSearch({
    idField: 'id',
    fields: ['word'],
    extractField: (word: { id: number; word: string }, field) => (field === 'word' ? word.word : word.id),
    tokenize: (text) => [text],
    processTerm: identity,
  });
  index.addAll(known.map(([word], id) => ({ id, word })));
  return (query) => {
    const scores = new Map<number, number>();
    for (const typed of words(query).filter((word) => !/^\d{1,3}$/.test(word)))
      for (const { id, score } of index.search(typed, { prefix: true, fuzzy: fuzziness }).slice(0, 8))
        for (const file of known[Number(id)]?.[1] ?? []) scores.set(file, (scores.get(file) ?? 0) + score);
    return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([file]) => file);
  };
}

/** A search over an index of any size: small regions have one file, large ones are read piece by piece. */
export async function splitSearch(read: ReadIndex): Promise<LoadAndFind> {
  const index = await read<SearchIndex>('index');
  const files = new Map<number, Promise<SearchEntry[]>>();
  const file = (number: number) => {
    const known = files.get(number);
    if (known) return known;
    const loading = read<SearchEntry[]>(String(number));
    files.set(number, loading);
    loading.catch(() => files.delete(number));
    return loading;
  };
  if (index.files <= 1) {
    const find: FindSchools = schoolSearch(index.files === 0 ? [] : await file(0));
    return (query) => Promise.resolve(find(query));
  }
  const point = pointer(index);
  return async (query) => {
    const numbers = readings(query)
      .map(point)
      .find((found) => found.length > 0);
    if (!numbers) return null;
    const entries = (await Promise.all(numbers.slice(0, most).map(file))).flat();
    return schoolSearch(entries)(query);
  };
}
