import { charoda, type Indicator } from './indicator.ts';

export const ogeThreshold: Indicator = {
  id: 'oge-threshold',
  name: { ru: 'Преодолели порог ОГЭ', en: 'Passed the minimum of OGE' },
  description: {
    ru: 'Участники ОГЭ, которые получили «3» и выше, по предметам.',
    en: 'OGE participants marked 3 or higher, by subject.',
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
