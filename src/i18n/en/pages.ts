import { integer } from '../formats.ts';
import type { Messages } from '../ru.ts';

/** Words of the lists of schools and municipalities. */
export const lists = {
  schoolsTitle: 'Schools',
  schoolsLead: 'By municipality and in alphabetical order. The order does not depend on results.',
  municipalitiesTitle: 'Municipalities',
  municipalitiesLead: 'In alphabetical order. The order does not depend on results.',
  municipalityPage: 'Results of the municipality',
} satisfies Messages['lists'];

/** Words of the page of downloads. */
export const data = {
  title: 'Data',
  lead: 'The very files this site is made from, to download, recompute and cite.',
  synthetic: 'The data are invented and fit only for trying things out.',
  files: 'Files of the release',
  filesNote: (count) =>
    `Besides the tables the release has ${integer('en', count)} JSON files, one for each school and municipality. Their addresses and checksums are in manifest.json.`,
  file: 'File',
  rows: 'Rows',
  size: 'Size',
  checksum: 'SHA-256',
  manifest: 'manifest.json, the full list of files',
  accounts: 'What became of the source’s rows',
  accountsLead:
    'Every row of a source file is accounted for: published, withheld by the publisher, excluded by a rule, or rejected with a reason.',
  source: 'Source file',
  rowsIn: 'Rows in',
  published: 'Published',
  suppressed: 'Withheld by publisher',
  excluded: 'Excluded',
  rejected: 'Rejected',
  dropped: 'Columns with personal data, dropped',
  dictionary: 'Data dictionary',
  dictionaryLead: 'The same for Parquet, CSV and JSON.',
  column: 'Column',
  type: 'Type',
  meaning: 'Meaning',
  tables: {
    results: 'Results',
    schools: 'Schools',
    municipalities: 'Municipalities',
    regions: 'Regions',
    identification: 'Identification of low-results schools',
    identification_units: 'Works that schools are identified by',
    robustness: 'Robustness to the parameters',
    clusters: 'Clusters',
    methodology_changes: 'Differences between methodologies',
    wellbeing_index: 'Index of social well-being by the methodology',
    adverse_conditions: 'Adverse social conditions',
    dynamics: 'Dynamics',
    cohorts: 'The same children a year later',
    objectivity: 'Objectivity markers',
    similar_schools: 'Similar schools',
    monitoring: 'Indicators of the order',
    deficits: 'Resource deficits',
    social_index: 'Index of social well-being',
    programmes: 'Support programmes',
    bias_list: 'List of schools with objectivity markers',
    boundary_spikes: 'Spikes at a mark boundary',
    observations: 'Observations',
    indicators: 'Indicators',
    inputs: 'Quality: rows of the files',
    input_notes: 'Quality: notes on the files',
    input_columns: 'Quality: columns of the files',
    boundary_names: 'Quality: boundaries and municipalities',
    coverage: 'Quality: coverage by municipality and year',
    appearances: 'Quality: schools that appear or disappear',
    jumps: 'Quality: suspicious jumps',
  },
  types: {
    text: 'text',
    integer: 'whole number',
    decimal: 'number',
    boolean: 'yes or no',
    date: 'date',
  },
  cite: 'How to cite',
  citation: (publisher, title, release, licence) =>
    `${publisher}. ${title} [data set]. Release ${release}. Licence: ${licence}.`,
  releaseNote:
    'A release is named by its date and a checksum of its content. A published release never changes, so a reference to it stays true.',
  scroll: 'table, scrolls sideways',
  scrollHint: 'The table scrolls sideways →',
} satisfies Messages['data'];

/** Words of the explorer's static frame. */
export const explore = {
  title: 'Explore',
  lead: 'Choose a work and a municipality. Everything is computed in your browser from the published tables; nothing is sent anywhere.',
  withoutScript:
    'Without JavaScript nothing can be chosen here: you see only the dynamics of the region. The other charts are on the pages of schools and municipalities.',
  filters: 'What to show',
  procedure: 'Procedure',
  subject: 'Subject',
  grade: 'Grade',
  municipality: 'Municipality',
  wholeRegion: 'whole region',
  allGrades: 'all grades',
  progress: 'Loading the tables',
  chart: 'Chart',
  table: 'Table',
} satisfies Messages['explore'];
