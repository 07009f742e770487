import { charoda, type Indicator } from './indicator.ts';

export const vprBasicMain: Indicator = {
  id: 'vpr-basic-main',
  name: { ru: 'Базовый уровень ВПР, 5–9 классы', en: 'Basic level of VPR, grades 5–9' },
  description: {
    ru: 'Ученики основной школы, которые выполнили задания ВПР базового уровня, по предметам.',
    en: 'Pupils of grades 5–9 who completed basic-level VPR tasks, by subject.',
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
