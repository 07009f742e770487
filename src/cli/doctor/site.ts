import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Edition } from '../../offline/copies.ts';
import { pageBudgets, sharedBudgets } from './budgets.ts';
import { type Finding, finding } from './check.ts';
import { type SiteAccount, walkSite } from './site-walk.ts';

/** KB, gzip, of a page that has no budget of its own: one that weighs more is slow on a phone. */
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
    checkWeight(site, account),
    checkOffline(site, built),
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

/** Pages and shared files against the budget of their kind; any other page against that of all. */
function checkWeight(site: string, { bytes }: SiteAccount): Finding {
  const kb = (size: number) => Math.ceil(size / 1024);
  const weighed = new Map([...bytes].map(([page, size]) => [page, { size: kb(size), most: pageBudget }]));
  for (const [pattern, most] of Object.entries({ ...pageBudgets, ...sharedBudgets }))
    for (const path of globSync(pattern, { cwd: site })) {
      const size = bytes.get(path) ?? gzipSync(readFileSync(join(site, path))).length;
      weighed.set(path, { size: kb(size), most });
    }
  const all = [...weighed].map(([path, { size, most }]) => ({ path, size, most }));
  const heavy = all.filter(({ size, most }) => size > most).sort((a, b) => b.size - a.size);
  const largest = all.reduce((most, { size }) => Math.max(most, size), 0);
  const places = heavy.map(({ path, size, most }) => `${path} ${size} > ${most} KB`);
  return heavy.length > 0
    ? finding('weight', 'warning', 'heavy', { heavy: heavy.length }, places)
    : finding('weight', 'ok', 'light', { largest, weighed: all.length });
}

/** The worker that keeps pages for reading without a network: it is of this edition, or withdrawn on purpose. */
function checkOffline(site: string, built: string): Finding {
  const [worker, edition] = [join(site, 'sw.js'), join(site, 'edition.json')];
  const lost = [worker, edition, join(site, 'manifest.webmanifest')].filter((file) => !existsSync(file));
  if (lost.length > 0) return finding('offline', 'failed', 'no-offline', {}, lost);
  const told = JSON.parse(readFileSync(edition, 'utf8')) as Edition;
  if (told.release !== built || (told.offline && !readFileSync(worker, 'utf8').includes(told.edition)))
    return finding('offline', 'failed', 'mixed-editions', { release: told.release, built }, [
      worker,
      edition,
    ]);
  return told.offline
    ? finding('offline', 'ok', 'offline', { edition: told.edition })
    : finding('offline', 'warning', 'withdrawn');
}
