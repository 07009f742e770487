import type { Indicator } from './indicator.ts';

export const objectivityIndex: Indicator = {
  id: 'objectivity-index',
  name: { ru: 'Индекс объективности', en: 'Index of objectivity' },
  description: {
    ru: 'Школы без федеральных признаков необъективности, из всех школ, о которых есть данные. Признак — повод проверить.',
    en: 'Schools without any federal marker of bias, of all schools with data. A marker is a reason to look.',
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
