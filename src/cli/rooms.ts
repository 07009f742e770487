import { contentHash } from './stages.ts';

const site = [
  ...['charts', 'cli', 'components', 'contract', 'embeds', 'explorer', 'i18n', 'indicators', 'ingest'],
  ...['layouts', 'offline', 'pages', 'publish', 'query', 'site', 'stats', 'styles'],
];

/** Everything but the release that decides what a built site says, by path. */
export const siteSources = [
  ...site.map((room) => `src/${room}`),
  ...['astro.config.ts', 'public/favicon.svg', 'public/robots.txt'],
  ...['package-lock.json', 'data/reference', 'data/methodology', 'data/roadmaps'],
];

/**
 * Name of a build of the site: the same release and the same program, built for the same address, have the same name on
 * every machine.
 * @returns 16 hexadecimal digits
 */
export const editionOf = (manifestSha256: string, built: readonly string[]): string =>
  contentHash(siteSources, [manifestSha256, ...built]).slice(0, 16);
