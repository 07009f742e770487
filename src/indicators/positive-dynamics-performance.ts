import { charoda, type Indicator } from './indicator.ts';

export const positiveDynamicsPerformance: Indicator = {
  id: 'positive-dynamics-performance',
  name: { ru: 'Положительная динамика успеваемости', en: 'Positive dynamics of academic performance' },
  description: {
    ru: 'Школы с низкими результатами, у которых выросла успеваемость по русскому языку или математике в 5, 8 и 10 классах по ВПР.',
    en: 'Low-results schools whose pass rate in Russian or mathematics rose in grades 5, 8 and 10 by VPR.',
  },
  group: 'dynamics',
  unit: 'share',
  direction: 'higher-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'positive-dynamics',
  source: charoda,
  section: 'раздел 3, группа показателей по определению динамики',
};
