import {
  basicRows,
  examRows,
  journalRows,
  marksLong,
  marksNative,
  objectivityRows,
  scoresLong,
  scoresNative,
  taskRows,
} from './fixture-groups.ts';
import { vpr2020, vpr2021, vpr2022, vprSchool } from './fixture-pupils.ts';
import { delimited, workbook } from './make.ts';

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
