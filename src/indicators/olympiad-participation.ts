import { charoda, type Indicator } from './indicator.ts';

export const olympiadParticipation: Indicator = {
  id: 'olympiad-participation',
  name: { ru: 'Участие в школьном этапе олимпиады', en: 'Participation in the school stage of the olympiad' },
  description: {
    ru: 'Ученики, которые участвовали в школьном этапе Всероссийской олимпиады школьников, из всех учеников.',
    en: 'Pupils who took part in the school stage of the all-Russian olympiad, of all pupils.',
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
