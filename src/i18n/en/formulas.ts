import type { Formula } from '../ru/formulas.ts';

const of = (numerator: string, denominator: string): Formula => ({ numerator, denominator });

/** Numerator and denominator of each indicator, by its id. */
export const formulas: Readonly<Record<string, Formula>> = {
  'fail-rate': of('participants marked 2 or under the minimum score', 'all participants of the work'),
  'pass-rate': of(
    'participants with marks 3, 4 and 5, or with the minimum score and more',
    'all participants of the work',
  ),
  'quality-rate': of('participants with marks 4 and 5', 'all participants of the work'),
  'score-mean': of('sum of the scores of the participants', 'number of participants'),
  'low-results-share': of('schools that the rule identifies as low', 'schools with enough data'),
  'olympiad-participation': of('pupils in the school stage of the all-Russian olympiad', 'all pupils'),
  'grade-11-continued': of('grade-11 leavers who continued their education', 'all grade-11 leavers'),
  'grade-9-continued': of('grade-9 leavers who continued their education', 'all grade-9 leavers'),
  'bias-listed': of('schools on the official list', 'schools with results in the year'),
  'deficit-schools': of('schools with a deficit of resources', 'schools asked about deficits'),
  'low-wellbeing-quartile': of(
    'schools in the region’s lowest quarter by the index of social well-being',
    'schools that have the index',
  ),
  'no-risk-prevention': of('schools without prevention of risks', 'schools that answered'),
  'no-prevention-system': of('schools without a system of prevention of failure', 'schools that answered'),
  'individual-routes': of('failing pupils with an individual route', 'all failing pupils'),
  'extra-lessons': of('failing pupils who attend extra lessons', 'all failing pupils'),
  'positive-dynamics-subject': of(
    'low-results schools with positive dynamics in the subject: formal or confirmed',
    'low-results schools with data for both years',
  ),
  'positive-dynamics-performance': of(
    'low-results schools with positive dynamics of performance in the grade: formal or confirmed',
    'low-results schools with data for both years',
  ),
  'deficits-identified': of('schools in which the deficit was identified', 'schools asked about deficits'),
  'deficits-eliminated': of(
    'schools in which the deficit was eliminated',
    'schools in which it was identified',
  ),
  'vpr-basic-primary': of('participants who completed the tasks of basic level', 'all VPR participants'),
  'vpr-basic-main': of('participants who completed the tasks of basic level', 'all VPR participants'),
  'vpr-basic-secondary': of('participants who completed the tasks of basic level', 'all VPR participants'),
  'oge-threshold': of('OGE participants who reached the threshold', 'all OGE participants of the subject'),
  'oge-max': of('OGE participants with the maximum score', 'all OGE participants of the subject'),
  'essay-pass': of('leavers who passed the final essay', 'all who wrote the final essay'),
  'ege-threshold': of('EGE participants who reached the threshold', 'all EGE participants of the subject'),
  'ege-81': of('EGE participants with 81 points and more', 'all EGE participants of the subject'),
  'ege-100': of('EGE participants with 100 points', 'all EGE participants of the subject'),
  'prevention-system': of('schools where the system of prevention is formed', 'schools that answered'),
  'parent-events': of('schools that hold events with parents', 'schools that answered'),
  mentoring: of('schools with mentoring or tutoring for failing pupils', 'schools that answered'),
  'objectivity-index': of('schools without any federal marker of bias', 'schools with data'),
};
