import type { SearchEntry } from './search-terms.ts';
import { searchText, words } from './search-terms.ts';

/** `search/<edition>/index.json`: how many files there are, and in which of them a word occurs. */
export interface SearchIndex {
  files: number;
  /** Words that occur in few files, and so tell where to look. Empty where one file holds all schools. */
  words: [word: string, files: number[]][];
}

/** A reader may wait for one file of so many schools; where there are more, they are split by municipality. */
const together = 1500;
/** Smallest file of a split index. */
const least = 250;
/** A word of more files than this does not tell where to look: «школа», «1». */
const common = 6;

/** Municipalities in order, packed into files of at least so many schools each. */
export function packed(places: readonly (readonly SearchEntry[])[], size: number): SearchEntry[][] {
  const files: SearchEntry[][] = [];
  for (const place of places) {
    const last = files.at(-1);
    if (last && last.length < size) last.push(...place);
    else files.push([...place]);
  }
  return files;
}

/** The index and its files, from the schools of each municipality. */
export function searchShards(places: readonly (readonly SearchEntry[])[]): {
  index: SearchIndex;
  files: SearchEntry[][];
} {
  const all = places.reduce((sum, place) => sum + place.length, 0);
  const files = packed(places, all <= together ? all : least);
  if (files.length <= 1) return { index: { files: files.length, words: [] }, files };
  const where = new Map<string, Set<number>>();
  for (const [number, entries] of files.entries())
    for (const entry of entries)
      for (const word of words(searchText(entry))) {
        const known = where.get(word);
        if (known) known.add(number);
        else where.set(word, new Set([number]));
      }
  const telling = [...where].filter(([, found]) => found.size <= common);
  const sorted = telling.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    index: { files: files.length, words: sorted.map(([word, found]) => [word, [...found]]) },
    files,
  };
}
