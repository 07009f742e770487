import { charoda, type Indicator } from './indicator.ts';

export const vprBasicPrimary: Indicator = {
  id: 'vpr-basic-primary',
  name: { ru: 'Базовый уровень ВПР, 1–4 классы', en: 'Basic level of VPR, grades 1–4' },
  description: {
    ru: 'Ученики начальной школы, которые выполнили задания ВПР базового уровня, по предметам.',
    en: 'Primary pupils who completed basic-level VPR tasks, by subject.',
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
