import { charoda, type Indicator } from './indicator.ts';

export const ege81: Indicator = {
  id: 'ege-81',
  name: { ru: '81 балл и больше на ЕГЭ', en: '81 and more in EGE' },
  description: {
    ru: 'Участники ЕГЭ, которые набрали 81 балл и больше, по предметам.',
    en: 'EGE participants with 81 points or more, by subject.',
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
