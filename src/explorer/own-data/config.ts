import type { SubjectRow } from '../../contract/reference.ts';
import type { Language } from '../../contract/vocabulary.ts';
import type { OwnDataMessages } from '../../i18n/pages-own-data.ts';

/** `[procedure's subject, grade, year, mark 3, mark 4, mark 5, maximum]` of VPR. */
export type ScaleLine = readonly [string, number, number, number, number, number, number];

/**
 * Published marks of one work: place in `places` (−1: the region), year, subject, grade, and pupils with marks 2 to 5;
 * `null` where the release withholds them.
 */
export type BackgroundLine = readonly [
  number,
  number,
  string,
  number,
  number | null,
  number | null,
  number | null,
  number | null,
];

/** `background.json`: loaded before a file can be chosen. */
export interface Background {
  release: string;
  region: string;
  /** Municipalities, alphabetical. */
  places: [id: string, name: string][];
  /** Place of each school, by id. */
  schools: Record<string, number>;
  lines: BackgroundLine[];
}

/** What the page tells its script, in `<script type="application/json" id="own-config">`. */
export interface OwnDataConfig {
  lang: Language;
  messages: OwnDataMessages;
  subjects: SubjectRow[];
  scales: ScaleLine[];
  /** Address of the background. */
  background: string;
}

/** @throws Error naming the part that the page lacks */
export function partOf<E extends HTMLElement>(document: Document, name: string): E {
  const element = document.getElementById(`own-${name}`);
  if (!element) throw new Error(`missing element: own-${name}`);
  return element as E;
}
