import { counted, list } from '../formats.ts';
import type { ReleaseMessages } from '../ru/releases.ts';

const figures = { one: 'figure', other: 'figures' };
const schools = { one: 'school', other: 'schools' };

/** Words about releases and what changed between them. */
export const releases: ReleaseMessages = {
  title: 'Releases and changes',
  lead: 'A release never changes: its figures can be cited. Here are all releases, newest first, and what each changed, with the reason.',
  rule: 'The reason is read from the manifests of the two releases: which source files changed, and under which methodology the figures were computed.',
  first: 'The first release: there is nothing to compare it with.',
  latest: 'latest',
  nothing: 'No figure changed.',
  years: (years) => `Years: ${list('en', years.map(String))}.`,
  newYears: (years) => `New years: ${list('en', years.map(String))}.`,
  method: (version) => `Methodology: ${version}.`,
  files: 'Files of the release',
  summary: 'What changed since the release before',
  total: (count, reason) => `${reason}: ${counted('en', count, figures)}`,
  newYearNote:
    'Figures of a new year are not listed here: every school that sat the works has them. The file has the full list.',
  full: 'All changes (CSV)',
  columns: { who: 'Whose', what: 'What', reason: 'Reason', count: 'Figures' },
  region: 'Region',
  areas: 'Region and municipalities',
  reasons: {
    'new-year': 'new year',
    correction: 'correction of data',
    method: 'change of method',
    others: 'data of other schools changed',
  },
  kinds: {
    results: 'results of works',
    identification: 'answer of the rule on low results',
    clusters: 'cluster',
    dynamics: 'dynamics',
    monitoring: 'indicator',
    entity: 'presence in the release',
  },
  older: (release) => `This is release ${release}. There is a newer one.`,
  changed: (count, reasons) => `The newer release changed ${counted('en', count, figures)} (${reasons}).`,
  unchanged: 'These figures are the same in the newer release.',
  removed: 'The newer release does not have this school.',
  newest: 'Open the newer release',
  what: 'What changed',
  gone: (release, last) =>
    `Release ${release} does not have this school or municipality. The last release with it: ${last}.`,
  nothingNow: (release, last) =>
    `Release ${release} has nothing to show in this chart. The last release with it: ${last}.`,
  goneSchools: 'Schools that are no longer there',
  nothingShown: (release) => `In release ${release} this chart has nothing to show.`,
  goneRecord: 'Its last data (JSON)',
  goneLink: 'Open its figures',
  many: (count) => counted('en', count, schools),
};
