import { charoda, type Indicator } from './indicator.ts';

export const vprBasicSecondary: Indicator = {
  id: 'vpr-basic-secondary',
  name: { ru: 'Базовый уровень ВПР, 10–11 классы', en: 'Basic level of VPR, grades 10–11' },
  description: {
    ru: 'Ученики средней школы, которые выполнили задания ВПР базового уровня, по предметам.',
    en: 'Pupils of grades 10–11 who completed basic-level VPR tasks, by subject.',
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
