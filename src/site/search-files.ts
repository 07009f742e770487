import { life } from './life.ts';
import { municipalities } from './release.ts';
import { searchShards } from './search-shards.ts';
import type { SearchEntry } from './search-terms.ts';

/** The files of the search index by name: `index`, and the schools in `0`, `1` … */
export function searchFiles(): Record<string, unknown> {
  const places = municipalities().map(({ municipality, schools }) =>
    schools.map((school): SearchEntry => {
      const { closed } = life(school);
      return {
        id: school.school_id,
        n: school.name,
        ...(school.short_name ? { s: school.short_name } : {}),
        m: municipality.name,
        ...(closed ? { c: closed.slice(0, 4) } : {}),
      };
    }),
  );
  const { index, files } = searchShards(places);
  return { index, ...Object.fromEntries(files.map((entries, number) => [String(number), entries])) };
}
