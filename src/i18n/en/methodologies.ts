import type { MethodologiesMessages } from '../ru/methodologies.ts';

/** Words on what changes under another methodology. */
export const methodologies: MethodologiesMessages = {
  title: 'Under another methodology',
  lead: (inForce) =>
    `Answers under other methodologies are published beside the one in force ("${inForce}"). Here is which schools would enter the list of low-results schools under another one, and which would leave it.`,
  other: (title) => `Methodology: ${title}`,
  same: 'The answers are the same: nobody enters or leaves.',
  summary: (year, enters, leaves, unclear) =>
    `In ${year} schools enter the list: ${enters}, leave it: ${leaves}, cannot be told: ${unclear}.`,
  byYear: 'By year',
  who: (year) => `Schools that enter or leave the list in ${year}`,
  unclear: (year) =>
    `Schools of which it cannot be told in ${year}: the hidden numbers allow both answers, or there are not enough data`,
  columns: { year: 'Year', enters: 'Enter', leaves: 'Leave', unclear: 'Cannot be told' },
  list: { municipality: 'Municipality', school: 'School', before: 'In force', after: 'The other' },
  states: {
    identified: 'in the list',
    'not-identified': 'not in the list',
    undetermined: 'cannot be told',
    'insufficient-data': 'not enough data',
  },
  noState: 'no data',
};
