import { charoda, type Indicator } from './indicator.ts';

export const deficitSchools: Indicator = {
  id: 'deficit-schools',
  name: { ru: 'Доля школ с ресурсными дефицитами', en: 'Share of schools with resource deficits' },
  description: {
    ru: 'Школы, у которых выявленный дефицит не устранён, по видам дефицита.',
    en: 'Schools with an identified deficit that is not eliminated, by kind.',
  },
  group: 'risk',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'deficit-shares',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ в зоне риска снижения результатов',
};
