import { charoda, type Indicator } from './indicator.ts';

export const positiveDynamicsSubject: Indicator = {
  id: 'positive-dynamics-subject',
  name: { ru: 'Положительная динамика по предмету', en: 'Positive dynamics in a subject' },
  description: {
    ru: 'Школы с низкими результатами, у которых результат по русскому языку или математике стал лучше. Формально — доля не преодолевших порог ниже прошлой; подтверждено — больше, чем по региону, и не от случая.',
    en: 'Low-results schools whose results in Russian or mathematics got better. Formal: the share below the threshold is lower. Confirmed: by more than the region’s and beyond chance.',
  },
  group: 'dynamics',
  unit: 'share',
  direction: 'higher-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'positive-dynamics',
  source: charoda,
  section: 'раздел 3, группа показателей по определению динамики',
};
