import { counted, list } from '../formats.ts';
import type { DynamicsPageMessages } from '../ru/dynamics-page.ts';

const schools = { one: 'school', other: 'schools' };

/** Words of the page of dynamics. */
export const dynamicsPage = {
  title: 'Dynamics of the region',
  lead: 'How the share below the threshold changes, and in how many low-results schools things got better: as the order counts it, and allowing for chance.',
  charts: 'Share below the threshold by year',
  positive: 'Low-results schools: in how many did it get better',
  positiveLead:
    'Counted are the schools that were on the list of low-results schools in the last comparable year and have results in both years. Two answers stand side by side.',
  formal: 'Formally',
  confirmed: 'Confirmed',
  formalMeaning:
    'the share below the threshold is lower than last time, be it by one pupil. This is how the order counts.',
  confirmedMeaning:
    'the share fell by more than the region’s, by more than chance produces, and by more than was to be expected with no help at all.',
  regression: [
    'Schools enter the list when their result is especially low, and an especially low result is partly bad luck: a hard variant, a few pupils ill.',
    'Bad luck seldom repeats itself, so the next result is usually better on its own, with no help at all: that is why the share falls formally in many schools and is confirmed in only some.',
  ],
  regressionTitle: 'Why the second number is smaller',
  noData: 'This release does not have the indicator.',
  bySubject: 'By subject',
  byPerformance: 'By academic performance (VPR)',
  performanceLead:
    'Academic performance is the share of marks 3, 4 and 5. Single grades are compared here, not all grades together.',
  noGrades: (grades) =>
    `There is no indicator for grade ${list('en', grades.map(String))}: no two comparable years have VPR results of that grade.`,
  columns: {
    work: 'Work',
    years: 'Years',
    of: 'Schools counted',
    formal: 'Formally',
    confirmed: 'Confirmed',
    uncounted: 'Not counted',
    municipality: 'Municipality',
  },
  uncountedNote:
    '“Not counted” are schools on the list without published results for both years: few participants, the school closed, or the work was not written. They are in neither the numerator nor the denominator.',
  latest: 'The last two comparable years',
  allYears: 'All years',
  municipalities: 'By municipality',
  municipalitiesLead:
    'In alphabetical order. A municipality has few schools on the list, so there are only numbers of schools here and no percentages.',
  years: (before, year) => (before ? `${before} → ${year}` : String(year)),
  outOf: (count, share) => (share ? `${count} (${share})` : count),
  schools: (count) => counted('en', count, schools),
  none: 'There are no such schools',
} satisfies DynamicsPageMessages;
