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
  lead: 'Один год бывает удачным или неудачным случайно, поэтому здесь взяты три года вместе. Чем левее точка, тем меньше участников не преодолели порог. Чем она ниже, тем лучше школа изменилась по сравнению с регионом. Овал показывает, куда точку мог сдвинуть случай.',
  points,
  keyZero: 'изменилась, как регион',
  keyRegion: 'уровень региона',
  keyEarlier: 'прежние три года',
  axisX: 'доля не преодолевших порог за три года',
  axisY: 'изменение относительно региона, п. п.',
  share: (value: number) => percent('ru', value),
  label: (name: string, all: readonly WindowWords[]) =>
    `${name}. ${all
      .map(
        ({ years, level, change, low, high }) =>
          `${years}: доля не преодолевших порог ${level}, изменение относительно региона ${points(change)}, овал от ${low} до ${high}`,
      )
      .join('; ')}.`,
  sentence: (years: string, level: string, region: string | null, change: string) =>
    `За ${years} годы порог не преодолели ${level} участников${region === null ? '' : `; в регионе в тех же классах — ${region}`}. Изменение от первого года к последнему относительно региона: ${points(change)}`,
  verdict: {
    below:
      'Овал целиком ниже линии: одним случаем такое изменение не объяснить. Подтверждено ли улучшение, сказано в части «Стало ли лучше».',
    above: 'Овал целиком выше линии: одним случаем такое изменение не объяснить.',
    across: 'Овал пересекает линию «изменилась, как регион»: изменение могло быть случайным.',
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
