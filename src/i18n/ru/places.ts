/** Words of a municipality's own page, and the contents of a school's. */
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
  contents: 'На этой странице',
  parts: {
    status: 'Статус и основания',
    change: 'Стало ли лучше',
    dynamics: 'Динамика',
    windows: 'Три года вместе',
    cohorts: 'Те же дети',
    similar: 'Похожие школы',
    help: 'Помощь школе',
  },
  renamed: (release: string) => `В прежнем выпуске (${release}) школа называлась:`,
  moved: (before: string, now: string, release: string) =>
    `В прежнем выпуске (${release}) школа относилась к другому муниципалитету: ${before}. Теперь это ${now}; все её результаты, и прошлых лет, отнесены к нему.`,
  none: 'Показателей этого муниципалитета в выпуске нет.',
};

/** The shape that every language fills. */
export type PlacesMessages = typeof places;
