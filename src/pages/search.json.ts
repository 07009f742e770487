import { life } from '../site/life.ts';
import { municipalities } from '../site/release.ts';
import type { SearchEntry } from '../site/search-terms.ts';

/** All schools, for the search box. */
export function GET(): Response {
  const entries: SearchEntry[] = municipalities().flatMap(({ municipality, schools }) =>
    schools.map((school) => ({
      id: school.school_id,
      n: school.name,
      ...(school.short_name ? { s: school.short_name } : {}),
      m: municipality.name,
      ...(life(school).closed ? { c: life(school).closed?.slice(0, 4) } : {}),
    })),
  );
  return Response.json(entries);
}
