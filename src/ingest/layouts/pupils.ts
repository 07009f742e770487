import type { ProfileDraft } from '../../contract/profile.ts';

/** How exports of VPR spell that a pupil did not write the work. */
const absent = [
  'отсутствовал',
  'отсутствовала',
  'отсутствует',
  'отсутствие',
  'отс',
  'отс.',
  'не писал',
  'н',
  'нет',
];
const spellings = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.slice(0, 1).toUpperCase() + word.slice(1),
];

/** Rows of absent pupils are no participants. */
export const absentFilter = (from: string): NonNullable<ProfileDraft['filters']>[number] => ({
  from,
  drop: [...new Set(absent.flatMap(spellings))],
  reason: 'absent',
});

/** Task not done, and not reached, in four alphabets' worth of X. */
export const missing = [
  '',
  'X',
  'x',
  'Х',
  'х',
  '-',
  '–',
  '—',
  'не пройд.',
  'не пройд',
  'Не пройд.',
  'н/д',
  'N',
];

/** A mark of the journal: the Cyrillic letter З is a 3 that was typed. */
export const journalMark = (from: string) => ({
  from,
  values: { '2': 2, '3': 3, '4': 4, '5': 5, З: 3, з: 3, '2.0': 2, '3.0': 3, '4.0': 4, '5.0': 5 },
});

/** The pupil's sex is read only to notice rows whose cells have shifted. */
export const sexAnchor = (from: string): NonNullable<ProfileDraft['anchor']> => ({
  from,
  values: [
    'м',
    'ж',
    'муж',
    'жен',
    'муж.',
    'жен.',
    'м.',
    'ж.',
    'мужской',
    'женский',
    'm',
    'f',
    'male',
    'female',
  ],
});

/** Columns of single tasks, of books and of the class: known and not used. */
export const pupilExtras: RegExp[] = [
  /^балл за \d/,
  /^a-\d+-grade$/,
  /^\d+[\d.,a-zа-я]*\s*(\([^)]*\)\s*)*(\(\d+\s*б\.?\))?$/,
  /^(к|k)\d+/,
  /^учебник/,
  /^др\.?\s?уч/,
  /^другой учебник/,
  /^(класс|klass|наименование класса|groups|id|code|номер обучающегося|код обучающегося|код)$/,
  /^класс №/,
  /^(пол|gender)$/,
  /^(дата загрузки|код региона|регион|пользователь|номер участника)$/,
  /^(var|вариант)/,
];
