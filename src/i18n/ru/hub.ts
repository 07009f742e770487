import { counted } from '../formats.ts';

const forms = {
  regions: { one: 'регион', few: 'региона', other: 'регионов' },
  schools: { one: 'школа', few: 'школы', other: 'школ' },
};

/** Общая страница нескольких регионов. */
export const hub = {
  title: 'Результаты школ по регионам',
  lead: 'Каждый регион сам публикует результаты своих школ. Здесь можно найти школу в любом из них.',
  label: 'Найти школу',
  hint: 'Название или номер школы и место: «Школа № 5, Озёрск». Можно начать с региона.',
  submit: 'Найти',
  results: 'Найденные школы и регионы',
  none: 'Ничего не нашлось. Попробуйте назвать место.',
  failed: 'Поиск не загрузился. Обновите страницу.',
  choose: 'Нашлось несколько: выберите стрелками.',
  place: 'Таких школ слишком много. Добавьте место: город или район.',
  closed: 'закрыта в {year} г.',
  regions: (count: number) => counted('ru', count, forms.regions),
  schools: (count: number) => counted('ru', count, forms.schools),
  years: (first: number, last: number) => (first === last ? `${first} год` : `${first}–${last} годы`),
  release: (day: string) => `выпуск от ${day}`,
  synthetic: 'данные вымышлены',
  explorer: 'исследовать',
  noRanking: 'Регионы стоят по алфавиту. Сайт не сравнивает регионы между собой и не строит рейтингов.',
  machines: 'Для программ',
  list: 'Список регионов и выпусков (JSON)',
  catalogue: 'Каталог данных (DCAT, JSON-LD)',
  withoutScript: 'Без JavaScript поиск по всем регионам не работает: выберите регион в списке.',
  other: 'In English',
};
