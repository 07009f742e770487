import { counted, list } from '../formats.ts';

const schools = { one: 'школа', few: 'школы', other: 'школ' };
const rows = { one: 'значение', few: 'значения', other: 'значений' };

/** Words of the pages of indicators. */
export const indicators = {
  title: 'Показатели',
  lead: 'Показатели приказа о школах с низкими результатами: значение по региону, определение, источник и сам запрос, который считает показатель.',
  groups: {
    results: 'Основные величины',
    identification: 'Выявление школ с низкими результатами',
    risk: 'Школы в зоне риска',
    'prevention-needed': 'Кому нужна профилактика неуспешности',
    dynamics: 'Динамика',
    deficits: 'Дефициты ресурсов',
    'risk-results': 'Результаты школ в зоне риска',
    prevention: 'Профилактика неуспешности',
    objectivity: 'Объективность результатов',
  } as Readonly<Record<string, string>>,
  now: (year: number) => `по региону, ${year} год`,
  noValue: 'значения нет',
  more: (count: number) => `и ещё ${count}`,
  byYears: 'По годам',
  years: (years: string) => `по годам: ${years}`,
  trendNote: 'Маленький график — значения по годам, правый столбик — последний год.',
  definition: 'Что это',
  formula: 'Как считается',
  numerator: 'Числитель',
  denominator: 'Знаменатель',
  direction: 'Куда лучше',
  directions: {
    'higher-better': 'чем больше, тем лучше',
    'lower-better': 'чем меньше, тем лучше',
    neither: 'само по себе больше или меньше ничего не значит',
  },
  source: 'Источник',
  section: 'Раздел',
  levels: 'Для кого считается',
  levelNames: { school: 'школа', municipality: 'муниципалитет', region: 'регион' },
  facts: 'Об этом показателе',
  breaks: (years: readonly string[]) =>
    `Столбики не соединены линией: ВПР ${list('ru', years)} годов писали осенью, и их нельзя сравнивать с остальными.`,
  score: 'средний балл',
  share: 'доля',
  columns: {
    what: 'О чём',
    year: 'Год',
    value: 'Значение',
    numerator: 'Числитель',
    denominator: 'Знаменатель',
    uncounted: 'Не учтено',
    municipality: 'Муниципалитет',
  },
  whole: 'в целом',
  atRisk: 'школы в зоне риска',
  formal: 'формально',
  confirmed: 'подтверждено',
  municipalities: (year: number) => `По муниципалитетам, ${year} год`,
  municipalitiesLead: 'По алфавиту. Порядок не зависит от значений.',
  notForMunicipalities: 'По муниципалитетам этого показателя в выпуске нет.',
  hidden: 'Сколько скрыто и почему',
  hiddenNone: 'По этому показателю в последнем году ничего не скрыто.',
  hiddenRows: (count: number, reason: string) => `${counted('ru', count, rows)} — ${reason}`,
  uncountedSchools: (count: number, year: number) =>
    `В ${year} году не учтены ${counted('ru', count, schools)}: данных о них нет или их не хватает.`,
  reasons: {
    suppressed: 'скрыто источником данных',
    'few-participants':
      'участников слишком мало: по значению можно было бы узнать результат отдельного ученика',
    'not-held': 'не проводилось',
    'not-applicable': 'показатель сюда не относится',
    'no-data': 'данных нет',
    'break-in-series': 'годы нельзя сравнивать',
    'few-failing': 'число мало и показано диапазоном',
    'coded-tail': 'почти у всех один результат: число показано диапазоном',
    rounded: 'число округлено',
    remembered: 'скрыто, как в прежнем выпуске',
    widened: 'итог показан диапазоном: внутри есть скрытые числа',
    corrected: 'итог показан диапазоном: скрытые числа в нём исправлены после прежнего выпуска',
  } as Readonly<Record<string, string>>,
  hiddenIn: (year: number) => `Школы и муниципалитеты, ${year} год:`,
  sql: 'Запрос, который считает показатель',
  sqlLead:
    'Это тот самый текст SQL, которым посчитаны числа выпуска. Таблицы, из которых он читает, лежат на странице «Данные»; таблицы parameter… содержат значения методики.',
  sqlDownload: 'Скачать запрос',
  dataPage: 'Таблицы для запроса',
  noRows: 'В этом выпуске значений показателя нет: данные для него не получены.',
  basicsNote:
    'Классы одного предмета сложены вместе. По классам — на страницах школ, муниципалитетов и в разделе «Исследовать».',
  chartLabel: (name: string, values: string) => `${name}. ${values}`,
};

/** The shape that every language fills. */
export type IndicatorMessages = typeof indicators;
