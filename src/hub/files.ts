import type { SearchEntry } from '../site/search-terms.ts';

/** One region in `regions.json`. Addresses are relative to the hub, or absolute where the region is elsewhere. */
export interface HubRegion {
  /** Name of the region's folder, and of its part of the lake. */
  id: string;
  name: string;
  url: string;
  release: string;
  manifest_sha256: string;
  title: { ru: string; en: string };
  publisher: string;
  licence: string;
  synthetic: boolean;
  years: number[];
  counts: { schools: number; municipalities: number; results: number };
}

/** `regions.json`: what the hub stands on, for machines. */
export interface HubRegions {
  edition: string;
  regions: HubRegion[];
}

/** One file of schools, named by its content: a region that did not change keeps its files. */
export interface HubShard {
  region: string;
  schools: SearchEntry[];
}

/** `search/<edition>/index.json` */
export interface HubIndex {
  /** Names of the files of schools; words point at them by number. */
  shards: string[];
  /** Beginnings that any word has: the files below `w/`. */
  beginnings: string[];
  regions: { id: string; name: string; url: string }[];
}

/** One file of words with the same beginning: in which files of schools each occurs. */
export type HubWords = [word: string, shards: number[]][];

/** A word of more files than this tells nothing of where a school is. */
export const commonest = 12;

/** Schools of one file at least. */
export const shardSize = 250;

/**
 * Words are kept in files by their first two letters, so that a reader loads those of the words typed and no others,
 * however many regions there are. The name stands in an address: letters become their code points.
 */
export const bucketOf = (word: string): string =>
  [...word.slice(0, 2)].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('-');

/** A word that points at a place; numbers of schools are everywhere. */
export const tells = (word: string): boolean => word.length > 1 && !/^\d{1,3}$/.test(word);
