import { bucketOf, commonest, type HubIndex, type HubRegion, type HubWords } from './files.ts';
import { sha256 } from './hash.ts';

/** What the index needs of a region: not its schools. */
export interface IndexedRegion {
  region: HubRegion;
  /** Names of its files of schools. */
  shards: string[];
  words: [word: string, shards: number[]][];
}

/** Files of the search index by name, without their ending. */
export function indexFiles(parts: readonly IndexedRegion[]): {
  index: HubIndex;
  buckets: Map<string, HubWords>;
} {
  const shards: string[] = [];
  const where = new Map<string, number[]>();
  for (const part of parts) {
    const first = shards.length;
    shards.push(...part.shards);
    for (const [word, numbers] of part.words) {
      const known = where.get(word) ?? [];
      // One more than may be kept tells as well as all of them that there are too many.
      if (known.length <= commonest) known.push(...numbers.map((number) => first + number));
      where.set(word, known);
    }
  }
  const buckets = new Map<string, HubWords>();
  for (const word of [...where.keys()].sort()) {
    const numbers = where.get(word) ?? [];
    if (numbers.length > commonest) continue;
    const bucket = bucketOf(word);
    const own = buckets.get(bucket) ?? [];
    own.push([word, numbers]);
    buckets.set(bucket, own);
  }
  const regions = parts.map(({ region: { id, name, url } }) => ({ id, name, url }));
  return { index: { shards, beginnings: [...buckets.keys()], regions }, buckets };
}

/** Name of a hub built from these regions by this program: sixteen hexadecimal digits. */
export const hubEdition = (parts: readonly IndexedRegion[], program: string): string =>
  sha256(JSON.stringify([program, parts.map(({ region, shards }) => [region, shards])])).slice(0, 16);
