import type { Cells } from './make.ts';

export const tasks = (n: number, name: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => name(i + 1));
const repeated = (n: number, value: string | number) => Array.from({ length: n }, () => value);

/** 2020: fifty columns of English headers, `Учебник` among the tasks, codes of grade × 10,000. */
export function vpr2020(): Cells[] {
  const names = tasks(40, (i) => `a-${i}-grade`);
  const head = ['groups', 'user', 'id', 'code', 'otc', 'gender', 'klass', 'var-1', 'var-2', 'sum'];
  const tags = Array.from({ length: 60 }, (_, i) => `tag-${i}`).join(',');
  const pupil = (
    user: string,
    code: number,
    otc: string | number,
    gender: string,
    klass: string,
    sum: number | string,
  ) => [
    ...[tags, user, 9_000 + code, code, otc, gender, klass, sum === '' ? 'отсутствовал' : 1, '', sum],
    ...repeated(12, 1),
    'Моро М. И.',
    ...repeated(28, 'X'),
  ];
  return [
    [...head, ...names.slice(0, 12), 'Учебник', ...names.slice(12)],
    pupil('sch223080', 40001, 3, 'м', 'а', 5),
    pupil('sch223080', 40002, 'З', 'ж', 'А', 6),
    pupil('sch223080', 40003, '4', 'ж', 'нет', '10'),
    pupil('sch223080', 40004, '5\u00a0', 'м', 'НЕТ', 20),
    pupil('sch223080', 40005, 5, 'м', 'а', ''),
    pupil('sch223081', 40001, '', 'ж', 'а', 15),
  ];
}

/** 2021: one sheet; `регион` holds the municipality, numbers are texts, tasks have several kinds of X. */
export function vpr2021(): Cells[] {
  const head = [
    ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося'],
    ...['отметка за предыдущую четверть/триместр', 'пол', 'класс', 'вариант', 'всего баллов'],
    ...tasks(12, (i) => `балл за ${i}`),
    ...['Учебник', 'Др.уч. автор', 'Др.уч. название'],
  ];
  const pupil = (
    school: string,
    place: string,
    code: string,
    journal: string,
    variant: string,
    sum: string,
  ) => [
    ...[school, place, code.slice(-2), code, journal, 'ж', 'а', variant, sum],
    ...['1', 'X', 'x', 'Х', 'не пройд.', ...repeated(7, '1')],
    ...['Моро М. И.', '', ''],
  ];
  return [
    head,
    pupil('sch223080', 'Красногорский муниципальный район', '40001', '3', '1', '5'),
    pupil('sch223080', 'Красногорский муниципальный район', '40002', '\u00a03', '2', '6'),
    pupil('sch223080', 'Красногорский муниципальный район', '40003', '5', '1', '9'),
    pupil('sch223080', 'Красногорский муниципальный район', '40004', '3', '2', '15'),
    pupil('sch223080', 'Красногорский муниципальный район', '40005', '4', 'отсутствовал', ''),
    pupil('edu223379', 'г. Озёрск', '40001', '4', '1', '10'),
    pupil('edu223379', 'г. Озёрск', '40002', 'З', '1', '14'),
  ];
}

/** 2022: the class list and the protocol; login and name share a cell. */
export function vpr2022(): Record<string, Cells[]> {
  const head = [
    ...['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа', 'Дата загрузки', 'Код', 'Вариант'],
    ...['1 (1б)', '2 (2б)', '9(1) (1б)', '9(2) (1б)', '12K1 (2б)'],
    ...['Наименование класса', 'Пол', 'Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
  ];
  const pupil = (school: string, code: number, sum: number | string, journal: number, sex = 'Ж') => [
    ...[
      'operator',
      22,
      'Вымышленный край',
      'reg22_m019 | Красногорский муниципальный район',
      school,
      '2022-10-03',
    ],
    ...[code, sum === '' ? 'отсутствовал' : 3, 1, 2, 'Х', 0, 1, '6А', sex, journal, sum],
  ];
  const first = 'edu223379 | МКОУ «Озёрская СОШ»';
  return {
    Классы: [
      ['Класс', 'Количество'],
      ['6А', 4],
    ],
    Протокол: [
      head,
      pupil(first, 50001, 17, 3),
      pupil(first, 50002, 18, 3, 'М'),
      pupil(first, 50003, 29, 5),
      pupil(first, 50004, 45, 5),
      pupil(first, 50005, '', 4),
    ],
  };
}

/** 2025: the form of one school; two parts with a variant each. */
export function vprSchool(): Cells[] {
  const head = [
    ...['Код', 'Вариант (часть 1)', '1 (1б)', '2 (1б)', 'Вариант (часть 2)', '3 (2б)', '4 (2б)'],
    ...['Класс № 6', 'Пол', 'Отметка за предыдущий триместр/четверть', 'Итого баллов'],
  ];
  return [
    ['Всероссийские проверочные работы 2025. Математика'],
    [],
    head,
    [60001, 1, 1, 0, 1, 2, 1, '6а', 'м', 4, 4],
    [60002, 2, 1, 1, 2, 2, 2, '6а', 'ж', 5, 6],
    [60003, 'Отсутствовал', '', '', 'Отсутствовал', '', '', '6а', 'ж', 3, ''],
  ];
}
