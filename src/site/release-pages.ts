import type { Manifest } from '../contract/public.ts';
import { type Revision, type RevisionReason, revisionReasons } from '../contract/revision.ts';
import type { Language } from '../contract/vocabulary.ts';
import { releaseMessages } from '../i18n/pages-releases.ts';
import { dataFolder } from './release.ts';
import { Comparison } from './release-history.ts';
import { releasesIn } from './releases.ts';
import { once } from './tables.ts';

/** The releases of the site, the latest first. */
export const siteReleases = once((): Manifest[] => releasesIn(dataFolder()));

const found = new Map<string, Revision[]>();

/** All that a release changed since the one before it on the list; empty for the first. */
export function changesOf(release: string): Revision[] {
  const known = found.get(release);
  if (known) return known;
  const all = siteReleases();
  const before = all[all.findIndex((one) => one.release === release) + 1];
  const changes = before ? [...new Comparison(dataFolder(), before.release, release).all()] : [];
  found.set(release, changes);
  return changes;
}

/** How many figures changed for each reason, in the order of the reasons. */
export const byReason = (changes: readonly Revision[]): [reason: RevisionReason, count: number][] =>
  revisionReasons
    .map((reason): [RevisionReason, number] => [
      reason,
      changes.filter((change) => change.reason === reason).length,
    ])
    .filter(([, count]) => count > 0);

/** The figures of one entity and indicator that changed for one reason. */
export interface ChangeLine {
  entity_id: string;
  kind: Revision['kind'];
  indicator_id: string;
  reason: RevisionReason;
  count: number;
}

/** Lines for a list: new years are left out, figures of one indicator and reason counted together. */
export function changeLines(changes: readonly Revision[]): ChangeLine[] {
  const told = changes.filter(({ reason }) => reason !== 'new-year');
  const groups = Map.groupBy(told, ({ entity_id, kind, indicator_id, reason }) =>
    [entity_id, kind, indicator_id, reason].join('|'),
  );
  return [...groups.values()].flatMap(([one, ...others]) => {
    if (!one) return [];
    const { entity_id, kind, indicator_id, reason } = one;
    return [{ entity_id, kind, indicator_id, reason, count: others.length + 1 }];
  });
}

/** The years that a release adds to the one before it. */
export function newYears({ release, years }: Manifest): number[] {
  const all = siteReleases();
  const before = all[all.findIndex((one) => one.release === release) + 1];
  return before ? years.filter((year) => !before.years.includes(year)) : [];
}

/** Reasons in words: `исправление данных, новый год`. */
export const reasonWords = (changes: readonly Revision[], lang: Language): string =>
  byReason(changes)
    .map(([reason, count]) => `${releaseMessages(lang).reasons[reason]}: ${count}`)
    .join(', ');
