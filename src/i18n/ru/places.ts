/** Words of a municipality's own page. */
export const places = {
  clusters: (year: number) => `Каким школам нужна помощь, ${year} год`,
  indicators: 'Показатели муниципалитета',
  lead: 'Последний год, за который есть данные; рядом — значение по региону. Порядок — как в приказе.',
  columns: {
    indicator: 'Показатель',
    year: 'Год',
    value: 'Значение',
    counts: 'Из чего',
    region: 'По региону',
  },
  none: 'Показателей этого муниципалитета в выпуске нет.',
};

/** The shape that every language fills. */
export type PlacesMessages = typeof places;
