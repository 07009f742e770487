import { charoda, type Indicator } from './indicator.ts';

export const lowWellbeingQuartile: Indicator = {
  id: 'low-wellbeing-quartile',
  name: {
    ru: 'Доля школ в нижней четверти по ИСБ',
    en: 'Share of schools in the lowest quarter of social well-being',
  },
  description: {
    ru: 'Школы, которые входят в нижний квартиль региона по индексу социального благополучия.',
    en: 'Schools in the region’s lowest quartile of the index of social well-being.',
  },
  group: 'risk',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'low-wellbeing-quartile',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ в зоне риска снижения результатов',
};
