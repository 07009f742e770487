import { type Forms, list, plural } from '../formats.ts';
import type { PooledOutcome, PooledWork } from '../pooled-facts.ts';
import { level, work } from './sentences.ts';

const others: Forms = { one: 'школы', other: 'школ' };
const name = ({ procedure, subject }: PooledWork) => work({ procedure, subject, grades: [] });

function grades({ procedure }: PooledWork, { years }: PooledOutcome): string {
  const all = procedure === 'vpr' ? ', все классы' : '';
  if (years.length === 1) return `${all} вместе, ${years[0]} год`;
  const span = years.length === 2 ? list('ru', years.map(String)) : `${years[0]}–${years.at(-1)}`;
  return `${all} за ${span} годы вместе`;
}

/** Words of results taken together: on a school's page, and of the small schools of a municipality. */
export const pooled = {
  title: 'Результаты вместе',
  lead: 'По отдельности эти результаты скрыты: участников слишком мало. Показать можно сумму: все классы сразу или три года подряд. Она записана с запасом, чтобы по ней нельзя было узнать скрытое.',
  leadNone:
    'По отдельности эти результаты скрыты: участников слишком мало. Здесь не помогает и сумма: ни все классы сразу, ни три года подряд.',
  repeated: 'За три года один и тот же ребёнок мог писать работу не раз.',
  why: 'Что скрыто и почему',
  sentence: (fact: PooledWork, outcome: PooledOutcome, share: string) =>
    `${name(fact)}${grades(fact, outcome)}: ${level(outcome, share)}.`,
  wide: (facts: readonly PooledWork[]) =>
    `Сложить можно, но доля не названа: скрыто столько, что она могла бы быть почти любой. Это ${list('ru', facts.map(name))}.`,
  none: (facts: readonly PooledWork[], minimum: number) =>
    `Нельзя показать и сумму: ${list('ru', facts.map(name))}. Разных участников может быть меньше ${minimum} даже за три года.`,
  small: {
    title: (count: number) => `Маленькие школы: ${count}`,
    lead: (count: number, year: number) =>
      `${count === 1 ? 'В школе' : 'В школах'} из этого списка ни один класс за ${year} год нельзя показать отдельно: хотя бы по одной работе участников слишком мало. Показаны суммы: все классы предмета в этом году или за три года. Школы стоят по алфавиту.`,
    together: (counted: number, of: number) =>
      counted === of ? 'Все вместе' : `Вместе ${counted} из ${of} ${plural('ru', of, others)}`,
    school: 'Школа',
    cell: (share: string, below: string, all: string) => `${share} (${below} из ${all})`,
    apart: 'показана по классам',
    absent: 'нет результатов',
    wide: 'доля могла бы быть почти любой',
    none: (minimum: number) => `и вместе может быть меньше ${minimum} участников`,
    years: 'за три года',
    table: (year: number) => `ВПР, доля не преодолевших порог, все классы вместе, ${year} год`,
  },
};

/** The shape that every language fills. */
export type PooledMessages = typeof pooled;
