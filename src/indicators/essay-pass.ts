import { charoda, type Indicator } from './indicator.ts';

export const essayPass: Indicator = {
  id: 'essay-pass',
  name: { ru: 'Зачёт по итоговому сочинению', en: 'Passed the final essay' },
  description: {
    ru: 'Одиннадцатиклассники с зачётом за итоговое сочинение.',
    en: 'Grade-11 pupils who passed the final essay.',
  },
  group: 'risk-results',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей по мониторингу результатов школ в условиях рисков',
};
