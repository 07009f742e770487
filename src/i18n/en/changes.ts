import { plural } from '../formats.ts';
import type { ChangeMessages } from '../ru/changes.ts';

const grades = { one: 'grade', other: 'grades' };

/** Words about changes: the school's page and the page of dynamics. */
export const changes = {
  title: 'Did it get better?',
  lead: 'Russian and mathematics, all grades together. The arrow shows where the share below the threshold went: down means fewer such participants. The word beside it says how far this can be trusted.',
  why: 'Why?',
  noData: 'There is nothing to compare yet: no two comparable years have results.',
  few: (few) => `Fewer than ${few} participants: with so few the share depends strongly on chance.`,
  evidence: {
    confirmed: 'improved, confirmed',
    formal: 'formally lower, not confirmed',
    'no-clear-change': 'no clear change',
    worsened: 'worsened, confirmed',
    undetermined: 'cannot be told',
    'few-participants': 'few participants',
    absent: 'nothing to compare with',
  },
  againstRegion: {
    confirmed: 'better than the region, confirmed',
    worsened: 'worse than the region, confirmed',
  },
  directions: {
    down: 'share below the threshold is lower',
    up: 'share below the threshold is higher',
    same: 'share below the threshold is the same',
    open: 'direction unknown: some counts are hidden',
  },
  moved: (direction, year) =>
    ({
      down: `The share below the threshold is lower than in ${year}`,
      up: `The share below the threshold is higher than in ${year}`,
      same: `The share below the threshold is the same as in ${year}`,
      open: `Whether the share below the threshold is higher or lower than in ${year} cannot be told: some counts are hidden`,
    })[direction],
  confirmedBy: 'The change is better than the region’s, and more than chance produces.',
  confirmedNet: 'It is also more than was to be expected after a low result with no help at all.',
  worsenedBy: 'The change is worse than the region’s, and more than chance produces.',
  within: '; the difference is within what chance alone produces',
  withinRegion: '; allowing for the region’s change, the difference is within what chance alone produces',
  small: (points) => `; it differs from the region’s change by less than ${points}, too little to count`,
  regression:
    'After a very low result the next one is usually better by itself: this is regression to the mean. Here the change is no more than was to be expected with no help at all.',
  undetermined: 'The hidden counts allow different conclusions, so none is drawn.',
  reasons: {
    suppressed: 'The result of one of the two years was withheld by its source.',
    'few-participants': '',
    'not-held': 'In one of the two years the procedure was not held.',
    'not-applicable': 'Does not apply to this school.',
    'no-data': 'One of the two years has no results.',
    'break-in-series': 'The conditions of the work changed, so the years cannot be compared.',
  },
  hidden: (minimum) =>
    `In one of the two years every grade had fewer than ${minimum} participants: the result is hidden so that nobody can tell one pupil’s mark from it.`,
  hiddenExam: (minimum) =>
    `In one of the two years there were fewer than ${minimum} participants: the result is hidden so that nobody can tell one pupil’s mark from it.`,
  counts: (year, below, of, share) => `${year}: ${below} of ${of} were below the threshold (${share}).`,
  pooled: (count) => `${count} ${plural('en', count, grades)} taken together: those present in both years.`,
  points: (value) => `${value} pp`,
  formal: (points) => `Change of the share: ${points}`,
  region: (points) => `The region over the same grades: ${points}`,
  relative: (points, interval) =>
    `Against the region: ${points}; 95% interval: ${interval}. If the interval contains zero, chance may have made the difference.`,
  relativeOnly: (points) => `Against the region: ${points}`,
  excess: (points) => `Difference from what was expected after regression to the mean: ${points}`,
  identified: (year) =>
    `In ${year} the school was on the list of low-results schools, so “improved” takes one more check: net of regression to the mean.`,
  qValue: (value) =>
    `Adjusted for the number of schools (Benjamini–Hochberg q-value): ${value}. The smaller, the firmer.`,
  from: (low, high) => `from ${low} to ${high}`,
  verdicts: {
    improved: 'improved',
    worsened: 'worsened',
    'no-clear-change': 'no clear change',
    undetermined: 'cannot be told',
  },
} satisfies ChangeMessages;
