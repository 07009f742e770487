import { charoda, type Indicator } from './indicator.ts';

export const grade11Continued: Indicator = {
  id: 'grade-11-continued',
  name: { ru: 'Продолжили учёбу после 11 класса', en: 'Continued education after grade 11' },
  description: {
    ru: 'Выпускники 11 классов, которые поступили в колледж или вуз, из всех выпускников.',
    en: 'Grade-11 leavers who went on to vocational or higher education, of all leavers.',
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
