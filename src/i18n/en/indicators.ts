import { counted, list } from '../formats.ts';
import type { IndicatorMessages } from '../ru/indicators.ts';

const schools = { one: 'school', other: 'schools' };
const rows = { one: 'value', other: 'values' };

/** Words of the pages of indicators. */
export const indicators = {
  title: 'Indicators',
  lead: 'The indicators of the order on low-results schools: the region’s value, the definition, the source, and the very query that computes it.',
  groups: {
    results: 'Basic quantities',
    identification: 'Finding low-results schools',
    risk: 'Schools at risk',
    'prevention-needed': 'Who needs prevention of failure',
    dynamics: 'Dynamics',
    deficits: 'Deficits of resources',
    'risk-results': 'Results of schools at risk',
    prevention: 'Prevention of failure',
    objectivity: 'Objectivity of results',
  },
  now: (year) => `region, ${year}`,
  noValue: 'no value',
  more: (count) => `and ${count} more`,
  byYears: 'By year',
  years: (years) => `by year: ${years}`,
  trendNote: 'The small chart shows the values by year; the bar at the right is the last year.',
  definition: 'What it is',
  formula: 'How it is computed',
  numerator: 'Numerator',
  denominator: 'Denominator',
  direction: 'Which way is better',
  directions: {
    'higher-better': 'the more, the better',
    'lower-better': 'the less, the better',
    neither: 'more or less means nothing by itself',
  },
  source: 'Source',
  section: 'Section',
  levels: 'Computed for',
  levelNames: { school: 'school', municipality: 'municipality', region: 'region' },
  facts: 'About this indicator',
  breaks: (years) =>
    `No line joins the bars: the VPR works of ${list('en', years)} were written in autumn and cannot be compared with the others.`,
  score: 'mean score',
  share: 'share',
  columns: {
    what: 'About',
    year: 'Year',
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    uncounted: 'Not counted',
    municipality: 'Municipality',
  },
  whole: 'all together',
  atRisk: 'schools at risk',
  formal: 'formal',
  confirmed: 'confirmed',
  municipalities: (year) => `By municipality, ${year}`,
  municipalitiesLead: 'In alphabetical order. The order does not depend on the values.',
  notForMunicipalities: 'The release does not have this indicator by municipality.',
  hidden: 'How much is hidden, and why',
  hiddenNone: 'Nothing of this indicator is hidden in the last year.',
  hiddenRows: (count, reason) => `${counted('en', count, rows)}: ${reason}`,
  uncountedSchools: (count, year) =>
    `Not counted in ${year}: ${counted('en', count, schools)}, for lack of data.`,
  reasons: {
    suppressed: 'withheld by the source',
    'few-participants': 'too few participants: the value could tell one pupil’s result',
    'not-held': 'not held',
    'not-applicable': 'the indicator does not apply',
    'no-data': 'no data',
    'break-in-series': 'the years cannot be compared',
    'few-failing': 'the count is small and shown as a range',
    'coded-tail': 'almost all have the same result: the count is shown as a range',
    rounded: 'the count is rounded',
  },
  hiddenIn: (year) => `Schools and municipalities, ${year}:`,
  sql: 'The query that computes it',
  sqlLead:
    'This is the very SQL text that the numbers of the release were computed with. The tables it reads are on the page “Data”; the tables parameter… hold the values of the methodology.',
  sqlDownload: 'Download the query',
  dataPage: 'Tables for the query',
  noRows: 'This release has no values of the indicator: no data for it were received.',
  basicsNote:
    'The grades of a subject are added together. By grade: on the pages of schools and municipalities, and under “Explore”.',
  chartLabel: (name, values) => `${name}. ${values}`,
} satisfies IndicatorMessages;
