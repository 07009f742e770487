import { counted, day } from '../formats.ts';
import type { Messages } from '../ru.ts';

const forms = {
  schools: { one: 'school', other: 'schools' },
  municipalities: { one: 'municipality', other: 'municipalities' },
  found: { one: 'school found', other: 'schools found' },
  rows: { one: 'row', other: 'rows' },
};

/** Words of the frame around every page. */
export const site = {
  name: 'Dinamika',
  tagline: 'VPR, OGE and EGE results of a region’s schools over the years',
  language: 'English',
  skip: 'Skip to content',
  sitemap: 'All sections',
  mainNavigation: 'Sections of the site',
  otherLanguage: 'По-русски',
  nav: {
    schools: 'Schools',
    municipalities: 'Municipalities',
    dynamics: 'Dynamics',
    clusters: 'Clusters',
    indicators: 'Indicators',
    support: 'Support',
    roadmaps: 'Road maps',
    explore: 'Explore',
    data: 'Data',
    methodology: 'Methods',
  },
  noticeLabel: 'About these data',
  synthetic: 'The data are invented: this is a demonstration region, these schools do not exist.',
  internal: 'For official use. Do not publish: numbers are shown without protection.',
  footer: {
    privacy: 'What is hidden and why',
    release: (release) => `Release ${release}`,
    source: (publisher, licence) => `Source: ${publisher}. Licence: ${licence}.`,
    accessed: (iso) => `Data accessed on ${day('en', iso)}.`,
    noRanking: 'This site does not rank schools.',
  },
  crumbs: 'Path to this page',
  home: 'Home',
  schoolCount: (n) => counted('en', n, forms.schools),
  municipalityCount: (n) => counted('en', n, forms.municipalities),
  notFound: {
    title: 'Page not found',
    text: 'There is no such page. The school may have another address now, or the link has a mistake.',
    schools: 'Find the school in the list',
  },
} satisfies Messages['site'];

/** Words of the search box. */
export const search = {
  label: 'Find a school',
  hint: 'Name, number or place, in Russian',
  submit: 'All schools',
  results: 'Schools found',
  found: (n) => counted('en', n, forms.found),
  none: 'Nothing found. Try the number of the school or a part of its name.',
  failed: 'The search did not load. Open the list of all schools.',
  choose: 'Several schools were found. Choose one with the arrow keys and press Enter.',
  closed: 'closed in {year}',
  place: 'There are many such schools. Add a town, village or district.',
  withoutScript: 'Without JavaScript the search does not work: the button opens the list of all schools.',
  withoutScriptHere:
    'Without JavaScript the search by name does not work. The schools stand below by municipality and in alphabetical order; the browser itself can find a word on the page (Ctrl + F).',
} satisfies Messages['search'];

/** Words of the home page. */
export const home = {
  title: (region) => region,
  lead: 'How the schools of the region do in VPR, OGE and EGE, and what changes from year to year.',
  summary: 'The region in brief',
  scope: (schools, municipalities, first, last) =>
    `Results of ${first}–${last} are published: ${counted('en', schools, forms.schools)} in ${counted('en', municipalities, forms.municipalities)}.`,
  municipalities: 'Municipalities',
  allSchools: 'All schools in alphabetical order',
  dynamics: 'Dynamics of the region',
  release: 'What this release is',
  releaseText: (title, results) =>
    `“${title}”. The release has ${counted('en', results, forms.rows)} of results. A published release never changes: corrections come as a new release.`,
  downloads: 'Download the data of this release',
  how: 'How it is computed and what is hidden',
} satisfies Messages['home'];
