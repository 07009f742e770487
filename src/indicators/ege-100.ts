import { charoda, type Indicator } from './indicator.ts';

export const ege100: Indicator = {
  id: 'ege-100',
  name: { ru: '100 баллов на ЕГЭ', en: '100 points in EGE' },
  description: {
    ru: 'Участники ЕГЭ, которые набрали 100 баллов, по предметам.',
    en: 'EGE participants with 100 points, by subject.',
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
