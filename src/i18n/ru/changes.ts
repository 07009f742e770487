import type { ChangeVerdict, Reason } from '../../contract/vocabulary.ts';
import type { Direction, Evidence } from '../change-facts.ts';
import { plural } from '../formats.ts';

const grades = { one: 'класс', few: 'класса', other: 'классов' };

/** Words about changes: the school's page and the page of dynamics. */
export const changes = {
  title: 'Стало ли лучше',
  lead: 'Русский язык и математика, все классы вместе. Стрелка показывает, куда сдвинулась доля не преодолевших порог: вниз — таких участников меньше. Слово рядом — насколько этому можно верить.',
  why: 'Почему так?',
  noData: 'Сравнить пока нечего: двух сравнимых лет с результатами нет.',
  few: (few: number) => `Участников меньше ${few}: при таком числе доля сильно зависит от случая.`,
  evidence: {
    confirmed: 'стало лучше, подтверждено',
    formal: 'формально ниже, не подтверждено',
    'no-clear-change': 'ясного изменения нет',
    worsened: 'стало хуже, подтверждено',
    undetermined: 'точно сказать нельзя',
    'few-participants': 'мало участников',
    absent: 'сравнить не с чем',
  } satisfies Record<Evidence, string>,
  /** Where the share itself did not move that way: only the region moved more. */
  againstRegion: {
    confirmed: 'лучше, чем по региону; подтверждено',
    worsened: 'хуже, чем по региону; подтверждено',
  },
  directions: {
    down: 'доля не преодолевших порог ниже',
    up: 'доля не преодолевших порог выше',
    same: 'доля не преодолевших порог такая же',
    open: 'направление неизвестно: часть чисел скрыта',
  } satisfies Record<Direction, string>,
  moved: (direction: Direction, year: number) =>
    ({
      down: `Доля не преодолевших порог ниже, чем в ${year} году`,
      up: `Доля не преодолевших порог выше, чем в ${year} году`,
      same: `Доля не преодолевших порог такая же, как в ${year} году`,
      open: `Выше или ниже доля не преодолевших порог, чем в ${year} году, сказать нельзя: часть чисел скрыта`,
    })[direction],
  confirmedBy: 'Изменение лучше, чем по региону, и больше того, что даёт случай.',
  confirmedNet: 'Оно больше и того, чего следовало ждать после низкого результата без всякой помощи.',
  worsenedBy: 'Изменение хуже, чем по региону, и больше того, что даёт случай.',
  within: '; разница в пределах того, что даёт случай',
  withinRegion: '; с учётом изменения по региону разница в пределах того, что даёт случай',
  small: (points: string) =>
    `; от изменения по региону отличие меньше ${points} — слишком мало, чтобы его считать`,
  regression:
    'После очень низкого результата следующий обычно выше и сам по себе: это возврат к среднему. Здесь изменение не больше того, чего следовало ждать без всякой помощи.',
  undetermined: 'Скрытые числа допускают разные выводы, поэтому вывода нет.',
  reasons: {
    suppressed: 'Результат одного из двух лет скрыт источником данных.',
    'few-participants': '',
    'not-held': 'В одном из двух лет процедуру не проводили.',
    'not-applicable': 'К этой школе не относится.',
    'no-data': 'За один из двух лет нет результатов.',
    'break-in-series': 'Условия работы изменились, поэтому годы нельзя сравнивать.',
  } satisfies Record<Reason, string>,
  hidden: (minimum: number) =>
    `В одном из двух лет в каждом классе было меньше ${minimum} участников: результат скрыт, чтобы по нему нельзя было узнать отметку отдельного ученика.`,
  hiddenExam: (minimum: number) =>
    `В одном из двух лет было меньше ${minimum} участников: результат скрыт, чтобы по нему нельзя было узнать отметку отдельного ученика.`,
  counts: (year: number, below: string, of: string, share: string) =>
    `${year} год: порог не преодолели ${below} из ${of} (${share}).`,
  pooled: (count: number) =>
    `Взяты вместе ${count} ${plural('ru', count, grades)}: те, что есть в обоих годах.`,
  points: (value: string) => `${value} п. п.`,
  formal: (points: string) => `Изменение доли: ${points}`,
  region: (points: string) => `По региону в тех же классах: ${points}`,
  relative: (points: string, interval: string) =>
    `Относительно региона: ${points}; 95-процентный интервал: ${interval}. Если интервал содержит ноль, разницу мог дать случай.`,
  relativeOnly: (points: string) => `Относительно региона: ${points}`,
  excess: (points: string) => `Отличие от ожидаемого с учётом возврата к среднему: ${points}`,
  identified: (year: number) =>
    `В ${year} году школа была в списке школ с низкими результатами, поэтому «лучше» требует ещё одной проверки — с учётом возврата к среднему.`,
  qValue: (value: string) =>
    `Поправка на число школ (q-значение Benjamini–Hochberg): ${value}. Чем меньше, тем надёжнее.`,
  from: (low: string, high: string) => `от ${low} до ${high}`,
  verdicts: {
    improved: 'лучше',
    worsened: 'хуже',
    'no-clear-change': 'ясного изменения нет',
    undetermined: 'сказать нельзя',
  } satisfies Record<ChangeVerdict, string>,
};

/** The shape that every language fills. */
export type ChangeMessages = typeof changes;
