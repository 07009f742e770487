import { charoda, type Indicator } from './indicator.ts';

export const noRiskPrevention: Indicator = {
  id: 'no-risk-prevention',
  name: { ru: 'Профилактика рисков не организована', en: 'Prevention of risks is not organised' },
  description: {
    ru: 'Школы, в которых не организована профилактика рисков снижения результатов.',
    en: 'Schools where prevention of a fall in results is not organised.',
  },
  group: 'risk',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ в зоне риска снижения результатов',
};
