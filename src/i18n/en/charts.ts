import type { ChartMessages } from '../ru/charts.ts';

/** Words inside charts. */
export const charts = {
  dynamicsTitle: 'Share below the threshold',
  marksTitle: 'Marks by year, % of participants',
  threshold: (share) => `low-results line: ${share}`,
  interval: '95% interval',
  autumn: 'written in autumn',
  autumnShort: 'autumn',
  hidden: 'hidden',
  range: 'number hidden: its range is shown',
  few: (minimum) => `fewer than ${minimum} participants`,
  withheld: 'withheld by the source',
  noData: 'nothing to show: too few participants, or no data',
  mark: (mark) => `mark ${mark}`,
  rest: 'The other years are in the table.',
  point: (year, share, of) => `${year}: ${share} (${of})`,
  of: (below, participants) => `${below} of ${participants}`,
  yearAutumn: (year) => `${year}, autumn`,
} satisfies ChartMessages;
