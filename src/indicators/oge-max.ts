import { charoda, type Indicator } from './indicator.ts';

export const ogeMax: Indicator = {
  id: 'oge-max',
  name: { ru: 'Наибольший балл ОГЭ', en: 'Maximum score of OGE' },
  description: {
    ru: 'Участники ОГЭ, которые набрали наибольший балл, по предметам.',
    en: 'OGE participants with the maximum score, by subject.',
  },
  group: 'risk-results',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['municipality', 'region'],
  sql: 'result-shares',
  source: charoda,
  section: 'раздел 3, группа показателей по мониторингу результатов школ в условиях рисков',
};
