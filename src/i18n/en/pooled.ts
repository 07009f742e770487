import { list } from '../formats.ts';
import type { PooledOutcome, PooledWork } from '../pooled-facts.ts';
import type { PooledMessages } from '../ru/pooled.ts';
import { level, work } from './sentences.ts';

const name = ({ procedure, subject }: PooledWork) => work({ procedure, subject, grades: [] });

function grades({ procedure }: PooledWork, { years }: PooledOutcome): string {
  const all = procedure === 'vpr' ? ', all grades' : '';
  if (years.length === 1) return `${all} together, ${years[0]}`;
  const span = years.length === 2 ? list('en', years.map(String)) : `${years[0]}–${years.at(-1)}`;
  return `${all} of ${span} together`;
}

/** See the Russian file. */
export const pooled: PooledMessages = {
  title: 'Results taken together',
  lead: 'One by one these results are hidden: there are too few participants. What can be shown is a sum, of all grades or of three years. It leaves room on both sides, so that nothing hidden follows from it.',
  leadNone:
    'One by one these results are hidden: there are too few participants. Here a sum does not help either, of all grades or of three years.',
  repeated: 'Over three years the same child may have sat the work more than once.',
  why: 'What is hidden and why',
  sentence: (fact, outcome, share) => `${name(fact)}${grades(fact, outcome)}: ${level(outcome, share)}.`,
  wide: (facts) =>
    `There is a sum but no share: so much is hidden that it could be almost anything. This is ${list('en', facts.map(name))}.`,
  none: (facts, minimum) =>
    `Hidden even together: ${list('en', facts.map(name))}. There may be fewer than ${minimum} different participants even over three years.`,
  small: {
    title: (count) => `Small schools: ${count}`,
    lead: (count, year) =>
      `In the ${count === 1 ? 'school' : 'schools'} of this list no grade of ${year} can be shown by itself, in one work at least: too few took part. What is shown are sums: all grades of a subject in that year, or over three years. In alphabetical order.`,
    together: (counted, of) => (counted === of ? 'All together' : `${counted} of ${of} schools together`),
    school: 'School',
    cell: (share, below, all) => `${share} (${below} of ${all})`,
    apart: 'shown by grade',
    absent: 'no results',
    wide: 'the share could be almost anything',
    none: (minimum) => `even together perhaps fewer than ${minimum} participants`,
    years: 'over three years',
    table: (year) => `VPR, share below the threshold, all grades together, ${year}`,
  },
};
