import { percent } from '../formats.ts';
import type { Messages } from '../ru.ts';

/** Text of the page on methods; every number comes from the methodology file in force. */
export const methodology = {
  title: 'Methods',
  lead: 'What the site shows, how it is computed, and what is hidden so that nobody can learn one pupil’s result.',
  inForce: (version) => `Rule set in force: ${version}.`,
  source: (source) => `Based on: ${source}.`,
  sections: (values) => [
    {
      id: 'shown',
      title: 'What is shown',
      text: [
        'The main quantity is the share below the threshold: how many participants got “2” (VPR, OGE, basic-level EGE mathematics) or stayed under the minimum score (EGE), divided by the number of participants. Both numbers always stand beside the share.',
        'Marks 2 to 5 are shown by year. Grade always means the programme grade: in autumn 2020 and 2022 the work of grade 5 was written in grade 6; here it counts as grade 5.',
        'The sentences about a school pool its grades. A change is taken only over the grades that are shown in both years, and the change of the region over the same grades.',
        'The site makes no rankings. Lists are alphabetical; a school is compared only with its own past, its municipality and the region.',
      ],
    },
    {
      id: 'threshold',
      title: 'Threshold of low results',
      text: [
        `The ${percent('en', values.identification.threshold)} line of the charts comes from the order: from that share below the threshold on, a result is low. One point above the line does not yet make a low-results school: the rule asks for two works in one year, or one work in ${values.identification.consecutive_years} years running.`,
      ],
    },
    {
      id: 'interval',
      title: '95% interval',
      text: [
        'The pale bar at a point is Wilson’s 95% interval (Wilson 1927; Newcombe 1998, method 3). It shows how far chance alone could move the share with that many participants. The fewer participants, the longer the bar.',
        'Where the number below the threshold is hidden and known only to be 1 or 2, the chart has a short line instead of a point, and the interval covers both values.',
        `From ${values.protection.min_participants} to ${values.dynamics.few_participants - 1} participants a share is shown with a warning that they are few.`,
      ],
    },
    {
      id: 'privacy',
      title: 'How pupils are protected',
      text: [
        'The site holds nothing about single pupils: no names, no codes, no pupil rows. Columns with personal data are dropped when a file is taken in, before anything is stored.',
        `With fewer than ${values.protection.min_participants} participants a school’s result is hidden as a whole: the number of participants reads “1–${values.protection.min_participants - 1}”, without marks or a share.`,
        `Where 1 to ${values.protection.min_failing - 1} pupils were below the threshold the number reads “1–${values.protection.min_failing - 1}”, and its neighbour in the row is widened so that subtraction does not give the exact value.`,
        'The site sets no cookies, loads nothing from other addresses and does not count visitors.',
      ],
    },
    {
      id: 'limits',
      title: 'What this version does not do yet',
      text: [
        'For now only primary protection is applied: the small numbers themselves are hidden. Totals of municipalities and the region are exact. Where only one school of a municipality is hidden, its number can sometimes be found by subtraction from the total. The secondary protection that rules this out, and an independent check of the release, are not ready.',
        'The status of low-results schools, clusters and confirmed dynamics are not computed yet.',
      ],
    },
  ],
  breaks: 'Years that cannot be compared',
  breaksLead: 'A line breaks where conditions changed. No difference is taken across such a break.',
  breakYear: 'Year',
  breakProcedure: 'Procedure',
  breakReason: 'Reason',
  breakSource: 'Source',
  parameters: 'Values in force in this release',
  parameter: 'Parameter',
  value: 'Value',
  parameterRows: (values) => [
    ['Under this many participants a result is hidden', String(values.protection.min_participants)],
    ['Under this many below the threshold the number is hidden', String(values.protection.min_failing)],
    ['Threshold of low results', percent('en', values.identification.threshold)],
    ['Up to this many participants “few participants” is noted', String(values.dynamics.few_participants)],
    ['Confidence of the interval', percent('en', values.dynamics.confidence)],
  ],
} satisfies Messages['methodology'];
