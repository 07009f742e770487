import { counted, list, percent } from '../formats.ts';
import type { ClusterMessages } from '../ru/clusters.ts';

const schools = { one: 'school', other: 'schools' };
const number = (value: number) => (value === 2 ? 'two' : String(value));

/** Words of the page of clusters and of a school's status. */
export const clusters = {
  title: 'Clusters of schools',
  lead: (year) =>
    `Which schools need help after ${year}, what help, and why. A cluster is a kind of support, not a verdict on the school.`,
  source: (source) => `Rule and measures of support: ${source}.`,
  noData: 'This release has no clusters: it was made before the site computed them.',
  names: {
    '500+': '“500+” project',
    '2': 'cluster 2',
    '1': 'cluster 1',
    '3': 'cluster 3',
    none: 'in no cluster',
    undetermined: 'cannot be told',
    'insufficient-data': 'not enough data',
  },
  meanings: {
    '500+': 'the school takes part in the project',
    '2': 'low results',
    '1': 'groups of failing pupils',
    '3': 'risk factors',
    none: 'no ground for support under this rule',
    undetermined: 'some counts are hidden and allow different answers',
    'insufficient-data': 'no work has enough participants',
  },
  measures: 'Measures of support',
  doneBy: 'What the order provides',
  noSchools: 'There are no such schools.',
  counts: 'Schools in each cluster',
  autumnYears: (years) =>
    `The VPR works of ${list('en', years)} were written in autumn, one class above the programme: these years cannot be compared with the others.`,
  cluster: 'Cluster',
  school: 'School',
  year: 'Year',
  byYears: 'Numbers of schools by year',
  schools: 'Schools',
  map: 'Map',
  mapLead:
    'The shade is the share of low-results schools (cluster 2) among the schools of the municipality with enough data. The signs are schools.',
  mapLabel: (year) =>
    `Map of municipalities: share of low-results schools in ${year}. The numbers are in the table below the map.`,
  tileLead: 'The release has no boundaries of municipalities, so each is shown as a square.',
  share: 'Share of low-results schools',
  shareRange: 'a range: cannot be told exactly',
  shareNone: 'no data',
  municipality: 'Municipality',
  lowOf: 'Low-results schools',
  ofSchools: 'Of schools with data',
  uncounted: 'Not enough data',
  mapTable: 'The map as a table',
  plane: 'Risk plane',
  planeNone:
    'There is no risk plane: no school has both an index of social well-being and a work with enough participants.',
  planeLead: (threshold) =>
    `Across: the index of social well-being. Up: the highest share below the threshold among the school’s works in Russian and mathematics. The line at ${threshold} is the limit of a low result in one work. A point above it does not yet make a low-results school: that takes two works, or two years in a row.`,
  planeLabel: (year, count) =>
    `Risk plane of ${year}: ${counted('en', count, schools)} by the index of social well-being and the share below the threshold. The numbers are in the table below the chart.`,
  planeX: 'index of social well-being',
  planeY: 'below the threshold',
  planeTable: 'The risk plane as a table',
  planeMissing: (count) =>
    `Not shown: ${counted('en', count, schools)}, for lack of a work with enough participants or of the index.`,
  limit: (share) => `limit of a low result: ${share}`,
  quartile: 'to the left: the region’s lowest quarter by the index',
  highestShare: 'Highest share',
  lists: 'Schools and reasons',
  listsLead: 'By municipality and in alphabetical order. The order does not depend on results.',
  robustness: (low, high, settings) =>
    low === high
      ? `The school would be on the list of low-results schools in ${low} of ${settings} variants of the rule.`
      : `The school would be on the list of low-results schools in ${low}–${high} of ${settings} variants of the rule.`,
  robustnessNote: (settings) =>
    `“In 14 of ${settings} variants of the rule” means: the threshold, the kind of work and the smallest number of participants were varied a little, and the school would stay on the list in 14 cases of ${settings}. The more variants, the firmer the conclusion.`,
  schoolCount: (count) => counted('en', count, schools),
  statusTitle: 'Status and reasons',
  status: (year) => ({
    '500+': `In ${year} the school takes part in the “500+” project.`,
    '2': `After ${year} the school is in cluster 2: low results.`,
    '1': `After ${year} the school is in cluster 1: groups of failing pupils.`,
    '3': `After ${year} the school is in cluster 3: risk factors.`,
    none: `After ${year} the school is in no cluster: there is no ground for support under this rule.`,
    undetermined: `The cluster after ${year} cannot be named exactly: some counts are hidden so that nobody can tell one pupil’s mark from them.`,
    'insufficient-data': `Nothing can be said of the cluster after ${year}: there are not enough data. This does not mean that there are no low results.`,
  }),
  notEnough: (minimum) => `No work in Russian or mathematics had ${minimum} participants or more.`,
  because: 'Reasons',
  alsoPresent: 'Also',
  programme: (programme) => `the school takes part in the “${programme}” project`,
  twoProcedures: (threshold, works) =>
    `at least ${percent('en', threshold)} of participants were below the threshold in at least ${number(works)} works of one year`,
  twoYears: (threshold, years) =>
    `at least ${percent('en', threshold)} of participants were below the threshold in the same work ${number(years)} years in a row`,
  pooled: (threshold) => `at least ${percent('en', threshold)} of all participants were below the threshold`,
  failingGroup: (threshold) =>
    `there are works in which ${percent('en', threshold)} of participants or more were below the threshold`,
  deficit: (kinds) => {
    if (kinds.length === 0) return 'a deficit of resources remains';
    return `${kinds.length === 1 ? 'a deficit of resources remains' : 'deficits of resources remain'}: ${list('en', kinds)}`;
  },
  deficitKinds: { staff: 'staff', material: 'material', financial: 'financial', other: 'other' },
  lowWellbeing: (value) =>
    `the index of social well-being${value ? ` (${value})` : ''} is in the region’s lowest quarter`,
  noPrevention: 'no prevention of risks is organised',
  possible: {
    'low-results': 'low results are possible: the hidden counts do not rule them out',
    'failing-group': 'groups of failing pupils are possible: the hidden counts do not rule them out',
    'low-wellbeing':
      'the school may be in the region’s lowest quarter by the index of social well-being: the hidden counts do not rule it out',
  },
  unit: (where, counts) => `${where}: ${list('en', counts)}`,
  unitCount: (below, participants, year) => `${below}\u00a0of\u00a0${participants} in ${year}`,
  allSubjects: 'all subjects',
  breaks: (years, parts) =>
    `The rule of ${years === 2 ? 'two' : years} years in a row could not be checked for every year: the run is broken. ${parts.join('. ')}.`,
  breakParts: {
    'break-in-series': (procedure, years) =>
      `${procedure}, ${list('en', years.map(String))}: the work before was held under other conditions and cannot be compared`,
    'not-held': (procedure, years) =>
      `${procedure}, ${list('en', years.map(String))}: the procedure was not held the year before`,
    'no-data': (procedure, years) =>
      `${procedure}, ${list('en', years.map(String))}: the release has no earlier data`,
  },
  settings: (low, high, settings) =>
    low === high
      ? `Robustness: under other plausible settings of the rule the school would be on the list of low-results schools in ${low} of ${settings} variants.`
      : `Robustness: under other plausible settings of the rule the school would be on the list of low-results schools in ${low}–${high} of ${settings} variants; it cannot be told more exactly because some counts are hidden.`,
} satisfies ClusterMessages;
