import { charoda, type Indicator } from './indicator.ts';

export const failRate: Indicator = {
  id: 'fail-rate',
  name: { ru: 'Доля не преодолевших минимальный порог', en: 'Share below the minimum threshold' },
  description: {
    ru: 'Сколько участников получили «2» (ВПР, ОГЭ) или набрали меньше минимального балла (ЕГЭ), от всех участников работы.',
    en: 'Participants marked 2 (VPR, OGE) or under the minimum score (EGE), out of all participants of the work.',
  },
  group: 'results',
  unit: 'share',
  direction: 'lower-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'fail-rate',
  source: charoda,
  section: 'раздел 3',
};
