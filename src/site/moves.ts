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

const moves = once((): Map<string, Move> => {
  const data = dataFolder();
  const all = releasesIn(data).map((one) => one.release);
  const before = all[all.indexOf(release()) + 1];
  return before
    ? movesBetween(new ReleaseFiles(data, before), new ReleaseFiles(data, release()))
    : new Map<string, Move>();
});

/** The move of a school since the release before this one. */
export const moveOf = ({ school_id }: SchoolRow): Move | null => moves().get(school_id) ?? null;
