import { counted } from '../formats.ts';

/** Words of the comparison of ВПР marks with marks in the school journal. */
export const journal = {
  title: 'Отметки за ВПР и в журнале',
  lead: 'Сколько учеников получили за ВПР отметку ниже, такую же или выше, чем в школьном журнале. Все классы вместе.',
  caution:
    'Разница сама по себе не говорит о нарушении: журнальная отметка ставится за весь период, а ВПР — за одну работу.',
  lowered: 'ниже, чем в журнале',
  confirmed: 'такая же',
  raised: 'выше, чем в журнале',
  label: (subject: string, year: number, lowered: string, confirmed: string, raised: string) =>
    `ВПР, ${subject}, ${year} год: ниже, чем в журнале, — ${lowered}, такая же — ${confirmed}, выше — ${raised}. Остальные годы — в таблице.`,
  sentence: (year: number, lowered: string, confirmed: string, raised: string) =>
    `В ${year} году отметка за работу совпала с журналом у ${confirmed} учеников, была ниже у ${lowered}, выше у ${raised}.`,
  pooled: 'Все классы вместе; по классам — в таблицах выше. Классы, чей результат скрыт, не вошли.',
  table: 'Таблица с числами',
  year: 'Год',
  pupils: 'Учеников',
  gap: 'Разница в 2 и больше',
  hidden: 'Ни в одном классе не было нужного числа участников: сравнение с журналом не показано.',
  few: (minimum: number) => `меньше ${counted('ru', minimum, { one: 'участника', other: 'участников' })}`,
};

/** The shape that every language fills. */
export type JournalMessages = typeof journal;
