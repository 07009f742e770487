import type { Methodology } from '../../contract/methodology.ts';
import type { Preset } from '../../contract/vocabulary.ts';
import { counted, percent } from '../formats.ts';
import type { Messages } from '../ru.ts';

/** What is hidden, by the preset that the release was made with. */
const hidden: Record<Preset, (values: Methodology['protection']) => string[]> = {
  public: ({ min_participants: least, min_failing: failing }) => [
    `With fewer than ${least} participants a school’s result is hidden as a whole: the number of participants reads “1–${least - 1}”, without marks or a share.`,
    `Where 1 to ${failing - 1} pupils were below the threshold the number reads “1–${failing - 1}”, and its neighbour in the row is widened so that subtraction does not give the exact value.`,
    'A total of a municipality or region with hidden numbers in it is exact only where nothing can be found from it; otherwise it is shown as a range. The mean score of such a total is taken over schools whose own mean is published.',
  ],
  rounded: ({ min_participants: least, rounding_base: base }) => [
    `With fewer than ${least} participants a school’s result is hidden as a whole: the number of participants reads “1–${least - 1}”, without marks or a share.`,
    `All other numbers are rounded to a multiple of ${base} and written as the bounds that hold the exact one, such as “${2 * base - Math.floor(base / 2)}–${2 * base + Math.floor(base / 2)}”.`,
    'A total of a municipality or region with hidden numbers in it is exact only where nothing can be found from it; otherwise it is shown as a range. The mean score of such a total is taken over schools whose own mean is published.',
  ],
  internal: ({ min_participants: least }) => [
    'This release is for official use: numbers are shown without protection and it must not be published. Only what the source itself withheld is hidden.',
    `Shares and charts begin at ${least} participants: with fewer a share tells nothing.`,
  ],
};

const ranges: Record<Preset, (values: Methodology['protection']) => string[]> = {
  public: ({ min_failing: failing }) => [
    `Where the number below the threshold is hidden and only its bounds are known, such as 1 to ${failing - 1}, the chart has a filled segment between them instead of a point, and the interval covers every possible value.`,
  ],
  rounded: () => [
    'Numbers are rounded, so the chart has a filled segment between the bounds of the share instead of a point, and the interval covers every possible value.',
  ],
  internal: () => [],
};

type Rows = [string, string][];
const few = (least: number): Rows[number] => [
  'Under this many participants a result is hidden',
  String(least),
];
const protectionRows: Record<Preset, (values: Methodology['protection']) => Rows> = {
  public: (values) => [
    few(values.min_participants),
    ['Under this many below the threshold the number is hidden', String(values.min_failing)],
  ],
  rounded: (values) => [
    few(values.min_participants),
    ['Numbers are rounded to a multiple of', String(values.rounding_base)],
  ],
  internal: (values) => [['Under this many participants no share is shown', String(values.min_participants)]],
};

/** How many low works make a low-results school. */
const needed = (rule: Methodology['identification']): string =>
  rule.rule_set === 'pooled'
    ? 'For the list of low-results schools all participants of a procedure in a year are taken together: one point on a subject’s chart decides nothing yet.'
    : `One point above the line does not yet make a low-results school: the rule asks for ${counted('en', rule.min_units_same_year, { one: 'work', other: 'works' })} with a low result in one year, or one such work in ${counted('en', rule.consecutive_years, { one: 'year', other: 'years' })} running.`;

/** Text of the page on methods; every number comes from the methodology file in force. */
export const methodology = {
  title: 'Methods',
  lead: {
    public:
      'What the site shows, how it is computed, and what is hidden so that nobody can learn one pupil’s result.',
    rounded:
      'What the site shows, how it is computed, and how it is rounded so that nobody can learn one pupil’s result.',
    internal: 'What the site shows and how it is computed. The numbers are not protected.',
  },
  inForce: (version) => `Rule set in force: ${version}.`,
  source: (source) => `Based on: ${source}.`,
  sections: (values, preset) => [
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
      title: 'Low-results line',
      text: [
        `The dashed ${percent('en', values.identification.threshold)} line of the charts is the low-results line. It comes from the order: from that share below the threshold on, a result is low. ${needed(values.identification)}`,
      ],
    },
    {
      id: 'interval',
      title: '95% interval',
      text: [
        'The pale bar at a point is Wilson’s 95% interval (Wilson 1927; Newcombe 1998, method 3). It shows how far chance alone could move the share with that many participants. The fewer participants, the longer the bar.',
        ...ranges[preset](values.protection),
        'The words “the difference is within what chance alone produces” mean that the 95% interval of the difference of two years (Newcombe 1998, method 10) contains zero. Where counts are hidden the interval is taken over every value they may have.',
        `From ${values.protection.min_participants} to ${values.dynamics.few_participants - 1} participants a share is shown with a warning that they are few.`,
      ],
    },
    {
      id: 'privacy',
      title: 'How pupils are protected',
      text: [
        'The site holds nothing about single pupils: no names, no codes, no pupil rows. Columns with personal data are dropped when a file is taken in, before anything is stored.',
        ...hidden[preset](values.protection),
        'The site sets no cookies, loads nothing from other addresses and does not count visitors.',
      ],
    },
    {
      id: 'programmes',
      title: 'Does a programme help',
      text: [
        `Schools that entered a programme in one year are compared with similar schools that never took part: each is matched with the ${values.programmes.neighbours} nearest by earlier results and circumstances. The region's own change is taken out, and so is what extreme results do by themselves when they return to the usual. The difference is shown with the bounds in which it may lie. This is no experiment: whatever else set the schools apart is still in it.`,
      ],
    },
    {
      id: 'roadmaps',
      title: 'The state of an activity in a road map',
      text: [
        'The time is read from the words of the document; words without a rule ("as planned") stay text and give no date. The state follows from the dates on the day of the release, or on a day that the reader chooses: "ahead" when the time has not begun, "time is running" when it has begun and not ended, "time is over" when it has ended and the data hold no result. Where an activity has a target number and an indicator, what the data of the region say stands beside what was expected, with the year. That is done for the region\'s own road map and for orders that the region named in its data set, not for other orders.',
      ],
    },
    {
      id: 'limits',
      title: 'What these figures cannot say',
      text: [
        'Whether a school teaches well: results also depend on the children who came to it and on the conditions it works in. That is why similar schools stand beside it, and why there is no ranking.',
        'Why a result changed: the site says whether a change is larger than chance gives, and names no cause.',
        ...(preset === 'internal'
          ? []
          : ['How one child did: there are no such figures here, and none can be worked out.']),
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
  parameterRows: (values, preset) => [
    ...protectionRows[preset](values.protection),
    ['Low-results line', percent('en', values.identification.threshold)],
    ['Up to this many participants “few participants” is noted', String(values.dynamics.few_participants)],
    ['Confidence of the interval', percent('en', values.dynamics.confidence)],
  ],
} satisfies Messages['methodology'];
