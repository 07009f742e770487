import { pagePolicy, readerPolicy, workerPolicy } from '../../contract/policy.ts';

/**
 * Kinds of address that a host must treat differently. `engine` is the engine's worker, `reader` the worker
 * that reads a reader's own file, `assets` are files named by
 * their content, `release` the immutable files of one release, `edition` the files of one build that pages read, `open`
 * what other origins read (data, embed.js), `embed` the charts that may stand on a foreign page.
 */
export type AddressKind = 'page' | 'embed' | 'engine' | 'reader' | 'assets' | 'release' | 'edition' | 'open';

const forever = 'public, max-age=31536000, immutable';
const checked = 'no-cache';

const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const anyOrigin: Record<string, string> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The headers of each kind of address. */
export const headersOf: Record<AddressKind, Record<string, string>> = {
  page: {
    ...common,
    'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'self'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': checked,
  },
  // Numbers and pictures of charts are read by pages elsewhere as those of releases are.
  embed: {
    ...common,
    ...anyOrigin,
    'Content-Security-Policy': `${pagePolicy}; frame-ancestors *`,
    'Cache-Control': checked,
  },
  engine: { ...common, 'Content-Security-Policy': workerPolicy, 'Cache-Control': forever },
  reader: { ...common, 'Content-Security-Policy': readerPolicy, 'Cache-Control': forever },
  // A sandboxed frame has no origin of its own and asks even for its fonts and scripts as a stranger.
  assets: { ...common, ...anyOrigin, 'Cache-Control': forever },
  release: { ...common, ...anyOrigin, 'Cache-Control': forever },
  edition: { ...common, 'Cache-Control': forever },
  open: { ...common, ...anyOrigin, 'Cache-Control': checked },
};

/**
 * Regular expressions for the part of an address behind the base path, without the leading slash; the first that
 * matches decides, an address that none matches is a page. Plain syntax that JavaScript, nginx and Caddy share.
 */
export const addressPatterns: readonly (readonly [AddressKind, string])[] = [
  ['engine', '^_astro/engine-worker\\.[A-Za-z0-9_-]+\\.js$'],
  ['reader', '^_astro/reader-worker-[A-Za-z0-9_-]+\\.js$'],
  ['assets', '^_astro/'],
  ['release', '^data/[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}/.*[^/]$'],
  ['edition', '^(search|explore/works|explore/tables)/.*[^/]$'],
  [
    'open',
    '^(data/.*\\.(csv|json|jsonld|geojson|parquet|zip|xlsx|docx|svg|png|xml|ics|sql|txt|cff)|embed\\.js)$',
  ],
  ['embed', '^(en/)?embed/'],
];

const compiled = addressPatterns.map(([kind, pattern]) => [kind, new RegExp(pattern)] as const);

/** Which kind of address a path behind the base is; `path` has no leading slash and no query. */
export const kindOf = (path: string): AddressKind =>
  compiled.find(([, pattern]) => pattern.test(path))?.[0] ?? 'page';

/** What is answered to a lost address of a page. */
export const lostPage = '404.html';
/** What is answered to a lost address of a chart: it may stand in a frame of another site, and the other may not. */
export const lostChart = 'embed/404.html';
/** Folders of charts below the base. */
export const embedFolders: readonly string[] = ['embed/', 'en/embed/'];

/** What a host answers to a lost address behind the base. */
export const lostAt = (path: string): string => (kindOf(path) === 'embed' ? lostChart : lostPage);
