import { dayInText } from '../formats.ts';
import type { Locality, SchoolType } from '../types.ts';

/** Words of the pages that show results: schools, municipalities, the region. */
export const results = {
  procedures: { vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' },
  proceduresLong: {
    vpr: 'Всероссийские проверочные работы',
    oge: 'Основной государственный экзамен, 9 класс',
    ege: 'Единый государственный экзамен, 11 класс',
  },
  sessions: { spring: 'весна', autumn: 'осень', main: 'основной период' },
  types: {
    primary: 'начальная школа',
    basic: 'основная школа (1–9 классы)',
    secondary: 'средняя школа (1–11 классы)',
    lyceum: 'лицей',
    gymnasium: 'гимназия',
    other: 'образовательная организация',
  } satisfies Record<SchoolType, string>,
  localities: { urban: 'город', rural: 'сельская местность' } satisfies Record<Locality, string>,
  smallSchool: 'малокомплектная',
  summary: 'Коротко',
  chanceNote:
    'В небольших группах доля меняется от года к году и без видимой причины: два-три ученика сдвигают её на несколько процентов. Поэтому сама по себе разница с прошлым годом ещё не говорит о том, что учить стали иначе.',
  nothingShown: 'График не построен: все результаты скрыты или их нет. Причины по годам — в таблице.',
  noResults: 'Результатов в этом выпуске нет.',
  dynamics: 'Динамика: доля не преодолевших порог',
  dynamicsLead:
    'Доля участников, которые получили «2» или не набрали минимальный балл: чем ниже точка, тем меньше таких участников.',
  lineNote: 'Линия соединяет только годы, которые можно сравнивать.',
  thisSchool: 'эта школа',
  region: 'регион',
  table: 'Таблица с числами',
  marks: 'Отметки по годам, % участников',
  otherSubjects: 'Другие предметы',
  work: (procedure: string, subject: string) => `${procedure}. ${subject}`,
  chartFoot: (source: string, release: string) => `Источник: ${source}. Выпуск ${release}.`,
  downloads: 'Скачать данные этой страницы',
  json: 'JSON этой страницы',
  allData: 'Все таблицы выпуска',
  schools: 'Школы',
  schoolsFolded: (count: number) => `Список школ: ${count}`,
  columns: {
    year: 'Год',
    grade: 'Класс',
    participants: 'Участ\u00adников',
    below: 'Не преодо\u00adлели порог',
    share: 'Доля',
    interval: '95-процентный интервал',
    mark: (mark: number) => `«${mark}»`,
  },
  hiddenHelp: (range: string) =>
    `Запись «${range}» вместо точного числа значит, что оно скрыто: по нему можно было бы узнать отметку отдельного ученика.`,
  roundedHelp: (range: string) =>
    `Запись «${range}» значит, что число округлено и лежит в этих пределах: по точному числу можно было бы узнать отметку отдельного ученика.`,
  protections: {
    none: '',
    suppressed: 'скрыто источником данных',
    'few-participants': (minimum: number) => `меньше ${minimum} участников, результат скрыт`,
    'few-failing': '',
    'coded-tail': 'почти у всех одна отметка, точные числа скрыты',
    rounded: 'числа округлены',
    widened: 'часть чисел показана диапазоном',
  },
  reasons: {
    suppressed: 'Скрыто источником данных.',
    'few-participants': 'Слишком мало участников, чтобы показать результат.',
    'not-held': 'Не проводилось.',
    'not-applicable': 'К этой школе не относится.',
    'no-data': 'Данных нет.',
    'break-in-series': 'Сравнивать нельзя: условия изменились.',
  },
  /** In a table, beside a year without a result. */
  missing: {
    notHeld: 'не проводилось',
    closed: 'школа закрыта',
    notOpen: 'школа ещё не открыта',
    noData: 'нет данных',
    nowhere: 'нет данных по всему региону',
  },
  closedOn: (iso: string) => `Школа закрыта ${dayInText('ru', iso)}. Показаны результаты до закрытия.`,
  openedOn: (iso: string) => `Школа открыта ${dayInText('ru', iso)}.`,
  closedMark: (year: string) => `закрыта в ${year} году`,
  openedMark: (year: string) => `открыта в ${year} году`,
  more: 'Ещё',
  howToRead: 'Как читать графики',
  unknown: 'нет данных',
};
