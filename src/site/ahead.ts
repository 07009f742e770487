import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultRow } from '../contract/public.ts';

/**
 * Charts of schools drawn by another thread while pages are made. It goes ahead of the pages; these draw a school's own
 * charts when they have caught up, and it then begins anew further on, so that both have work to the end. Both draw the
 * same.
 */
export type SchoolDrawings = Readonly<Record<string, string>>;

/** Where the drawings lie; without it every page draws its own. */
const folder = (): string | undefined => process.env.DINAMIKA_AHEAD;

const fileOf = (inside: string, school: string, kind: 'json' | 'taken'): string =>
  join(inside, `${encodeURIComponent(school)}.${kind}`);

let recording: Map<string, string> | undefined;

/** The school whose page is being made; its two languages come one after the other. */
let current: { school: string; drawings: SchoolDrawings } | undefined;

function take(inside: string, school: string): SchoolDrawings {
  const file = fileOf(inside, school, 'json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SchoolDrawings;
  writeFileSync(fileOf(inside, school, 'taken'), '');
  return {};
}

/**
 * A drawing of a school, taken from what was drawn ahead or made now.
 * @param rows of whom it is; only of schools are drawings made ahead
 * @param name tells it from all others of the school, in both languages
 */
export function drawing(rows: readonly ResultRow[], name: string, make: () => string): string {
  const [row] = rows;
  if (recording) {
    const made = make();
    recording.set(name, made);
    return made;
  }
  const inside = folder();
  if (!inside || row?.level !== 'school') return make();
  if (current?.school !== row.entity_id)
    current = { school: row.entity_id, drawings: take(inside, row.entity_id) };
  return current.drawings[name] ?? make();
}

/** Everything that `work` draws, by name. */
export function recorded(work: () => void): SchoolDrawings {
  recording = new Map();
  try {
    work();
    return Object.fromEntries(recording);
  } finally {
    recording = undefined;
  }
}

/** True where the pages have come to a school that was not drawn ahead. */
export const isTaken = (inside: string, school: string): boolean =>
  existsSync(fileOf(inside, school, 'taken'));

/** Leaves the drawings of a school for its page; a page sees all of them or none. */
export function leave(inside: string, school: string, drawings: SchoolDrawings): void {
  const file = fileOf(inside, school, 'json');
  writeFileSync(`${file}.part`, JSON.stringify(drawings));
  renameSync(`${file}.part`, file);
}
