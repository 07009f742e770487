import { charoda, type Indicator } from './indicator.ts';

export const passRate: Indicator = {
  id: 'pass-rate',
  name: { ru: 'Успеваемость', en: 'Pass rate' },
  description: {
    ru: 'Сколько участников получили «3», «4» или «5» либо преодолели минимальный балл, от всех участников работы.',
    en: 'Participants marked 3, 4 or 5, or at or above the minimum score, out of all participants of the work.',
  },
  group: 'results',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'pass-rate',
  source: charoda,
  section: 'раздел 3',
};
