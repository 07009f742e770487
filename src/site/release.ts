import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Latest, Manifest, MunicipalityFile, RegionFile, SchoolFile } from '../contract/public.ts';

/** Folder of the published data that the pages are made from. */
const folder = resolve(process.env.DINAMIKA_DATA ?? 'public/data');
/** Region and municipalities are read for many pages, and kept. */
const kept = new Map<string, unknown>();

function read<T>(path: string, keep: boolean): T {
  const known = kept.get(path);
  if (known) return known as T;
  const value = JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  if (keep) kept.set(path, value);
  return value;
}

/** What latest.json says; a page tells it to its scripts, so that they never read another release than the page shows. */
export const latest = (): Latest => read<Latest>('latest.json', true);

/** The name of the release that latest.json points at. */
export const latestRelease = (): string => latest().release;

/** The release that is shown: the latest, unless the process was started to draw an older one. */
export const release = (): string => process.env.DINAMIKA_RELEASE || latestRelease();

/** The folder of releases. */
export const dataFolder = (): string => folder;

/** The text of one file of the release. */
export const releaseText = (path: string): string => readFileSync(join(folder, release(), path), 'utf8');

/** The release's manifest. */
export const manifest = (): Manifest => read<Manifest>(`${release()}/manifest.json`, true);

/** True where the release has a file; older releases lack some tables. */
export const hasFile = (path: string): boolean => manifest().files.some((file) => file.path === path);

/** The region with its municipalities and results. */
export const region = (): RegionFile => read<RegionFile>(`${release()}/region.json`, true);

/** A municipality with its schools and results. */
export const municipality = (id: string): MunicipalityFile =>
  read<MunicipalityFile>(`${release()}/municipalities/${id}.json`, true);

/** All municipalities, alphabetical. */
export const municipalities = (): MunicipalityFile[] =>
  region().municipalities.map(({ municipality_id }) => municipality(municipality_id));

/** So many schools are kept: the one that a page is about, and those beside it. */
const keptSchools = 64;
const schools = new Map<string, SchoolFile>();

/** A school and its results. */
export function school(id: string): SchoolFile {
  const known = schools.get(id);
  const file = known ?? read<SchoolFile>(`${release()}/schools/${id}.json`, false);
  // The one that was asked for last stands last; the first is let go.
  schools.delete(id);
  schools.set(id, file);
  for (const first of schools.keys()) {
    if (schools.size <= keptSchools) break;
    schools.delete(first);
  }
  return file;
}
