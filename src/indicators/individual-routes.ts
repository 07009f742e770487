import { charoda, type Indicator } from './indicator.ts';

export const individualRoutes: Indicator = {
  id: 'individual-routes',
  name: { ru: 'Индивидуальные образовательные маршруты', en: 'Individual educational routes' },
  description: {
    ru: 'Слабоуспевающие и неуспевающие ученики, для которых разработан маршрут, из всех таких учеников.',
    en: 'Weak and failing pupils with an individual route, of all such pupils.',
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
