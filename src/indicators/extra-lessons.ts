import { charoda, type Indicator } from './indicator.ts';

export const extraLessons: Indicator = {
  id: 'extra-lessons',
  name: { ru: 'Дополнительные занятия', en: 'Extra lessons' },
  description: {
    ru: 'Неуспевающие ученики, которые ходят на дополнительные занятия, из всех неуспевающих.',
    en: 'Failing pupils who attend extra lessons, of all failing pupils.',
  },
  group: 'prevention-needed',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ, нуждающихся в профилактике учебной неуспешности',
};
