import type { Cluster } from '../contract/vocabulary.ts';

/**
 * What the order does for each cluster. Source: Приказ Чародинского района от 22.05.2023 № 94-А, раздел 2
 * («включение механизмов мер поддержки для каждого кластера»). Clusters without measures are not listed there.
 */
export const measures: Readonly<Partial<Record<Cluster, { ru: string; en: string }>>> = {
  '500+': {
    ru: 'Мониторинг реализации концепций программ развития, среднесрочных программ и программ рискованных профилей',
    en: 'Monitoring of the concepts of development programmes, medium-term programmes and risk-profile programmes',
  },
  '2': {
    ru: 'Адресная поддержка школ с низкими образовательными результатами',
    en: 'Targeted support of schools with low results',
  },
  '1': {
    ru: 'Меры поддержки профилактики учебной неуспешности',
    en: 'Support of the prevention of failure in learning',
  },
  '3': {
    ru: 'Меры поддержки по организации деятельности школ, имеющих риск снижения образовательных результатов',
    en: 'Support in organising the work of schools whose results are at risk of falling',
  },
};
