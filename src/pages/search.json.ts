import { municipalities } from '../site/release.ts';
import type { SearchEntry } from '../site/search-terms.ts';

/** All schools, for the search box. */
export function GET(): Response {
  const entries: SearchEntry[] = municipalities().flatMap(({ municipality, schools }) =>
    schools.map(({ school_id, name, short_name }) => ({
      id: school_id,
      n: name,
      ...(short_name ? { s: short_name } : {}),
      m: municipality.name,
    })),
  );
  return Response.json(entries);
}
