import { dayInText } from '../formats.ts';
import type { Messages } from '../ru.ts';

/** Words of the pages that show results: schools, municipalities, the region. */
export const results = {
  procedures: { vpr: 'VPR', oge: 'OGE', ege: 'EGE' },
  proceduresLong: {
    vpr: 'All-Russian check works',
    oge: 'Basic state examination, grade 9',
    ege: 'Unified state examination, grade 11',
  },
  sessions: { spring: 'spring', autumn: 'autumn', main: 'main session' },
  types: {
    primary: 'primary school',
    basic: 'basic school (grades 1–9)',
    secondary: 'secondary school (grades 1–11)',
    lyceum: 'lyceum',
    gymnasium: 'gymnasium',
    other: 'educational organisation',
  },
  localities: { urban: 'town', rural: 'countryside' },
  smallSchool: 'small school with combined classes',
  summary: 'In brief',
  chanceNote:
    'In small groups the share changes from year to year for no visible reason: two or three pupils move it by several percent. A difference from the year before does not by itself say that teaching has changed.',
  nothingShown:
    'There is no chart: all results are hidden or absent. The table gives the reason for each year.',
  noResults: 'There are no results in this release.',
  dynamics: 'Dynamics: share below the threshold',
  dynamicsLead:
    'The share of participants who got “2” or stayed under the minimum score: the lower a point, the fewer such participants.',
  lineNote: 'A line joins only years that can be compared.',
  thisSchool: 'this school',
  region: 'region',
  table: 'Table of the numbers',
  marks: 'Marks by year, % of participants',
  otherSubjects: 'Other subjects',
  work: (procedure, subject) => `${procedure}. ${subject}`,
  chartFoot: (source, release) => `Source: ${source}. Release ${release}.`,
  downloads: 'Download the data of this page',
  json: 'JSON of this page',
  allData: 'All tables of the release',
  schools: 'Schools',
  schoolsFolded: (count) => `List of schools: ${count}`,
  columns: {
    year: 'Year',
    grade: 'Grade',
    participants: 'Parti\u00adcipants',
    below: 'Below the threshold',
    share: 'Share',
    interval: '95% interval',
    mark: (mark) => `“${mark}”`,
  },
  hiddenHelp: (range) =>
    `“${range}” in place of an exact number means that the number is hidden: it could tell one pupil’s mark.`,
  roundedHelp: (range) =>
    `“${range}” means that the number is rounded and lies within these bounds: the exact one could tell one pupil’s mark.`,
  protections: {
    none: '',
    suppressed: 'withheld by the source',
    'few-participants': (minimum) => `fewer than ${minimum} participants, the result is hidden`,
    'few-failing': '',
    'coded-tail': 'nearly all have one mark, the exact numbers are hidden',
    rounded: 'numbers are rounded',
    widened: 'some numbers are shown as ranges',
  },
  reasons: {
    suppressed: 'Withheld by the source.',
    'few-participants': 'Too few participants to show a result.',
    'not-held': 'Not held.',
    'not-applicable': 'Does not concern this school.',
    'no-data': 'No data.',
    'break-in-series': 'Not comparable: conditions changed.',
  },
  missing: {
    notHeld: 'not held',
    closed: 'the school was closed',
    notOpen: 'the school was not open yet',
    noData: 'no data',
    nowhere: 'no data for the whole region',
  },
  closedOn: (iso) => `The school closed on ${dayInText('en', iso)}. Its results until then are shown.`,
  openedOn: (iso) => `The school opened on ${dayInText('en', iso)}.`,
  closedMark: (year) => `closed in ${year}`,
  openedMark: (year) => `opened in ${year}`,
  more: 'More',
  howToRead: 'How to read the charts',
  unknown: 'no data',
} satisfies Messages['results'];
