import { list } from '../formats.ts';
import type { SchoolPartsMessages } from '../ru/school-parts.ts';

/** Words of the parts of a school's page: conditions, markers, the same children, similar schools. */
export const schoolParts = {
  adverse: {
    met: (year, index, deficits) =>
      `In ${year} the school works in adverse social conditions: its index of social well-being (${index}) is in the region’s lowest quarter, and deficits of resources were identified (${list('en', deficits)}).`,
    lowest: (year, index) =>
      `In ${year} the school’s index of social well-being (${index}) is in the region’s lowest quarter. No deficits of resources were identified, so the conditions do not count as adverse.`,
    unknown: (year, index) =>
      `In ${year} the school’s index of social well-being (${index}) is in the region’s lowest quarter; nothing is known of deficits of resources, so it cannot be told whether the conditions are adverse.`,
  },
  markersTitle: 'Possible markers of bias',
  markersLead:
    'They are a reason to look, not a finding: a marker can have other causes, such as a strong year group, a new teacher, or few participants.',
  inflatedNote:
    'The marker “mean score clearly above the region’s” mostly points at a school that is simply strong. In a model where nobody inflates anything and schools differ as they usually do, it meets between a fifth and a third of the works; if all schools were alike, chance would give 2 works of 100.',
  markerYears: (years) => ` (${years})`,
  markerUnsure: 'cannot be told exactly: some counts are hidden',
  markers: {
    'inflated-mean': 'mean score clearly above the region’s',
    'journal-mismatch': 'marks for the work and in the journal do not agree',
    'sharp-rise': 'sharp rise of the results of the same year group',
    'sharp-fall': 'sharp fall of the results of the same year group',
    'mark-boundary-spike': 'unusually many works with the lowest score of a mark',
    'journal-gap': 'for many pupils the mark for the work differs from the journal by 2 or more',
    'official-list': 'the school is on the list of Rosobrnadzor',
  },
  cohort: {
    title: 'The same children: what changed',
    lead: 'The same year group is compared: a grade in one year and the next grade a year later, or two where there was no comparable work between. Its members may have changed a little. The tasks of different grades differ, so what matters is the difference from the same year group of the region.',
    children: 'Year group',
    path: (grade, year, next, then) => `grade ${grade} in ${year} → grade ${next} in ${then}`,
    before: 'Before',
    after: 'After',
    change: 'Change',
    relative: 'Against the region',
    cell: (below, of, share) => `${share} (${below} of ${of})`,
    none: 'There is no year group to compare: no two years have published results.',
    few: (few) =>
      `Rows with fewer than ${few} participants carry an asterisk: with so few the share depends strongly on chance.`,
    unit: 'Changes are in percentage points: minus means fewer participants below the threshold.',
  },
  similar: {
    title: 'Next to similar schools',
    lead: (count) =>
      `${count} schools of the region with the nearest conditions. They are chosen by the number of pupils, locality, whether the school is small, the index of social well-being and the type of school, never by results.`,
    what: 'What is similar?',
    chart: (year) => `Share below the threshold in ${year}: Russian and mathematics, all works together.`,
    chartLabel: (year, own, low, high) =>
      `Share below the threshold in ${year}. ${own ? `This school: ${own}. ` : 'The share of this school is not shown. '}Similar schools: from ${low} to ${high}.`,
    own: 'this school',
    others: 'similar schools',
    region: (share) => `region: ${share}`,
    hidden: (count) => `Schools not shown: ${count}. Every work of theirs has too few participants.`,
    ownHidden: 'This school is not marked: there were too few participants, and the share is hidden.',
    order: 'The nearest by conditions come first. The order does not depend on results.',
    columns: {
      school: 'School',
      pupils: 'Pupils',
      locality: 'Locality',
      small: 'Small school',
      index: 'Index',
      type: 'Type',
      distance: 'Distance',
      share: 'Share',
    },
    localities: { urban: 'urban', rural: 'rural' },
    types: {
      primary: 'primary',
      basic: 'basic',
      secondary: 'secondary',
      lyceum: 'lyceum',
      gymnasium: 'gymnasium',
      other: 'other',
    },
    yes: 'yes',
    no: 'no',
    distance:
      'The distance tells how far the conditions differ: 0 means that they are the same. What it is made of is in the file similar_schools.',
    none: 'No similar schools were found: too little is known of the conditions.',
    notShown: 'hidden',
  },
} satisfies SchoolPartsMessages;
