import type { Interval } from '../../stats/wilson.ts';
import { counted, countText, dayInText, list, percentRange } from '../formats.ts';
import type { HomeFacts, NewsFacts } from '../home-facts.ts';

const schools = { one: 'школа', few: 'школы', other: 'школ' };
const ofSchools = { one: 'школы', other: 'школ' };
const inMunicipalities = { one: 'муниципалитете', other: 'муниципалитетах' };
const rows = { one: 'строка', few: 'строки', other: 'строк' };
/** «стало у 2», «стало у 1–2», «не стало ни у одной» */
const at = (count: Interval): string =>
  count.high === 0 ? 'не стало ни у одной' : `стало у ${countText('ru', count)}`;
const procedures = { vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' };

/** Words of the home page that are made from the release. */
export const homePage = {
  sentences: ({ counts, years, low, positive }: HomeFacts): string[] => [
    `На сайте — результаты ${counted('ru', counts.schools, ofSchools)} в ${counted('ru', counts.municipalities, inMunicipalities)} за ${years.first}–${years.last} годы.`,
    ...(low
      ? [
          `По итогам ${low.year} года низкие результаты — у ${countText('ru', low.count)} из ${counted('ru', low.of.high, ofSchools)}, о которых хватает данных${low.share ? ` (${percentRange('ru', low.share)})` : ''}: им положена помощь.`,
        ]
      : []),
    ...(positive
      ? [
          `Из ${counted('ru', positive.of.high, ofSchools)}, которые были в этом списке в ${positive.before} году, на ВПР по ${positive.subject.ru_dative} к ${positive.year} году подтверждённо лучше ${at(positive.confirmed)}, формально лучше ${at(positive.formal)}.`,
        ]
      : []),
  ],
  map: 'Где школам нужна помощь',
  legend: 'Что на карте',
  shapes: {
    '500+': 'звезда',
    '2': 'закрашенный квадрат',
    '1': 'пустой треугольник',
    '3': 'пустой ромб',
    undetermined: 'пустой круг',
    'insufficient-data': 'маленький пустой круг',
    none: 'маленькая серая точка',
  },
  legendLine: (shape: string, name: string, meaning: string, count: number) =>
    `${shape} — ${name}: ${meaning} (${counted('ru', count, schools)})`,
  all: 'Все кластеры: школы и основания',
  news: 'Что нового в этом выпуске',
  newsLines: ({ day: iso, last, procedures: sat, previous, results }: NewsFacts): string[] => [
    `Данные получены ${dayInText('ru', iso)}. Последний год — ${last}: ${list(
      'ru',
      sat.map((name) => procedures[name]),
    )}.`,
    `В выпуске ${counted('ru', results, rows)} результатов. Опубликованный выпуск не меняется: исправления выходят следующим.`,
    previous ? `Предыдущий выпуск: ${previous}.` : 'Это первый выпуск: сравнивать его не с чем.',
  ],
  feed: 'Лента выпусков (Atom)',
  more: 'Динамика региона подробно',
};

/** The shape that every language fills. */
export type HomePageMessages = typeof homePage;
