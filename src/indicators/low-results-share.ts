import { charoda, type Indicator } from './indicator.ts';

export const lowResultsShare: Indicator = {
  id: 'low-results-share',
  name: { ru: 'Доля школ с низкими результатами', en: 'Share of low-results schools' },
  description: {
    ru: 'Школы, выделенные правилом 30 %, из всех школ, о которых хватает данных.',
    en: 'Schools identified by the 30 % rule, of all schools with enough data.',
  },
  group: 'identification',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'low-results-share',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ с низкими образовательными результатами',
};
