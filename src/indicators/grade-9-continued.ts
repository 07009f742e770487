import { charoda, type Indicator } from './indicator.ts';

export const grade9Continued: Indicator = {
  id: 'grade-9-continued',
  name: { ru: 'Продолжили учёбу после 9 класса', en: 'Continued education after grade 9' },
  description: {
    ru: 'Выпускники 9 классов, которые продолжили учёбу в школе или колледже, из всех выпускников.',
    en: 'Grade-9 leavers who went on at school or in vocational education, of all leavers.',
  },
  group: 'identification',
  unit: 'share',
  direction: 'higher-better',
  counts: 'pupils',
  levels: ['school', 'municipality', 'region'],
  sql: 'observed',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ с низкими образовательными результатами',
};
