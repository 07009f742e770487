import { charoda, type Indicator } from './indicator.ts';

export const biasListed: Indicator = {
  id: 'bias-listed',
  name: { ru: 'Школы в списке Рособрнадзора', en: 'Schools on the official list' },
  description: {
    ru: 'Школы, внесённые в список с признаками необъективности ВПР, из всех школ с результатами. Признак — повод проверить, а не вывод.',
    en: 'Schools listed with signs of biased VPR results, of all schools with results. A sign is a reason to look, not a finding.',
  },
  group: 'identification',
  unit: 'share',
  direction: 'lower-better',
  counts: 'schools',
  levels: ['municipality', 'region'],
  sql: 'bias-listed',
  source: charoda,
  section: 'раздел 3, группа показателей для выявления школ с низкими образовательными результатами',
};
