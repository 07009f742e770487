import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/i18n/faults.ts';
import { faultOf, folderWith } from '../../support.ts';
import { set } from './fixtures.ts';
import { workbook } from './make.ts';
import { auto, folder, head, name, pupil, results } from './pupil-file.ts';
import { stagedOf } from './run.ts';

interface Case {
  what: string;
  path: () => string;
  code: string;
  says: RegExp;
}

const cases: Case[] = [
  {
    what: 'a layout that does not exist',
    path: () => folder([head, pupil(40001)], {}, name, { ...auto, profile: 'builtin:vpr-1999' }),
    code: 'unknown-layout',
    says: /inputs\.data\.profile.*vpr-1999.*vpr-2021/s,
  },
  {
    what: 'a file that is not of the layout named',
    path: () => folder([head, pupil(40001)], {}, name, { ...auto, profile: 'builtin:vpr-2020' }),
    code: 'layout-not-recognised',
    says: /ВПР 2021.*vpr-2020.*inspect/s,
  },
  {
    what: 'a file that says no year',
    path: () => folder([head, pupil(40001)], {}, 'математика 4 класс.csv'),
    code: 'not-in-names',
    says: /inputs\.data\.constants.*year.*dataset\.json/s,
  },
  {
    what: 'a file name and a title that disagree',
    path: () =>
      folderWith({
        'dataset.json': set([{ ...auto, files: '*.xlsx' }]),
        'ВПР 2022 математика 4 класс.xlsx': workbook({ Sheet: [['ВПР 2021'], head, pupil(40001)] }),
      }),
    code: 'names-disagree',
    says: /2021.*2022.*"year"/s,
  },
  {
    what: 'two sheets of data',
    path: () =>
      folderWith({
        'dataset.json': set([{ ...auto, files: '*.xlsx' }]),
        'ВПР 2021 математика 4 класс.xlsx': workbook({
          Один: [head, pupil(40001)],
          Два: [head, pupil(40002)],
        }),
      }),
    code: 'several-layout-sheets',
    says: /«Один», «Два».*builtin:vpr-2021#/s,
  },
  {
    what: 'a sheet of groups without a login',
    path: () =>
      folderWith({
        'dataset.json': set([{ ...auto, files: '*.xlsx' }]),
        'ВПР 2021 математика 4 класс.xlsx': workbook({
          Отчёт: [
            ['Группы участников', 'Кол-во участников', 2, 3, 4, 5],
            ['Первый район', 10, 10, 20, 30, 40],
          ],
        }),
      }),
    code: 'only-totals',
    says: /1 rows.*login/s,
  },
  {
    what: 'a comparison with the journal for a work of which nothing else is known',
    path: () =>
      folderWith({
        'dataset.json': set([{ ...auto, files: '*.xlsx' }]),
        'ВПР 2021 математика 4 класс.xlsx': workbook({
          Отчёт: [
            ['Группы участников', 'Кол-во участников', '%'],
            ['sch223080 СОШ'],
            ['Понизили', 1, 10],
            ['Подтвердили', 8, 80],
            ['Повысили', 1, 10],
            ['Всего', 10, 100],
          ],
        }),
      }),
    code: 'rows-rejected',
    says: /part-without-results/,
  },
  {
    what: 'a new column',
    path: () =>
      folder([
        [...head, 'Новое'],
        [...pupil(40001), 'x'],
      ]),
    code: 'unknown-column',
    says: /Новое/,
  },
];

describe('a built-in layout that cannot be used', () => {
  it.each(cases)('$what: fault, place and remedy', async ({ path, code, says }) => {
    const fault = await faultOf(() => stagedOf(path()));
    expect(fault.code).toBe(code);
    for (const lang of ['ru', 'en'] as const) {
      expect(describeFault(fault, lang).split('\n')).toHaveLength(2);
      expect(describeFault(fault, lang)).not.toMatch(/\{\w+\}/);
    }
    expect(describeFault(fault, 'en')).toMatch(says);
  });

  it('constants of dataset.json win over file name and title', async () => {
    const input = { ...auto, constants: { year: 2022, subject: 'russian' } };
    expect(await results(folder([head, pupil(40001, { 8: '24' })], {}, name, input))).toMatchObject([
      { year: 2022, subject: 'russian', session: 'autumn', written_in_grade: 5, mark_4: 1 },
    ]);
  });

  it('one of several sheets is read by its name', async () => {
    const path = folderWith({
      'dataset.json': set([{ id: 'data', files: '*.xlsx', profile: 'builtin:vpr-2021#Два' }]),
      'ВПР 2021 математика 4 класс.xlsx': workbook({
        Один: [head, pupil(40001)],
        Два: [head, pupil(40002), pupil(40003)],
      }),
    });
    expect(await results(path)).toMatchObject([{ participants: 2 }]);
  });
});
