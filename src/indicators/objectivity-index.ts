import type { Indicator } from './indicator.ts';

export const objectivityIndex: Indicator = {
  id: 'objectivity-index',
  name: { ru: 'Индекс объективности', en: 'Index of objectivity' },
  description: {
    ru: 'Школы без федеральных признаков необъективности, из всех школ, о которых есть данные. Признак — повод проверить: самый частый из них, высокий средний балл, бывает у сильных школ, которые ничего не завышают, поэтому индекс — не доля честных школ.',
    en: 'Schools without any federal marker of bias, of all schools with data. A marker is a reason to look: the most frequent, a high mean, is met by strong schools that inflate nothing, so the index is not the share of honest schools.',
  },
  group: 'objectivity',
  unit: 'share',
  direction: 'higher-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'objectivity-index',
  source: 'Алгоритм федерального показателя объективности результатов',
  section: '',
};
