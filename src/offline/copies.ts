/**
 * Several sites may stand on one origin, such as the regions of a country: each knows its copies by its root.
 * @param scope the root of the site, absolute
 */
export const ownPrefix = (scope: string): string => `dinamika ${new URL(scope).pathname} `;

/** The copies of what was visited in one edition of the site. */
export const editionCache = (scope: string, edition: string): string =>
  `${ownPrefix(scope)}edition ${edition}`;

/** The copies of a place that the reader asked to keep. */
export const savedCache = (scope: string, lang: string, id: string): string =>
  `${ownPrefix(scope)}saved ${lang} ${id}`;

/** Where a saved place says what it is. Written last: without it the saving did not come to its end. */
export const markAddress = (scope: string): string => `${scope}saved.json`;

/** What stands at `markAddress`. */
export interface Saved {
  name: string;
  address: string;
  edition: string;
  release: string;
  pages: number;
  bytes: number;
  /** ISO date. */
  day: string;
}

/** `edition.json` of a site. */
export interface Edition {
  edition: string;
  release: string;
  /** False when the site has withdrawn its service worker. */
  offline: boolean;
}

/**
 * Names of the caches in the order in which a copy is looked for: this edition, what was saved, earlier editions from
 * the newest.
 */
export function inOrder(names: readonly string[], scope: string, edition: string): string[] {
  const prefix = ownPrefix(scope);
  const own = names.filter((name) => name.startsWith(prefix));
  const current = editionCache(scope, edition);
  const isSaved = (name: string) => name.startsWith(`${prefix}saved `);
  return [
    ...own.filter((name) => name === current),
    ...own.filter(isSaved),
    ...own.filter((name) => name !== current && !isSaved(name)).toReversed(),
  ];
}

/** Copies that may go: editions but this one and the one before it, which an open page may still need. */
export const outdated = (names: readonly string[], scope: string, edition: string): string[] =>
  inOrder(names, scope, edition)
    .filter((name) => name.startsWith(`${ownPrefix(scope)}edition `))
    .filter((name) => name !== editionCache(scope, edition))
    .slice(1);

/** Names of the saved places. */
export const savedNames = (names: readonly string[], scope: string): string[] =>
  names.filter((name) => name.startsWith(`${ownPrefix(scope)}saved `) && !name.endsWith(' new'));
