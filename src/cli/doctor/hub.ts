import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubRegions } from '../../hub/files.ts';
import { type Finding, finding } from './check.ts';
import { walkSite } from './site-walk.ts';

/**
 * Checks the page of a country: its search is there, its links within lead somewhere. Regions are sites of their own.
 * @param base path below which it was made, with slashes at both ends
 */
export function checkHub(hub: string, base: string): Finding[] {
  const list = join(hub, 'regions.json');
  if (!existsSync(list)) return [finding('hub', 'skipped', 'no-hub', { folder: hub })];
  const { regions } = JSON.parse(readFileSync(list, 'utf8')) as HubRegions;
  const { references, broken, foreign, open, pages } = walkSite(hub, base);
  const inside = broken.filter((place) => !regions.some(({ id }) => place.includes(`/${id}/`)));
  const wrong = [...inside, ...foreign, ...open];
  return [
    wrong.length > 0
      ? finding('hub', 'failed', 'broken-hub', { broken: wrong.length, references }, wrong)
      : finding('hub', 'ok', 'hub', { regions: regions.length, pages, references }),
  ];
}
