import type { SchoolRow } from '../contract/public.ts';
import { municipalities } from './release.ts';

const nameOf = ({ short_name, name }: SchoolRow): string => short_name ?? name;

/** Schools under the first letter of their names, in the order they come. */
export function byLetter(schools: readonly SchoolRow[]): { letter: string; schools: SchoolRow[] }[] {
  const groups = new Map<string, SchoolRow[]>();
  for (const school of schools) {
    const letter = (/[\p{L}\d]/u.exec(nameOf(school))?.[0] ?? '').toUpperCase();
    const group = groups.get(letter);
    if (group) group.push(school);
    else groups.set(letter, [school]);
  }
  return [...groups].map(([letter, group]) => ({ letter, schools: group }));
}

let shared: Set<string> | undefined;

/** True where another school of the region is called the same, so that the name alone does not tell which. */
export function isNamesake(school: SchoolRow): boolean {
  if (!shared) {
    const names = municipalities().flatMap(({ schools }) => schools.map(nameOf));
    shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  }
  return shared.has(nameOf(school));
}
