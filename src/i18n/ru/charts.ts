/** Words inside charts. */
export const charts = {
  dynamicsTitle: 'Доля не преодолевших порог',
  marksTitle: 'Отметки по годам, % участников',
  threshold: (share: string) => `граница низких результатов: ${share}`,
  interval: '95-процентный интервал',
  autumn: 'осенняя работа',
  autumnShort: 'осень',
  hidden: 'скрыто',
  range: 'число скрыто: показан диапазон',
  few: (minimum: number) => `меньше ${minimum} участников`,
  withheld: 'скрыто источником',
  noData: 'показать нечего: участников слишком мало или данных нет',
  mark: (mark: number) => `отметка ${mark}`,
  rest: 'Остальные годы — в таблице.',
  point: (year: number, share: string, of: string) => `${year}: ${share} (${of})`,
  of: (below: string, participants: string) => `${below} из ${participants}`,
  yearAutumn: (year: number) => `${year}, осень`,
};

/** The shape that every language fills. */
export type ChartMessages = typeof charts;
