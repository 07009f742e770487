import { charoda, type Indicator } from './indicator.ts';

export const noPreventionSystem: Indicator = {
  id: 'no-prevention-system',
  name: { ru: 'Нет внутришкольной системы профилактики', en: 'No in-school system of prevention' },
  description: {
    ru: 'Школы без внутришкольной системы профилактики учебной неуспешности.',
    en: 'Schools without an in-school system of prevention of failure.',
  },
  group: 'prevention-needed',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ, нуждающихся в профилактике учебной неуспешности',
};
