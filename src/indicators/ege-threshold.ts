import { charoda, type Indicator } from './indicator.ts';

export const egeThreshold: Indicator = {
  id: 'ege-threshold',
  name: { ru: 'Преодолели порог ЕГЭ', en: 'Passed the minimum of EGE' },
  description: {
    ru: 'Участники ЕГЭ, которые набрали минимальный балл и больше, по предметам.',
    en: 'EGE participants at or above the minimum score, by subject.',
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
