import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Latest, Manifest } from '../contract/public.ts';

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The manifests below a data folder that a site of the latest release shows: the same set under the same preset. */
function manifestsOf(folder: string, latest: Manifest): Manifest[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'manifest.json')))
    .map(({ name }) => readJson<Manifest>(join(folder, name, 'manifest.json')))
    .filter(({ dataset, preset }) => dataset.id === latest.dataset.id && preset === latest.preset);
}

/** The releases of a data folder, the latest first: each before the one it followed, strays after them by name. */
export function releasesIn(folder: string): Manifest[] {
  const { release } = readJson<Latest>(join(folder, 'latest.json'));
  const latest = readJson<Manifest>(join(folder, release, 'manifest.json'));
  const known = new Map(manifestsOf(folder, latest).map((manifest) => [manifest.release, manifest]));
  const chain: Manifest[] = [];
  for (let at = known.get(release); at; at = known.get(at.previous_release ?? '')) {
    chain.push(at);
    known.delete(at.release);
  }
  return [...chain, ...[...known.values()].sort((a, b) => (a.release < b.release ? 1 : -1))];
}
