import { counted, day } from '../formats.ts';

const forms = {
  schools: { one: 'школа', few: 'школы', other: 'школ' },
  municipalities: { one: 'муниципалитет', few: 'муниципалитета', other: 'муниципалитетов' },
  inMunicipalities: { one: 'муниципалитете', other: 'муниципалитетах' },
  rows: { one: 'строка', few: 'строки', other: 'строк' },
  found: { one: 'школа найдена', few: 'школы найдены', other: 'школ найдено' },
};

/** Words of the frame around every page. */
export const site = {
  name: 'Динамика',
  tagline: 'результаты ВПР, ОГЭ и ЕГЭ школ региона по годам',
  language: 'Русский',
  skip: 'К содержанию',
  sitemap: 'Все разделы',
  mainNavigation: 'Разделы сайта',
  otherLanguage: 'In English',
  nav: {
    schools: 'Школы',
    municipalities: 'Муниципалитеты',
    dynamics: 'Динамика',
    clusters: 'Кластеры',
    indicators: 'Показатели',
    support: 'Поддержка',
    roadmaps: 'Дорожные карты',
    explore: 'Исследовать',
    data: 'Данные',
    methodology: 'Методика',
  },
  noticeLabel: 'Об этих данных',
  synthetic: 'Данные вымышлены: это демонстрационный регион, таких школ нет.',
  internal: 'Для служебного пользования. Не публиковать: числа показаны без защиты.',
  footer: {
    privacy: 'Что скрыто и почему',
    release: (release: string) => `Выпуск ${release}`,
    source: (publisher: string, licence: string) => `Источник: ${publisher}. Лицензия: ${licence}.`,
    accessed: (iso: string) => `Данные получены ${day('ru', iso)}`,
    noRanking: 'Сайт не строит рейтингов школ.',
  },
  crumbs: 'Путь к странице',
  home: 'Главная',
  schoolCount: (n: number) => counted('ru', n, forms.schools),
  municipalityCount: (n: number) => counted('ru', n, forms.municipalities),
  notFound: {
    title: 'Страница не найдена',
    text: 'Такой страницы нет. Возможно, школа сменила адрес страницы или ссылка записана с ошибкой.',
    schools: 'Найти школу в списке',
  },
};

/** Words of the search box. */
export const search = {
  label: 'Найти школу',
  hint: 'Название, номер или населённый пункт',
  submit: 'Все школы',
  results: 'Найденные школы',
  found: (n: number) => counted('ru', n, forms.found),
  none: 'Ничего не найдено. Попробуйте номер школы или часть названия.',
  failed: 'Поиск не загрузился. Откройте список всех школ.',
  choose: 'Найдено несколько школ. Выберите одну стрелками и нажмите Enter.',
  closed: 'закрыта в {year} году',
  place: 'Таких школ много. Добавьте город, село или район.',
  withoutScript: 'Без JavaScript поиск не работает: кнопка откроет список всех школ.',
  withoutScriptHere:
    'Без JavaScript поиск по названию не работает. Школы собраны ниже по муниципалитетам и по алфавиту; найти слово на странице может сам браузер (Ctrl + F).',
};

/** Words of the home page. */
export const home = {
  title: (region: string) => region,
  lead: 'Как школы региона справляются с ВПР, ОГЭ и ЕГЭ и что меняется от года к году.',
  summary: 'Регион коротко',
  scope: (schools: number, municipalities: number, first: number, last: number) =>
    `Опубликованы результаты за ${first}–${last} годы: ${counted('ru', schools, forms.schools)} в ${counted('ru', municipalities, forms.inMunicipalities)}.`,
  municipalities: 'Муниципалитеты',
  allSchools: 'Все школы по алфавиту',
  dynamics: 'Динамика по региону',
  release: 'Что в этом выпуске',
  releaseText: (title: string, results: number) =>
    `«${title}». В выпуске ${counted('ru', results, forms.rows)} результатов. Опубликованный выпуск не меняется: исправления выходят новым выпуском.`,
  downloads: 'Скачать данные выпуска',
  how: 'Как посчитано и что скрыто',
};
