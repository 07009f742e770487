import type { MunicipalityRow, SchoolRow } from '../contract/public.ts';
import { dataFolder, release } from './release.ts';
import { ReleaseFiles } from './release-history.ts';
import { releasesIn } from './releases.ts';
import { once } from './tables.ts';

/** Where a release had a school that the next one has elsewhere. */
export interface Move {
  release: string;
  from: MunicipalityRow;
}

const places = (files: ReleaseFiles) =>
  files.municipalities().flatMap((id) => {
    const file = files.municipality(id);
    return file ? file.schools.map(({ school_id }) => [school_id, file.municipality] as const) : [];
  });

/**
 * The schools that two releases have in different municipalities. A release has one municipality per school, so that a
 * move can be known from an older release alone; another name of the same municipality is no move.
 */
export function movesBetween(old: ReleaseFiles, next: ReleaseFiles): Map<string, Move> {
  const now = new Map(places(next));
  return new Map(
    places(old)
      .filter(([id, { municipality_id }]) => now.has(id) && now.get(id)?.municipality_id !== municipality_id)
      .map(([id, from]) => [id, { release: old.manifest.release, from }]),
  );
}

/** What a school was called in an earlier release. */
export interface FormerName {
  release: string;
  name: string;
}

const names = (files: ReleaseFiles) =>
  files
    .municipalities()
    .flatMap(
      (id) => files.municipality(id)?.schools.map((school) => [school.school_id, school.name] as const) ?? [],
    );

/** The schools that the later of two releases calls otherwise; spaces and the case of letters are no other name. */
export function renamesBetween(old: ReleaseFiles, next: ReleaseFiles): Map<string, FormerName> {
  const now = new Map(names(next));
  const plain = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();
  return new Map(
    names(old)
      .filter(([id, name]) => plain(now.get(id) ?? name) !== plain(name))
      .map(([id, name]) => [id, { release: old.manifest.release, name }]),
  );
}

/** The release before the one that is shown, and that one; nothing where there is none before. */
const pair = once((): readonly [ReleaseFiles, ReleaseFiles] | null => {
  const data = dataFolder();
  const all = releasesIn(data).map((one) => one.release);
  const before = all[all.indexOf(release()) + 1];
  return before ? [new ReleaseFiles(data, before), new ReleaseFiles(data, release())] : null;
});

const between = <T>(compare: (old: ReleaseFiles, next: ReleaseFiles) => Map<string, T>) =>
  once((): Map<string, T> => {
    const both = pair();
    return both ? compare(...both) : new Map();
  });

const moves = between(movesBetween);
const renames = between(renamesBetween);

/** The move of a school since the release before this one. */
export const moveOf = ({ school_id }: SchoolRow): Move | null => moves().get(school_id) ?? null;

/** What a school was called in the release before this one. */
export const formerNameOf = ({ school_id }: SchoolRow): FormerName | null => renames().get(school_id) ?? null;
