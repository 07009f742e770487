import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pagePolicy } from '../../contract/policy.ts';
import { filesBelow } from '../../publish/files.ts';

/** A reference from a page to something else. */
export interface Reference {
  target: string;
  /** The page loads it by itself (picture, script, style) rather than when a reader follows it. */
  loaded: boolean;
}

const tag = /<(a|link|script|img|iframe|source|object|form|use)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const address = /\s(?:href|src|data|action)=(?:"([^"]*)"|'([^']*)')/g;
const followed = new Set(['a', 'form']);
const passive = /\srel="(?:canonical|alternate|license|author|next|prev|me)\b/;
const plain = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

/** Every address that a page names, as written. */
export const referencesOf = (html: string): Reference[] =>
  [...html.matchAll(tag)].flatMap(([, name = '', attributes = '']) =>
    [...attributes.matchAll(address)].map((match) => ({
      target: plain(match[1] ?? match[2] ?? ''),
      loaded: !followed.has(name) && !passive.test(attributes),
    })),
  );

const idsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => plain(id)));

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** The file that an address within the site leads to, or undefined when there is none. */
function fileOf(target: string, page: string, base: string, files: Set<string>): string | undefined {
  const [path = ''] = target.split(/[?#]/);
  if (path === '') return page;
  if (path.startsWith('/') && !path.startsWith(base)) return undefined;
  const inside = path.startsWith('/') ? path.slice(base.length) : posix.join(posix.dirname(page), path);
  const name = decodeURIComponent(inside);
  return [name, posix.join(name, 'index.html')].find((file) => files.has(file));
}

/** What a walk over every page of a built site found. */
export interface SiteAccount {
  pages: number;
  references: number;
  /** `page → target` of addresses without a file, or without the named place in it. */
  broken: string[];
  /** `page → target` of what a page would load from another origin. */
  foreign: string[];
  /** Pages without the strict policy. */
  open: string[];
  /** Bytes of every page, gzip. */
  bytes: Map<string, number>;
}

const hasPolicy = (html: string): boolean => html.replaceAll('&#39;', "'").includes(pagePolicy);

/**
 * Reads every page of a site, one at a time, and follows every address in it, places within pages included. Addresses
 * of other sites are not asked.
 */
export function walkSite(site: string, base: string): SiteAccount {
  const files = new Set(filesBelow(site));
  const read = (file: string) => readFileSync(join(site, file), 'utf8');
  const ids = new Map<string, Set<string>>();
  const hasPlace = (file: string, place: string): boolean => {
    if (!file.endsWith('.html')) return true;
    const known = ids.get(file) ?? idsOf(read(file));
    ids.set(file, known);
    return known.has(decodeURIComponent(place));
  };
  const account: SiteAccount = {
    pages: 0,
    references: 0,
    broken: [],
    foreign: [],
    open: [],
    bytes: new Map(),
  };
  const follow = (page: string, { target, loaded }: Reference): void => {
    account.references++;
    if (scheme.test(target) || target.startsWith('//')) {
      if (loaded && !/^(data|blob):/.test(target)) account.foreign.push(`${page} → ${target}`);
      return;
    }
    const file = fileOf(target, page, base, files);
    const place = target.split('#')[1];
    if (file === undefined || (place && !hasPlace(file, place))) account.broken.push(`${page} → ${target}`);
  };
  for (const page of [...files].filter((file) => file.endsWith('.html'))) {
    const html = read(page);
    account.pages++;
    account.bytes.set(page, gzipSync(html).length);
    if (!hasPolicy(html)) account.open.push(page);
    for (const reference of referencesOf(html)) follow(page, reference);
  }
  return account;
}
