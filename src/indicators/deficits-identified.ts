import { charoda, type Indicator } from './indicator.ts';

export const deficitsIdentified: Indicator = {
  id: 'deficits-identified',
  name: { ru: 'Выявлены ресурсные дефициты', en: 'Resource deficits identified' },
  description: {
    ru: 'Школы, в которых за год выявлен дефицит, по видам.',
    en: 'Schools where a deficit was identified in the year, by kind.',
  },
  group: 'deficits',
  unit: 'share',
  direction: 'neither',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'deficit-shares',
  source: charoda,
  section: 'раздел 3, группа показателей по мониторингу ресурсных дефицитов',
};
