export { extractSources, extractTexts } from '../explorer/extracts.ts';
export { firstExtracts, unpack } from '../explorer/unpack.ts';

/** Where a site has the tables of its explorer, from its root. */
export const extractsPath = (edition: string): string => `explore/tables/${edition}/`;

/** The list of the tables that a build has taken out of the release, in their folder; it is not part of the site. */
export const extractsList = 'files.json';
