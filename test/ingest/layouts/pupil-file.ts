import { folderWith } from '../../support.ts';
import { set } from './fixtures.ts';
import { type Cells, delimited } from './make.ts';
import { stagedOf } from './run.ts';

export const head = [
  ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося'],
  ...[
    'отметка за предыдущую четверть/триместр',
    'пол',
    'класс',
    'вариант',
    'всего баллов',
    'балл за 1',
    'Учебник',
  ],
];
export const name = 'ВПР 2021 математика 4 класс.csv';
export const pupil = (code: number, changes: Record<number, string> = {}, school = 'sch223080'): string[] =>
  [school, 'Первый район', '1', String(code), '4', 'ж', 'а', '1', '10', '1', 'Моро'].map(
    (cell, i) => changes[i] ?? cell,
  );
export const auto = { id: 'data', files: '*.csv', profile: 'auto' };
export const folder = (
  rows: Cells[],
  more: Record<string, string | object> = {},
  file = name,
  input: object = auto,
) => folderWith({ 'dataset.json': set([input]), [file]: delimited(rows), ...more });

export const results = async (path: string) => (await stagedOf(path)).tables.results ?? [];
