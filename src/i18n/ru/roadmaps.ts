import type { ActivityState, PeriodBasis, Recurrence } from '../../contract/roadmap.ts';
import type { Level } from '../../contract/vocabulary.ts';
import { counted, dayInText } from '../formats.ts';

const items = (n: number) =>
  counted('ru', n, { one: 'мероприятие', few: 'мероприятия', other: 'мероприятий' });

/** Слова страниц дорожных карт. */
export const roadmaps = {
  title: 'Дорожные карты',
  lead: 'Кто, что и к какому сроку делает, чтобы помочь школам, — и что из этого уже должно быть сделано.',
  own: 'Дорожная карта региона',
  noOwn: 'Своей дорожной карты регион в этот выпуск не передал.',
  orders: 'Дорожные карты из приказов',
  ordersLead:
    'Опубликованные приказы регионов, городов и районов, по которым работали другие. Факты пересказаны коротко, вместо имён — должности. Результатов их выполнения в наших данных нет.',
  items,
  source: (body: string, number: string, day: string) =>
    `${body}. Приказ от ${dayInText('ru', day)} №\u00a0${number}`,
  onDay: (day: string) => `Состояние на ${dayInText('ru', day)}`,
  methodLink: 'Как выводится состояние',
  howDerived:
    'Состояние выведено из сроков: отметки о выполнении в приказах не ставят. «Срок прошёл» значит, что срок позади, а результата в данных нет, — но не то, что работа не сделана.',
  states: {
    done: 'результат записан',
    upcoming: 'впереди',
    due: 'срок идёт',
    recurring: 'повторяется',
    overdue: 'срок прошёл, результата в данных нет',
    'no-date': 'дату вывести нельзя',
  } satisfies Record<ActivityState, string>,
  until: (day: string) => `до ${dayInText('ru', day)}`,
  from: (day: string) => `с ${dayInText('ru', day)}`,
  next: (day: string) => `следующий срок — до ${dayInText('ru', day)}`,
  range: (from: string, to: string) => `${from} — ${to}`,
  levels: { region: 'Регион', municipality: 'Муниципалитет', school: 'Школа' } satisfies Record<
    Level,
    string
  >,
  recurrences: {
    once: '',
    monthly: 'каждый месяц',
    quarterly: 'каждый квартал',
    yearly: 'каждый год',
    term: 'каждую четверть',
    throughout: 'всё это время',
    'on-demand': '',
  } satisfies Record<Recurrence, string>,
  everyMonths: (n: number) => `раз в ${counted('ru', n, { one: 'месяц', few: 'месяца', other: 'месяцев' })}`,
  bases: {
    stated: '',
    'map-year': 'год — по дорожной карте',
    'map-years': 'год не назван: каждый год программы',
    'school-calendar': 'по обычному школьному календарю',
    'text-only': 'правила для таких слов нет',
    overlapping: 'сроки накладываются друг на друга',
    impossible: 'такого срока не бывает',
    missing: 'срок не назван',
  } satisfies Record<PeriodBasis, string>,
  columns: {
    item: '№',
    title: 'Мероприятие',
    period: 'Срок',
    responsible: 'Ответственный',
    expected: 'Ожидаемый результат',
    state: 'Состояние',
  },
  form: 'Форма',
  section: 'Раздел',
  level: 'Уровень',
  noPeriod: 'не назван',
  noRole: 'не назван',
  expectedNumber: (value: string, unit: string) => (unit === '%' ? `${value}\u00a0%` : `${value} ${unit}`),
  actual: (expected: string, value: string, year: number) =>
    `ожидалось: ${expected}; по данным ${year} года: ${value}`,
  calendar: 'Календарь',
  calendarLead: 'Что и когда должно быть закончено. Повторяющееся стоит в каждом своём сроке.',
  month: 'Месяц',
  due: 'Заканчивается',
  list: 'Мероприятия',
  undated: 'Сроки, из которых дата не следует',
  undatedLead: 'Слова оставлены такими, как в источнике: мы не угадываем.',
  filter: {
    legend: 'Отбор',
    day: 'На какой день',
    state: 'Состояние',
    role: 'Ответственный',
    all: 'все',
    shown: '{n} из {all}',
  },
  downloads: 'Взять с собой',
  subscribe: 'Подписаться на сроки (.ics)',
  subscribeHelp:
    'Файл календаря: скопируйте его адрес в «Подписаться по ссылке» в своём календаре, и сроки появятся там.',
  csv: 'Таблица (.csv)',
  print: 'Эту страницу можно напечатать: отбор при печати сохраняется.',
  event: {
    until: 'Срок',
    responsible: 'Ответственный',
    expected: 'Ожидаемый результат',
    period: 'В источнике',
  },
};

export type RoadmapMessages = typeof roadmaps;
