import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Level } from '../contract/vocabulary.ts';

/**
 * Parts of pages made by another thread while pages are made. It goes ahead of them; they make a part themselves when
 * they have caught up, and it then begins anew further on, so that both have work to the end. Both make the same.
 */
export interface Whose {
  level: Level;
  id: string;
}

/** What is made ahead: the drawings of a page, and a note in a language. */
export type Part = 'drawings' | `note-${Language}`;

const fileOf = (inside: string, { level, id }: Whose, part: Part, ending: 'made' | 'taken'): string =>
  join(inside, `${level}-${encodeURIComponent(id)}-${part}.${ending}`);

/** A part that was made ahead; `null` where its page must make it, which the other thread then knows. */
export function madeAhead(of: Whose, part: Part): Buffer | null {
  const inside = process.env.DINAMIKA_AHEAD;
  if (!inside) return null;
  const file = fileOf(inside, of, part, 'made');
  if (existsSync(file)) return readFileSync(file);
  writeFileSync(fileOf(inside, of, part, 'taken'), '');
  return null;
}

/** True where the pages have come to a part that was not made ahead. */
export const isTaken = (inside: string, of: Whose, part: Part): boolean =>
  existsSync(fileOf(inside, of, part, 'taken'));

/** Leaves a part for its page, which sees all of it or nothing. */
export function leave(inside: string, of: Whose, part: Part, content: string | Buffer): void {
  const file = fileOf(inside, of, part, 'made');
  writeFileSync(`${file}.part`, content);
  renameSync(`${file}.part`, file);
}
