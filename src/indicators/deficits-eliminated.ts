import { charoda, type Indicator } from './indicator.ts';

export const deficitsEliminated: Indicator = {
  id: 'deficits-eliminated',
  name: { ru: 'Устранены ресурсные дефициты', en: 'Resource deficits eliminated' },
  description: {
    ru: 'Школы, в которых за год устранён дефицит, по видам.',
    en: 'Schools where a deficit was eliminated in the year, by kind.',
  },
  group: 'deficits',
  unit: 'share',
  direction: 'higher-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'deficit-shares',
  source: charoda,
  section: 'раздел 3, группа показателей по мониторингу ресурсных дефицитов',
};
