import { charoda, type Indicator } from './indicator.ts';

export const preventionSystem: Indicator = {
  id: 'prevention-system',
  name: { ru: 'Система профилактики сформирована', en: 'The system of prevention is formed' },
  description: {
    ru: 'Школы, в которых сформирована внутришкольная система профилактики учебной неуспешности.',
    en: 'Schools with an in-school system of prevention of failure.',
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
