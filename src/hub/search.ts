import { startSearch } from '../site/search-combobox.ts';
import { type Found, schoolSearch } from '../site/search-index.ts';
import { type LoadAndFind, pointer } from '../site/search-load.ts';
import { readings, type SearchEntry, words } from '../site/search-terms.ts';
import { bucketOf, type HubIndex, type HubShard, type HubWords, tells } from './files.ts';

type Read = <T>(path: string) => Promise<T>;

/** So many files of schools are fetched for one query at most. */
const most = 4;

const kept = <T>(read: (name: string) => Promise<T>): ((name: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const loading = known.get(name) ?? read(name);
    known.set(name, loading);
    loading.catch(() => known.delete(name));
    return loading;
  };
};

/** A school of the country, or a region. Two regions may give two schools one id: here it begins with the region's. */
export interface FarEntry extends SearchEntry {
  /** Where the region's site stands. */
  region?: string;
  /** The school's id in its region; none where the region is meant. */
  school?: string;
}

/**
 * A search over all regions: the words typed lead to the files of words that begin alike, those to a few files of
 * schools. What is loaded does not grow with the number of regions.
 * @param read reads a JSON file below `search/`
 */
export async function countrySearch(read: Read, edition: string): Promise<LoadAndFind> {
  const { shards, regions, beginnings } = await read<HubIndex>(`${edition}/index`);
  const known = new Set(beginnings);
  const bucket = kept((name) => read<HubWords>(`${edition}/w/${name}`));
  const shard = kept((name) => read<HubShard>(`s/${name}`));
  const urls = new Map(regions.map(({ id, url }) => [id, url]));
  const regionsOf = (query: string): FarEntry[] => {
    const typed = words(query).filter((word) => word.length > 2);
    return regions
      .filter(({ name }) => words(name).some((own) => typed.some((word) => own.startsWith(word))))
      .slice(0, 5)
      .map(({ name, url }) => ({ id: '', n: name, m: '', region: url }));
  };
  const schoolsOf = async (query: string): Promise<Found | null> => {
    const typed = words(query).filter(tells);
    const lists = await Promise.all(
      [...new Set(typed.map(bucketOf))].filter((name) => known.has(name)).map(bucket),
    );
    const numbers = pointer({ words: lists.flat() })(query).slice(0, most);
    if (numbers.length === 0) return null;
    const files = await Promise.all(numbers.map((number) => shard(shards[number] ?? '')));
    const entries = files.flatMap(({ region, schools }) =>
      schools.map(
        (one): FarEntry => ({
          ...{ ...one, id: `${region}/${one.id}` },
          ...{ school: one.id, region: urls.get(region) ?? '' },
        }),
      ),
    );
    return schoolSearch(entries)(query);
  };
  return async (query) => {
    const [typed, ...others] = readings(query);
    let found = await schoolsOf(typed ?? '');
    for (const other of others) if (!found?.entries.length) found = (await schoolsOf(other)) ?? found;
    const near = readings(query).flatMap(regionsOf);
    if (near.length === 0) return found;
    return {
      entries: [...near, ...(found?.entries ?? [])],
      best: near.length > 1 ? null : (found?.best ?? null),
    };
  };
}

if (typeof document !== 'undefined')
  for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
    const { root = '/', index = '', edition = '', pages = '' } = form.dataset;
    const read: Read = async (path) => {
      const answer = await fetch(`${index}${path}.json`);
      if (!answer.ok) throw new Error(`invalid answer: ${answer.status}`);
      return answer.json();
    };
    startSearch(form, {
      load: () => countrySearch(read, edition),
      pageOf: ({ school, region = '' }: FarEntry) =>
        `${new URL(region, new URL(root, location.href)).href}${pages}${school === undefined ? '' : `schools/${encodeURIComponent(school)}/`}`,
    });
  }
