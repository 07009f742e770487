import { type Cells, delimited, workbook } from './make.ts';

/** A source set of one region with these inputs; a file's input is named after its layout. */
export const set = (inputs: object[], more: object = {}): object => ({
  id: 'layout',
  title: { ru: 'Проверка формы', en: 'Layout test' },
  publisher: 'Dinamika',
  licence: 'CC0-1.0',
  accessed: '2025-09-01',
  released: '2025-09-01',
  synthetic: true,
  region: { id: 'r', name: 'Вымышленный край' },
  ...more,
  inputs,
});

const auto = (files = '*.xlsx', more: object = {}) => ({ id: 'data', files, profile: 'auto', ...more });

/** Schools for exports that name no municipality. */
const schools = {
  'schools.csv': delimited([
    ['id', 'name', 'm'],
    ['sch223080', 'МБОУ «СОШ № 1»', 'm1'],
    ['sch223081', 'МБОУ «СОШ № 2»', 'm1'],
    ['edu223379', 'МКОУ «Озёрская СОШ»', 'm1'],
    ['010101', 'МБОУ «СОШ № 1»', 'm1'],
    ['010102', 'МБОУ «СОШ № 2»', 'm1'],
  ]),
  'municipalities.csv': delimited([
    ['id', 'name'],
    ['m1', 'Первый район'],
  ]),
  'schools.json': {
    table: 'schools',
    delimiter: ';',
    columns: { school_id: { from: 'id' }, name: { from: 'name' }, municipality_id: { from: 'm' } },
  },
  'municipalities.json': {
    table: 'municipalities',
    delimiter: ';',
    columns: { municipality_id: { from: 'id' }, name: { from: 'name' } },
  },
};
const schoolInputs = [
  { id: 'schools', files: 'schools.csv', profile: 'schools.json' },
  { id: 'municipalities', files: 'municipalities.csv', profile: 'municipalities.json' },
];

const tasks = (n: number, name: (i: number) => string) => Array.from({ length: n }, (_, i) => name(i + 1));
const repeated = (n: number, value: string | number) => Array.from({ length: n }, () => value);

/** 2020: fifty columns of English headers, `Учебник` among the tasks, codes of grade × 10,000. */
function vpr2020(): Cells[] {
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
function vpr2021(): Cells[] {
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
function vpr2022(): Record<string, Cells[]> {
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
function vprSchool(): Cells[] {
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

const titles = (title: string, more: string): Cells[] => [
  [title],
  [more],
  ['Максимальный первичный балл: 20'],
  [],
];

function marksNative(): Cells[] {
  return [
    ...titles('Статистика по отметкам', 'ВПР 2021. 4 класс. Предмет: Математика'),
    ['Группы участников', 'Кол-во участников', 2, 3, 4, 5],
    ['Вся выборка', 1387000, 2.98, 21.4, 43.1, 32.52],
    ['Вымышленный край', 77, 10.39, 38.96, 32.47, 18.18],
    ['Красногорский муниципальный район', 40, 15, 35, 30, 20],
    ['sch223080 МБОУ «СОШ № 1»', 37, 13.51, 35.14, 32.43, 18.92],
    ['sch223081 МБОУ «СОШ № 2»', 3, 33.33, 33.33, 0, 33.33],
    ['reg22_m020 | г. Озёрск', 37, 13.51, 43.24, 32.43, 10.81],
    ['МКОУ «Озёрская СОШ» (edu223379)', 37, 13.51, 43.24, 32.43, 10.81],
    ['* Результаты округлены'],
  ];
}

function marksLong(): Cells[] {
  return [
    ['Год', 'Класс', 'Предмет', 'Муниципалитет', 'ОО', 'Логин', 'Кол-во участников', 2, 3, 4, 5],
    [
      '2021',
      4,
      'Математика',
      'Красногорский муниципальный район',
      'СОШ № 1',
      'sch223080',
      37,
      13.51,
      43.24,
      32.43,
      10.81,
    ],
    [
      '2020',
      4,
      'Русский язык',
      'Красногорский муниципальный район',
      'СОШ № 1',
      'sch223080',
      '30',
      '10',
      '40',
      '30',
      '20',
    ],
    [
      '2020',
      4,
      'Русский язык',
      'Красногорский муниципальный район',
      'СОШ № 1',
      'sch223080',
      '30',
      '10',
      '40',
      '30',
      '20',
    ],
  ];
}

const scoreHead = tasks(21, (i) => String(i - 1));
const scoreRow = (counts: Record<number, number>): (number | undefined)[] =>
  scoreHead.map((name) => counts[Number(name)] ?? 0);

function scoresNative(): Cells[] {
  return [
    ...titles('Распределение первичных баллов', 'ВПР 2021. 4 класс. Математика'),
    ['Группы участников', 'Кол-во участников', ...scoreHead.map(Number)],
    ['Вся выборка', 1387000, ...scoreRow({ 10: 100 })],
    ['Красногорский муниципальный район', 8, ...scoreRow({ 5: 12.5, 10: 87.5 })],
    ['sch223080 МБОУ «СОШ № 1»', 8, ...scoreRow({ 5: 12.5, 10: 50, 15: 37.5 })],
  ];
}

function scoresLong(): Cells[] {
  return [
    ['Год', 'Класс', 'Предмет', 'Муниципалитет', 'ОО', 'Логин', 'Кол-во участников', ...scoreHead],
    [
      '2021',
      4,
      'Математика',
      'Первый район',
      'СОШ № 1',
      'sch223080',
      3,
      ...scoreRow({ 6: 33.3, 10: 33.3, 20: 33.3 }),
    ],
  ];
}

function journalRows(): Cells[] {
  const group = (name: string, counts: [number, number, number]) => {
    const all = counts[0] + counts[1] + counts[2];
    const share = (n: number) => Math.round((10000 * n) / all) / 100;
    return [
      [name],
      ['Понизили (Отметка < Отметка по журналу)', counts[0], share(counts[0])],
      ['Подтвердили (Отметка = Отметке по журналу)', counts[1], share(counts[1])],
      ['Повысили (Отметка > Отметка по журналу)', counts[2], share(counts[2])],
      ['Всего', all, 100],
    ];
  };
  return [
    ...titles('Сравнение отметок с отметками по журналу', 'ВПР 2021. 4 класс. Математика'),
    ['Группы участников', 'Кол-во участников', '%'],
    ...group('Вымышленный край', [20, 45, 12]),
    ...group('Красногорский муниципальный район', [10, 25, 5]),
    ...group('sch223080 МБОУ «СОШ № 1»', [9, 24, 4]),
  ];
}

function taskRows(): Cells[] {
  return [
    ...titles('Выполнение заданий', 'ВПР 2021. 4 класс. Математика'),
    ['Группы участников', 'Кол-во участников', '1', '2', '3'],
    ['Макс. балл', '', 1, 2, 1],
    ['Вымышленный край', 77, 90, 70, 40],
    ['Красногорский муниципальный район', 40, 90, 70, 40],
    ['sch223080 МБОУ «СОШ № 1»', 37, 100, 50, 20],
  ];
}

function basicRows(): Cells[] {
  return [
    ...titles('Достижение планируемых результатов', 'ВПР 2021. 4 класс. Математика'),
    ['Группы участников', 'Кол-во участников', 'Достигли базового уровня, %'],
    ['Вымышленный край', 77, 90],
    ['Красногорский муниципальный район', 40, 85],
    ['sch223080 МБОУ «СОШ № 1»', 37, 86.49],
  ];
}

function objectivityRows(): Cells[] {
  const head = ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'];
  const rows: Cells[] = [
    ['2021', 'sch223080', 'Первый район', 'СОШ № 1', 1, 0, 1, 0, 2],
    ['2021', 'sch223081', 'Первый район', 'СОШ № 2', 0, 0, 1, 0, 1],
  ];
  // The block of the year stands there twice, as it does in a real one.
  return [head, ...rows, ...rows, ['2022', 'sch223080', 'Первый район', 'СОШ № 1', 1, 1, 1, 1, 4]];
}

function examRows(): Cells[] {
  const head = [
    ...[
      '',
      'Код МСУ',
      'Код ОО',
      'Класс',
      'Код ППЭ',
      'Аудитория',
      'Фамилия',
      'Имя',
      'Отчество',
      'Серия',
      'Номер',
    ],
    ...['Задания с кратким ответом', 'Задания с развёрнутым ответом', 'Первичный балл', 'Балл'],
  ];
  const pupil = (school: string, name: string, primary: number, score: number): Cells => [
    ...['', 'm1', school, '11А', '0101', '0005', 'Вымышленный', name, 'Иванович', '0102', '345678'],
    ...['+-+2', '2(2)1(3)', primary, score],
  ];
  return [
    ['01 - Русский язык 2021.06.03'],
    head,
    pupil('010101', 'Иван', 10, 22),
    pupil('010101', 'Пётр', 12, 24),
    pupil('010101', 'Олег', 50, 81),
    pupil('010101', 'Лев', 58, 100),
    pupil('010102', 'Глеб', 40, 80),
  ];
}

const scale = (rows: string): Record<string, string> => ({
  'scales.csv': `procedure,subject,grade,year,mark_3,mark_4,mark_5,maximum,source\n${rows}\n`,
});

/** Every fixture folder below test/files/layouts. `node test/ingest/layouts/write.ts` writes them. */
export const fixtures: Record<string, Record<string, string | Uint8Array | object>> = {
  'vpr-2020': {
    'dataset.json': set([...schoolInputs, auto()], { scales: 'scales.csv' }),
    ...schools,
    ...scale('vpr,mathematics,4,2020,6,10,15,20,Проверка'),
    'ВПР 2020 математика 5 класс (по программе 4 класса).xlsx': workbook({ Sheet1: vpr2020() }),
  },
  'vpr-2021': {
    'dataset.json': set([auto()]),
    'Проведение работы по математике, 4 класс. ВПР 2021.xlsx': workbook({ Sheet: vpr2021() }),
  },
  'vpr-2021-text': {
    'dataset.json': set([auto('*.csv')]),
    'ВПР 2021_МА_4 класс.csv': delimited(vpr2021()),
  },
  'vpr-2022': {
    'dataset.json': set([auto()]),
    'ВПР 2022. Русский язык. 6 класс по программе 5 класса.xlsx': workbook(vpr2022()),
  },
  'vpr-school': {
    'dataset.json': set([...schoolInputs, auto()], { scales: 'scales.csv' }),
    ...schools,
    ...scale('vpr,mathematics,6,2025,2,4,6,6,Проверка'),
    'edu223379 протокол.xlsx': workbook({ Лист1: vprSchool() }),
  },
  'marks-native': {
    'dataset.json': set([auto()]),
    'Статистика.xlsx': workbook({ Отчёт: marksNative() }),
  },
  'marks-long': { 'dataset.json': set([auto()]), 'Результаты ВПР.xlsx': workbook({ Лист1: marksLong() }) },
  'scores-native': {
    'dataset.json': set([...schoolInputs, auto()]),
    ...schools,
    'Баллы.xlsx': workbook({ Отчёт: scoresNative() }),
  },
  'scores-long': {
    'dataset.json': set([...schoolInputs, auto('b*.csv')]),
    ...schools,
    'b.csv': delimited(scoresLong()),
  },
  parts: {
    'dataset.json': set([
      auto('1*.xlsx', { id: 'marks' }),
      auto('2*.xlsx', { id: 'journal' }),
      auto('3*.xlsx', { id: 'tasks' }),
      auto('4*.xlsx', { id: 'basic' }),
    ]),
    '1 Статистика.xlsx': workbook({ Отчёт: marksNative() }),
    '2 Журнал.xlsx': workbook({ Отчёт: journalRows() }),
    '3 Задания.xlsx': workbook({ Отчёт: taskRows() }),
    '4 Базовый уровень.xlsx': workbook({ Отчёт: basicRows() }),
  },
  objectivity: {
    'dataset.json': set([...schoolInputs, auto()]),
    ...schools,
    'Маркеры.xlsx': workbook({ Лист1: objectivityRows() }),
  },
  'exam-centre': {
    'dataset.json': set([...schoolInputs, auto()]),
    ...schools,
    'ЕГЭ протокол.xlsx': workbook({ Лист1: examRows() }),
  },
  deficits: {
    'dataset.json': set([...schoolInputs, auto('deficits.csv')]),
    ...schools,
    'deficits.csv': delimited([
      ['Логин', 'ОО', 'Год', 'Вид дефицита', 'Выявлен', 'Устранён', 'Примечание'],
      ['sch223080', 'СОШ № 1', 2024, 'кадровый', 'да', 'нет', 'нет учителя физики'],
      ['sch223080', 'СОШ № 1', 2024, 'материально-технический', 'да', 'да', ''],
    ]),
  },
  'social-passport': {
    'dataset.json': set([...schoolInputs, auto('passport.csv')]),
    ...schools,
    'passport.csv': delimited([
      [
        'Логин',
        'ОО',
        'Год',
        'Численность обучающихся',
        'Дети с ОВЗ',
        'Дети-инвалиды',
        'Из многодетных семей',
        'Из малообеспеченных семей',
      ],
      ['sch223080', 'СОШ № 1', 2024, 400, 12, 3, 60, ''],
    ]),
  },
  'moscow-9722': {
    'dataset.json': set([auto('data-9722.csv')]),
    'data-9722.csv': delimited([
      ['EDU_NAME', 'AdmArea', 'District', 'YEAR', 'PASSES_OVER_220', 'PASSER_UNDER_160'],
      ['Школа № 1501', 'Центральный округ', 'Тверской', '2018-2019', 120, 4],
      ['Школа № 57', 'Центральный округ', 'Хамовники', '2018-2019', 150, 0],
    ]),
  },
};
