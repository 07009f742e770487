import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, finding } from './check.ts';
import { type SiteAccount, walkSite } from './site-walk.ts';

/** KB, gzip: a page that weighs more is slow on a phone. */
const pageBudget = 60;

/**
 * Checks a built site: that it is of the latest release, its links, its policy, its weight.
 * @param base path below which it was built, with slashes at both ends
 */
export function checkSite(site: string, base: string, release: string | undefined): Finding[] {
  const marker = join(site, 'dinamika-site.json');
  if (!existsSync(marker)) return [finding('site', 'skipped', 'no-site', { folder: site })];
  const { release: built } = JSON.parse(readFileSync(marker, 'utf8')) as { release: string };
  const account = walkSite(site, base);
  const facts = { built, pages: account.pages };
  return [
    release !== undefined && built !== release
      ? finding('site', 'warning', 'old-site', { ...facts, release })
      : finding('site', 'ok', 'site', facts),
    ...checkLinks(account),
    account.open.length > 0
      ? finding('policy', 'failed', 'no-policy', { pages: account.open.length }, account.open)
      : finding('policy', 'ok', 'policy', facts),
    checkWeight(account),
  ];
}

function checkLinks({ references, broken, foreign }: SiteAccount): Finding[] {
  return [
    broken.length > 0
      ? finding('links', 'failed', 'broken-links', { references, broken: broken.length }, broken)
      : finding('links', 'ok', 'links', { references }),
    foreign.length > 0
      ? finding('origins', 'failed', 'foreign', { foreign: foreign.length }, foreign)
      : finding('origins', 'ok', 'own-origin'),
  ];
}

function checkWeight({ bytes }: SiteAccount): Finding {
  const sizes = [...bytes].map(([page, size]) => ({ page, kb: Math.ceil(size / 1000) }));
  const heavy = sizes.filter(({ kb }) => kb > pageBudget).sort((a, b) => b.kb - a.kb);
  const largest = sizes.reduce((most, { kb }) => Math.max(most, kb), 0);
  const places = heavy.map(({ page, kb }) => `${page} ${kb} KB`);
  return heavy.length > 0
    ? finding('weight', 'warning', 'heavy', { budget: pageBudget, heavy: heavy.length }, places)
    : finding('weight', 'ok', 'light', { budget: pageBudget, largest });
}
