import { percent } from '../formats.ts';

const points = (value: string) => `${value}\u00a0п.\u00a0п.`;

/** One window in words. */
export interface WindowWords {
  years: string;
  level: string;
  change: string;
  low: string;
  high: string;
}

/** Words of level and change over three years. */
export const windows = {
  title: 'Уровень и изменение за три года',
  lead: 'Один год может быть удачным, другой — нет. Поэтому здесь три года взяты вместе. Чем левее точка, тем меньше тех, кто не преодолел порог. Чем точка ниже, тем лучше менялась школа, если сравнить её с регионом. Овал — это место, куда точку мог сдвинуть случай.',
  points,
  keyZero: 'линия региона: менялась так же',
  keyRegion: 'уровень региона',
  keyEarlier: 'прежние три года',
  axisX: 'доля не преодолевших порог за три года',
  axisY: 'изменение относительно региона, п. п.',
  share: (value: number) => percent('ru', value),
  label: (name: string, { years, level, change, low, high }: WindowWords) =>
    `${name}, ${years}: доля не преодолевших порог ${level}, изменение относительно региона ${points(change)}, овал от ${low} до ${high}. Прежние годы — в таблице.`,
  sentence: (years: string, level: string, region: string, change: string) =>
    `За ${years} годы порог не преодолели ${level} участников, в регионе в тех же классах — ${region}. Если вычесть то, как сдвинулся весь регион, доля изменилась так: ${points(change)}`,
  verdict: {
    below:
      'Овал весь лежит ниже линии региона: один случай так сдвинуть точку вряд ли мог. Можно ли этому верить, сказано в части «Стало ли лучше».',
    above: 'Овал весь лежит выше линии региона: один случай так сдвинуть точку вряд ли мог.',
    across: 'Овал пересекает линию региона: так сдвинуть точку мог и случай.',
  },
  table: 'Таблица с числами',
  columns: {
    years: 'Годы',
    level: 'Доля',
    region: 'В регионе',
    change: 'Изменение, п.\u00a0п.',
    levelOval: 'Овал: доля',
    changeOval: 'Овал: изменение',
  },
  from: (low: string, high: string) => `от\u00a0${low} до\u00a0${high}`,
};

/** The shape that every language fills. */
export type WindowsMessages = typeof windows;
