import type { QuestionWords } from '../pages-console.ts';

/** The worked questions of the SQL console. `topic` gathers them under headings. */
export const questions: QuestionWords = {
  'region-by-year': {
    topic: 'Results',
    title: 'How did the share below the threshold change in the region?',
    note: 'Mathematics, VPR, grade 5. The column comparability tells which years may be compared.',
  },
  'municipalities-last-year': {
    topic: 'Results',
    title: 'What share stayed below the threshold in each municipality?',
    note: 'VPR in Russian, all grades together, last year. Alphabetical.',
  },
  'town-and-village': {
    topic: 'Results',
    title: 'Do results differ between town and village?',
    note: 'Hidden counts are ranges, so a share has two ends.',
  },
  'social-index': {
    topic: 'Results',
    title: 'How are social well-being and results related?',
    note: 'Index and share below the threshold by school: best drawn as dots.',
  },
  'journal-marks': {
    topic: 'Results',
    title: 'Do marks of VPR agree with the journal?',
    note: 'How many participants lowered, confirmed and raised their mark.',
  },
  'low-schools': {
    topic: 'Low-results schools',
    title: 'Which schools were identified last year, and why?',
    note: 'Reasons: two works in one year, or one work two years running.',
  },
  'entered-this-year': {
    topic: 'Low-results schools',
    title: 'Which schools entered the list this year?',
    note: 'Identified now, and certainly not a year ago.',
  },
  'years-identified': {
    topic: 'Low-results schools',
    title: 'For how many years has each school been on the list?',
    note: 'The number of years, and which.',
  },
  'which-works': {
    topic: 'Low-results schools',
    title: 'Which works put schools on the list?',
    note: 'Works with a share at or above the threshold, last year.',
  },
  'near-the-border': {
    topic: 'Low-results schools',
    title: 'Whose status depends on the settings?',
    note: 'Schools that are identified under some settings and not under others.',
  },
  'clusters-by-municipality': {
    topic: 'Low-results schools',
    title: 'How many schools of each cluster are in the municipalities?',
    note: 'Last year.',
  },
  'similar-schools': {
    topic: 'Low-results schools',
    title: 'How many similar schools have low results?',
    note: 'Similar are the twenty nearest by circumstances, never by results.',
  },
  'improved-confirmed': {
    topic: 'Dynamics',
    title: 'Where is an improvement confirmed?',
    note: 'The region’s own change is taken off; the 95% interval stands beside it.',
  },
  'formal-and-confirmed': {
    topic: 'Dynamics',
    title: 'How many formal improvements are confirmed?',
    note: 'Formal, confirmed, and net of regression to the mean, by year.',
  },
  'same-children': {
    topic: 'Dynamics',
    title: 'Where do the same children do better a year later?',
    note: 'Against the same grades of the region.',
  },
  programme: {
    topic: 'Support',
    title: 'What became of results after schools joined a programme?',
    note: 'This does not prove an effect: schools with a low result improve on average without help as well.',
  },
  'deficits-left': {
    topic: 'Support',
    title: 'Which deficits have not been removed yet?',
    note: 'By kind and municipality.',
  },
  'order-indicators': {
    topic: 'Support',
    title: 'What are the values of the indicators of the order?',
    note: 'The region, last year, with numerator and denominator.',
  },
  'possible-bias': {
    topic: 'Quality of the data',
    title: 'How many schools have markers of possible bias?',
    note: 'A marker is a reason to look closer, not a verdict.',
  },
  'what-is-hidden': {
    topic: 'Quality of the data',
    title: 'What is hidden to protect pupils?',
    note: 'Cells by kind of protection, town and village.',
  },
};
