import type { Interval } from '../../stats/wilson.ts';
import { counted, countText, day, list, percentRange } from '../formats.ts';
import type { HomePageMessages } from '../ru/home.ts';

const schools = { one: 'school', other: 'schools' };
const municipalities = { one: 'municipality', other: 'municipalities' };
const rows = { one: 'row', other: 'rows' };
const some = (count: Interval): string => (count.high === 0 ? 'none' : countText('en', count));
const procedures = { vpr: 'VPR', oge: 'OGE', ege: 'EGE' };

/** See the Russian file. */
export const homePage: HomePageMessages = {
  sentences: ({ counts, years, low, positive }) => [
    `The site has the results of ${counted('en', counts.schools, schools)} in ${counted('en', counts.municipalities, municipalities)} for ${years.first}–${years.last}.`,
    ...(low
      ? [
          `In ${low.year} ${countText('en', low.count)} of ${counted('en', low.of.high, schools)} with enough data had low results${low.share ? ` (${percentRange('en', low.share)})` : ''}: they have a right to help.`,
        ]
      : []),
    ...(positive
      ? [
          `Of ${counted('en', positive.of.high, schools)} that were on this list in ${positive.before}, ${some(positive.confirmed)} did better in the VPR in ${positive.subject.subject === 'russian' ? positive.subject.en : positive.subject.en.toLowerCase()} by ${positive.year} beyond chance, ${some(positive.formal)} by the plain numbers.`,
        ]
      : []),
  ],
  map: 'Where schools need help',
  legend: 'What the map shows',
  shapes: {
    '500+': 'star',
    '2': 'filled square',
    '1': 'open triangle',
    '3': 'open diamond',
    undetermined: 'open circle',
    'insufficient-data': 'small open circle',
    none: 'small grey dot',
  },
  legendLine: (shape, name, meaning, count) =>
    `${shape}: ${name}, ${meaning} (${counted('en', count, schools)})`,
  all: 'All clusters: schools and reasons',
  news: 'What is new in this release',
  newsLines: ({ day: iso, last, procedures: sat, previous, results }) => [
    `The data were obtained on ${day('en', iso)}. The last year is ${last}: ${list(
      'en',
      sat.map((name) => procedures[name]),
    )}.`,
    `The release has ${counted('en', results, rows)} of results. A published release never changes: corrections come with the next one.`,
    previous
      ? `The release before: ${previous}.`
      : 'This is the first release: there is nothing to compare it with.',
  ],
  feed: 'Feed of releases (Atom)',
  more: 'The dynamics of the region in detail',
};
