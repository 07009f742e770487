import type { Indicator } from './indicator.ts';

export const scoreMean: Indicator = {
  id: 'score-mean',
  name: { ru: 'Средний балл', en: 'Mean score' },
  description: {
    ru: 'Средний первичный балл (ВПР, ОГЭ) или тестовый балл (ЕГЭ); по муниципалитету и региону — с учётом числа участников.',
    en: 'Mean primary (VPR, OGE) or test (EGE) score; for a municipality or region, weighted by participants.',
  },
  group: 'results',
  unit: 'score',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'score-mean',
  source: 'Общепринятый показатель внутришкольной отчётности',
  section: '',
};
