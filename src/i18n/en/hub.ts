import { counted } from '../formats.ts';
import type { hub as russian } from '../ru/hub.ts';

const forms = {
  regions: { one: 'region', other: 'regions' },
  schools: { one: 'school', other: 'schools' },
};

/** The page over several regions. */
export const hub: typeof russian = {
  title: 'School results by region',
  lead: 'Each region publishes the results of its own schools. Here a school of any of them can be found.',
  label: 'Find a school',
  hint: 'Name or number of the school, and the place. You may begin with the region.',
  submit: 'Find',
  results: 'Schools and regions found',
  none: 'Nothing was found. Try to name the place.',
  failed: 'The search did not load. Reload the page.',
  choose: 'Several were found: choose with the arrow keys.',
  place: 'There are too many such schools. Add the place: a town or district.',
  closed: 'closed in {year}',
  regions: (count) => counted('en', count, forms.regions),
  schools: (count) => counted('en', count, forms.schools),
  years: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
  release: (day) => `release of ${day}`,
  synthetic: 'invented data',
  explorer: 'explore',
  noRanking:
    'Regions stand in alphabetical order. The site compares no region with another and makes no rankings.',
  machines: 'For programs',
  list: 'List of regions and releases (JSON)',
  catalogue: 'Data catalogue (DCAT, JSON-LD)',
  withoutScript: 'Without JavaScript there is no search over all regions: choose a region from the list.',
  other: 'По-русски',
};
