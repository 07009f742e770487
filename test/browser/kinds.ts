/** The school whose page has most to show. */
export const school = 'sch981003';

/** Every kind of page below its language; of a school one with everything, one with hidden values, one that is closed. */
export const kinds: readonly string[] = [
  '',
  'schools/',
  `schools/${school}/`,
  'schools/sch981555/',
  'schools/sch981736/',
  'municipalities/',
  'municipalities/09701000/',
  'municipalities/09502000/',
  'dynamics/',
  'clusters/',
  'indicators/',
  'indicators/low-results-share/',
  'roadmaps/',
  'roadmaps/primorye-2021/',
  'support/',
  'support/09701000/',
  'analysis/',
  'analysis/09701000/',
  'explore/',
  'explore/sql/',
  'explore/what-if/',
  'explore/compare/',
  'explore/own-data/',
  'explore/note/',
  'data/',
  'data/api/',
  'data/releases/',
  'quality/',
  'methodology/',
  'how/',
  'glossary/',
  'accessibility/',
  'privacy/',
  'offline/',
  'embed/',
];

/** What stands in somebody else's page, and what an unknown address gets. */
export const frames: readonly string[] = [`embed/dynamics/${school}/`, 'embed/404.html'];
export const lost = '404.html';

/** So many tests share a list, so that several workers have some of it each. */
export const shares = [0, 1, 2] as const;
export const shareOf = <T>(list: readonly T[], share: number): T[] =>
  list.filter((_, at) => at % shares.length === share);
