import { percent } from '../formats.ts';
import type { HowMessages } from '../ru/how.ts';

/** See the Russian file. */
export const how: HowMessages = {
  title: 'How it is computed',
  lead: 'For every number and chart: the rule, the values in force in this release, the query itself and the table that the rows come from.',
  link: 'How it is computed',
  linkOf: (what) => `How it is computed: ${what}`,
  rule: 'Rule',
  sql: (name) => `Query ${name}.sql`,
  rows: 'Rows',
  noSql: 'No query: the numbers are sums of rows of the table.',
  release: (release) => `Release ${release}.`,
  parameters: 'All values of the rules',
  entries: {
    share: {
      title: 'Share below the threshold',
      rule: ({ protection, identification }) => [
        'How many participants got the mark 2 or stayed under the minimum score, divided by all participants. Both numbers always stand beside the share.',
        `With fewer than ${protection.min_participants} participants the share is not shown. The line at ${percent('en', identification.threshold)} is the order’s limit of a low result.`,
        'The pale band is Wilson’s 95% interval: how far chance may have moved the share.',
      ],
    },
    summary: {
      title: 'Sentences about a school',
      rule: ({ dynamics }) => [
        'A program makes the sentences from the same rows as the charts. Grades are added together; only grades shown in both years are compared with the year before.',
        `“Within what chance alone produces” means that the 95% interval of the difference of two years (Newcombe 1998, method 10) contains zero. Fewer than ${dynamics.few_participants} participants are pointed out.`,
      ],
    },
    change: {
      title: 'Did it get better',
      rule: ({ dynamics }) => [
        'The change of a school’s share is compared with the region’s change over the same time: an exam may become easier or harder for everybody.',
        `“Better” is written only if the 95% interval of the difference lies below zero and the difference is at least ${percent('en', dynamics.practical_effect)}. For a school with low results regression to the mean is checked as well: after a bad year the next one is usually better with no help at all.`,
        'The grades of a subject are pooled with Cochran–Mantel–Haenszel weights.',
      ],
    },
    status: {
      title: 'A school’s cluster',
      rule: ({ identification, clusters }) => [
        `A school has low results if at least ${percent('en', identification.threshold)} of the participants were below the threshold in ${identification.min_units_same_year} works of one year, or in one work ${identification.consecutive_years} years in a row. Works with at least ${identification.min_participants} participants count.`,
        `Cluster 1: in some work ${percent('en', clusters.group_threshold)} or more were below the threshold. Cluster 3: a risk factor is present.`,
      ],
    },
    pooled: {
      title: 'Results taken together',
      rule: ({ protection }) => [
        `All grades of a subject in one year are added, and where that is too little, over three years that may be compared. A sum is shown where it surely holds ${protection.min_participants} different pupils or more.`,
        'Both ends of every number leave room: more than any one of the hidden results. Where the share could lie anywhere, it is not named.',
        'The sum of a municipality’s small schools is the sum of what is shown of each of them.',
      ],
    },
    marks: {
      title: 'Marks by year',
      rule: () => [
        'How many participants got each mark, in per cent of the participants. What data protection hides has a broken outline.',
      ],
    },
    journal: {
      title: 'VPR marks and marks in the journal',
      rule: ({ protection }) => [
        `All grades with at least ${protection.min_participants} participants and a known comparison with the journal are added together. Percentages are of the pupils who have both marks.`,
      ],
    },
    windows: {
      title: 'Level and change over three years',
      rule: ({ protection }) => [
        `Three calendar years are taken whose first and last may be compared, and the grades that are shown in both: at least ${protection.min_participants} participants. The level is all who stayed below the threshold over all participants. The change is the last year less the first, less the same change of the region; grades are joined with Cochran–Mantel–Haenszel weights.`,
        'Both numbers are computed from the same rows and so depend on each other: the oval may be tilted. It holds 95% of the bivariate normal distribution. The variance of a share is that of Agresti and Caffo; the scatter of year groups, which the intervals of the table dynamics.csv contain, is added to it.',
        'The oval is wider than two separate intervals, because it speaks of two numbers at once. Where some numbers are hidden, it holds the ovals of all that are possible.',
      ],
    },
    cohorts: {
      title: 'The same children',
      rule: ({ dynamics }) => [
        `A grade in one year and the next grade a year later. If there was no comparable work a year later, then after two years, but at most ${dynamics.max_gap_years}. The change of the same year group of the region is subtracted.`,
      ],
    },
    similar: {
      title: 'Similar schools',
      rule: ({ similar_schools }) => [
        `The ${similar_schools.count} schools at the smallest distance. Each trait is turned into deviations from the region’s mean and multiplied by its weight. Results have no part in it.`,
      ],
    },
    help: {
      title: 'Help for the school',
      rule: () => [
        'Programmes and resource deficits are shown as the region supplied them; nothing is computed.',
      ],
    },
  },
};
