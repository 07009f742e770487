import { charoda, type Indicator } from './indicator.ts';

export const mentoring: Indicator = {
  id: 'mentoring',
  name: { ru: 'Наставничество и тьюторство', en: 'Mentoring and tutoring' },
  description: {
    ru: 'Школы, в которых для неуспевающих организовано наставничество или тьюторство.',
    en: 'Schools with mentoring or tutoring for failing pupils.',
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
