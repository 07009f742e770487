import { counted, type Forms, integer, percent } from '../formats.ts';
import type { PrivacyMessages } from '../ru/privacy.ts';

const schools: Forms = { one: 'school has', other: 'schools have' };
const results: Forms = { one: 'result', other: 'results' };

/** The page for parents on what is hidden and why. */
export const privacy: PrivacyMessages = {
  ranges: {
    'coded-tail': (said) =>
      `${said}: nearly all have one mark, and exact numbers would tell the mark of each.`,
    widened: (said) =>
      `${said}: the total is a range, because the exact number would give away the hidden result of a school.`,
    remembered: (said) => `${said}: hidden, because the release before hid it.`,
    corrected: (said) =>
      `${said}: data were corrected since an earlier release, and two exact totals would give away the hidden number between them.`,
  },
  title: 'What is hidden and why',
  lead: 'From the published numbers nobody should learn how any one child did.',
  why: {
    title: 'Why numbers are hidden',
    text: [
      'Think of a class where three pupils wrote a work and two of them got a “2”. To publish that is to talk about children whom everybody in the village knows by name. So results of small groups are not shown.',
      'To hide the number alone is not enough: it can be found by subtraction. Who knows the total of a district and the results of all its schools but one knows the result of that school as well. So totals are looked after too.',
    ],
  },
  whatTitle: 'What is hidden',
  what: {
    public: ({ min_participants: least, min_failing: failing }) => [
      `A result of fewer than ${least} participants: their number reads “1–${least - 1}”, without marks or a mean score.`,
      `The number of pupils below the threshold where it is ${failing === 3 ? 'one or two' : `1 to ${failing - 1}`}: it reads “1–${failing - 1}”. Its neighbour in the row becomes a range as well.`,
      'Exact numbers where nearly everybody has one mark: they would tell the mark of each.',
      'A total of a municipality or the region becomes a range where an exact total would give away the hidden number of a school.',
      'What the release before hid stays hidden after data are corrected, and a total in which a hidden number was corrected becomes a range: the difference of two releases would tell it otherwise.',
    ],
    rounded: ({ min_participants: least, rounding_base: base }) => [
      `A result of fewer than ${least} participants: their number reads “1–${least - 1}”, the rest is left out.`,
      `All other numbers are rounded to a multiple of ${base} and written as bounds.`,
      'A total of a municipality or the region is wider where it would give away the hidden number of a school.',
      'What the release before hid stays hidden after data are corrected.',
    ],
    internal: () => [
      'Nothing is hidden in this release: it is for official use and must not be published. Only what the source itself withheld is hidden.',
    ],
  },
  zero: 'Zero is shown as it is: “nobody got a 2” gives away nobody’s failure.',
  small: {
    title: 'How small schools speak',
    text: ({ min_participants: least }) => [
      `So that a small school does not vanish, its results are added up: all grades of a subject, all subjects of a procedure, three years running. A sum is shown where it surely holds at least ${least} different pupils: ten works of five children are five children.`,
      'The sum is shown with room to spare, so that none of the numbers in it can be found from it.',
    ],
  },
  figures: {
    title: 'How much is hidden in this release',
    lead: ({ year, cells, few, ranged }) =>
      `In ${year} schools have ${counted('en', cells, results)}. Hidden as a whole: ${integer('en', few)} (${percent('en', few / cells)}). Another ${integer('en', ranged)} (${percent('en', ranged / cells)}) are shown with a range in place of a number.`,
    heard: ({ silentAlone, silent }) =>
      silentAlone === 0
        ? 'Every school has at least one result that can be shown by itself.'
        : `${counted('en', silentAlone, schools)} no result that can be shown by itself. Of these, nothing is shown after adding up either: ${integer('en', silent)}.`,
    caption: (year) => `Hidden results by locality and size of schools, ${year}`,
    none: 'This release does not say how much is hidden.',
    locality: 'Locality',
    size: 'Pupils of the school',
    schools: 'Schools',
    cells: 'Results',
    few: 'Hidden as a whole',
    ranged: 'With a range',
    silentAlone: 'Schools without a shown result',
    silent: 'Of these, also after adding up',
    localities: { urban: 'urban', rural: 'rural', '': 'unknown' },
    sizes: { 'under-100': 'up to 99', '100-499': '100–499', '500-and-more': '500 and more', '': 'unknown' },
  },
  trust: {
    title: 'What need not be feared',
    tried: ({ hidden, equations }) =>
      `Before publication another program, which sees only what a reader sees, tried to compute what is hidden: it wrote down ${integer('en', equations)} equations between all numbers of the release and tried ${integer('en', hidden)} hidden numbers. None could be known better than it is written; otherwise the release would not have been published.`,
    text: [
      'The site never sees names: records of single pupils are read once on the publisher’s computer, added up and not kept.',
      'Everything else on the site, shares, dynamics, clusters, is computed from the protected numbers, which can be downloaded. More than they tell the site does not know.',
    ],
  },
};
