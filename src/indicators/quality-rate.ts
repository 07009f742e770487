import type { Indicator } from './indicator.ts';

export const qualityRate: Indicator = {
  id: 'quality-rate',
  name: { ru: 'Качество обучения', en: 'Quality rate' },
  description: {
    ru: 'Сколько участников получили «4» или «5», от всех участников работы.',
    en: 'Participants marked 4 or 5, out of all participants of the work.',
  },
  group: 'results',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'quality-rate',
  source: 'Общепринятый показатель внутришкольной отчётности',
  section: '',
};
