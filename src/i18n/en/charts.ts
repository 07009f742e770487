import type { ChartMessages } from '../ru/charts.ts';

/** Words inside charts. */
export const charts = {
  dynamicsTitle: 'Share below the threshold',
  marksTitle: 'Marks by year, % of participants',
  threshold: (share) => `threshold of low results: ${share}`,
  interval: '95% interval',
  autumn: 'written in autumn',
  autumnShort: 'autumn',
  hidden: 'hidden',
  range: (range) => `${range}, the exact number is hidden`,
  few: (minimum) => `fewer than ${minimum} participants`,
  withheld: 'withheld by the source',
  noData: 'nothing to show: too few participants, or no data',
  mark: (mark) => `mark ${mark}`,
  point: (year, share, of) => `${year}: ${share} (${of})`,
  of: (below, participants) => `${below} of ${participants}`,
  yearAutumn: (year) => `${year}, autumn`,
} satisfies ChartMessages;
