import { charoda, type Indicator } from './indicator.ts';

export const parentEvents: Indicator = {
  id: 'parent-events',
  name: { ru: 'Работа с родителями', en: 'Work with parents' },
  description: {
    ru: 'Школы, которые проводят мероприятия по профилактике неуспешности с участием родителей.',
    en: 'Schools that involve parents in preventing failure.',
  },
  group: 'prevention',
  unit: 'share',
  direction: 'higher-better',
  counts: 'schools',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей по профилактике учебной неуспешности',
};
