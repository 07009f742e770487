import type { JournalMessages } from '../ru/journal.ts';

/** See the Russian file. */
export const journal: JournalMessages = {
  title: 'VPR marks and marks in the journal',
  lead: 'How many pupils got a lower, the same or a higher mark in the VPR than in the school journal. All grades together.',
  caution:
    'A difference alone does not mean that anything was done wrong: the journal mark covers a whole period, the VPR one piece of work.',
  lowered: 'lower than in the journal',
  confirmed: 'the same',
  raised: 'higher than in the journal',
  label: (subject, year, lowered, confirmed, raised) =>
    `VPR, ${subject}, ${year}: lower than in the journal ${lowered}, the same ${confirmed}, higher ${raised}. The other years are in the table.`,
  sentence: (year, lowered, confirmed, raised) =>
    `In ${year} the mark for the work was the same as in the journal for ${confirmed} of pupils, lower for ${lowered}, higher for ${raised}.`,
  pooled: 'All grades together; by grade in the tables above. Grades whose result is hidden are left out.',
  table: 'Table of numbers',
  year: 'Year',
  pupils: 'Pupils',
  gap: 'Differs by 2 or more',
  hidden: 'No grade had enough participants: the comparison with the journal is not shown.',
  few: (minimum) => `fewer than ${minimum} participants`,
};
