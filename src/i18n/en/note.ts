import type { note as russian } from '../ru/note.ts';

/** The analytical note as a Word document. */
export const note: typeof russian = {
  link: 'Analytical note (DOCX)',
  kind: 'Analytical note',
  about: (name: string) => `on the results of assessments: ${name}`,
  region: 'region',
  blankBasis: 'Basis: order No. ________ of ____________ 20___',
  blankPeriod: 'Period considered: ',
  years: (first: number, last: number) => (first === last ? `${last}.` : `${first}–${last}.`),
  sources: 'Sources and preparation',
  source: (publisher: string, release: string, day: string) =>
    `The note is made from published data: ${publisher}, release ${release} of ${day}. Figures, tables and pictures are those of the release; underlined blanks are for the author.`,
  synthetic: 'The data of the release are invented and show how the site works.',
  summary: 'What the data say',
  status: 'The school’s cluster and its reasons',
  because: 'Reasons',
  also: 'Also noted',
  dynamics: 'Dynamics of results',
  dynamicsLead: (share: string) =>
    `Shown is the share of participants below the minimum. A school where it is at least ${share} in several works, or two years running, counts as a low-results school. Years that cannot be compared are not joined.`,
  figure: (number: number, title: string) => `Figure ${number} — ${title}`,
  table: (number: number, title: string) => `Table ${number} — ${title}`,
  shareOf: 'share below the minimum',
  resultsOf: 'results by year',
  nothing: 'The figures are hidden: too few took part.',
  comment: 'Author’s comment: ',
  indicators: 'Monitoring indicators',
  indicatorsLead:
    'Indicators of the order with numerator and denominator. Where there is none, the reason stands.',
  indicatorsTable: 'monitoring indicators',
  columns: {
    indicator: 'Indicator',
    year: 'Year',
    value: 'Value',
    counts: 'Numerator / denominator',
    region: 'Region',
  },
  positive: 'Schools with positive dynamics',
  positiveLead:
    'Of the low-results schools: in how many the share below the minimum fell (as the order counts), and in how many by more than chance explains (confirmed).',
  positiveTable: 'schools with positive dynamics by subject',
  positiveColumns: ['Work', 'Years', 'Low-results schools', 'As the order counts', 'Confirmed'],
  method: 'How it is computed',
  methodText: (title: string, version: string) => `Rules: ${title} (version ${version}).`,
  methodSource: (source: string) => `Source of the rules: ${source}.`,
  threshold: (share: string, minimum: number) =>
    `A work counts as low when at least ${share} of the participants are below the minimum; with fewer than ${minimum} participants no share is shown and nothing is concluded.`,
  chance:
    'A change is called confirmed only when it exceeds the region’s and the 95 % interval of the difference does not contain zero. Other changes are within chance.',
  privacy: 'Small numbers are hidden or given as ranges, so that no single pupil’s mark can be found.',
  ranking: 'The note is not meant for ranking schools or teachers.',
  proposals: 'Conclusions and proposals',
  proposalParts: ['Causes', 'Measures taken and their effect', 'Proposals and dates'],
  signature: 'Position ____________________   Signature ______________   Name ____________________',
  date: '____________ 20___',
  page: 'p.',
};
