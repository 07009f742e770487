import { percent } from '../formats.ts';
import type { WindowsMessages } from '../ru/windows.ts';

const points = (value: string) => `${value}\u00a0pp`;

/** Words of level and change over three years. */
export const windows: WindowsMessages = {
  title: 'Level and change over three years',
  lead: 'One year may be good or bad by chance, so three years are taken together here. The further left the point, the fewer participants stayed below the threshold. The lower it is, the better the school changed compared with the region. The oval shows how far chance could move the point.',
  points,
  keyZero: 'line of the region: the same change',
  keyRegion: 'level of the region',
  keyEarlier: 'earlier three years',
  axisX: 'share below the threshold, three years',
  axisY: 'change relative to the region, pp',
  share: (value) => percent('en', value),
  label: (name, { years, level, change, low, high }) =>
    `${name}, ${years}: share below the threshold ${level}, change relative to the region ${points(change)}, oval from ${low} to ${high}. Earlier years are in the table.`,
  sentence: (years, level, region, change) =>
    `Over ${years}, ${level} of participants stayed below the threshold; in the region, in the same grades, ${region}. Less what the whole region moved, the share changed by ${points(change)}.`,
  verdict: {
    below:
      'The whole oval lies below the line of the region: chance alone could hardly move the point so far. How far to trust this is said under “Did it get better?”.',
    above:
      'The whole oval lies above the line of the region: chance alone could hardly move the point so far.',
    across: 'The oval crosses the line of the region: chance alone could move the point so far.',
  },
  table: 'Table of the numbers',
  columns: {
    years: 'Years',
    level: 'Share',
    region: 'In the region',
    change: 'Change, pp',
    levelOval: 'Oval: share',
    changeOval: 'Oval: change',
  },
  from: (low, high) => `${low} to\u00a0${high}`,
};
