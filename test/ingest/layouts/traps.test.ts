import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/i18n/faults.ts';
import { faultOf, folderWith } from '../../support.ts';
import { set } from './fixtures.ts';
import { delimited, workbook } from './make.ts';
import { auto, folder, head, name, pupil, results } from './pupil-file.ts';
import { stagedOf } from './run.ts';

describe('an absent pupil', () => {
  it.each(['отсутствовал', 'Отсутствовала', 'ОТСУТСТВУЕТ', 'отс.', 'Н', 'отсутствовал\u00a0'])(
    '«%s» is no participant',
    async (word) => {
      const { accounts, tables } = await stagedOf(
        folder([head, pupil(40001), pupil(40002, { 7: word, 8: '' })]),
      );
      expect(tables.results).toMatchObject([{ participants: 1 }]);
      expect(accounts).toMatchObject([{ rows_in: 2, published: 1, excluded: { absent: 1 } }]);
    },
  );
});

describe('a mark of the journal', () => {
  it.each(['З', 'з', '3', '\u00a03', '3\u202f', '3.0'])('%j is a 3', async (mark) => {
    const [row] = await results(folder([head, pupil(40001, { 4: mark })]));
    expect(row).toMatchObject({ mark_4: 1, journal_raised: 1, journal_confirmed: 0 });
  });

  it.each(['X', 'Х', 'не пройд.', '', '–'])(
    '%j is not known, and nothing is compared with it',
    async (mark) => {
      const [row] = await results(folder([head, pupil(40001, { 4: mark })]));
      expect(row).not.toHaveProperty('journal_raised');
    },
  );
});

describe('a score', () => {
  it.each([
    ['5', 'mark_2'],
    ['6', 'mark_3'],
    ['9', 'mark_3'],
    ['10', 'mark_4'],
    ['14', 'mark_4'],
    ['15', 'mark_5'],
    ['20', 'mark_5'],
  ])('of %s in mathematics, grade 4, 2021 is %s', async (score, mark) => {
    const [row] = await results(folder([head, pupil(40001, { 8: score })]));
    expect(row).toMatchObject({ [mark]: 1, participants: 1 });
  });

  it.each([
    ['21', 'score-above-maximum'],
    ['', 'missing-value'],
    ['X', 'missing-value'],
    ['десять', 'not-a-number'],
    ['-1', 'negative-count'],
  ])('of %j is rejected by its line as %s', async (score, rule) => {
    const rejected: object[] = [];
    const path = folder([head, pupil(40001), pupil(40002, { 8: score })]);
    const fault = await faultOf(() => stagedOf(path, (found) => rejected.push(...found)));
    expect(fault).toMatchObject({ code: 'rows-rejected', details: { rule, n: 1 } });
    expect(rejected).toEqual([{ file: name, line: 3, column: 'score', header: 'всего баллов', rule }]);
  });

  it('of a work without a scale stops, and the remedy is the row to add', async () => {
    const fault = await faultOf(() =>
      stagedOf(folder([head, pupil(40001)], {}, name.replace('2021', '2025'))),
    );
    expect(describeFault(fault, 'ru')).toContain('scales.csv');
    expect(describeFault(fault, 'en')).toContain('vpr,mathematics,4,2025,<least score of 3>');
  });

  it('is marked by the scale of the source set, which wins over ours', async () => {
    const scales =
      'procedure,subject,grade,year,mark_3,mark_4,mark_5,maximum,source\nvpr,mathematics,4,2021,1,2,3,20,Проверка\n';
    const path = folder([head, pupil(40001)], {
      'dataset.json': set([auto], { scales: 's.txt' }),
      's.txt': scales,
    });
    expect(await results(path)).toMatchObject([{ mark_5: 1 }]);
  });

  it('of a scale with a column too few names the column', async () => {
    const scales =
      'procedure,subject,grade,year,mark_3,mark_4,mark_5,source\nvpr,mathematics,4,2021,1,2,3,x\n';
    const path = folder([head, pupil(40001)], {
      'dataset.json': set([auto], { scales: 's.txt' }),
      's.txt': scales,
    });
    expect(await faultOf(() => stagedOf(path))).toMatchObject({
      code: 'own-table-column',
      place: { file: 's.txt', line: 1, column: 'maximum' },
    });
  });
});

describe('rows', () => {
  it('shifted by one column are rejected as shifted, by line, not for what the cells then seem to say', async () => {
    const right = ['', ...pupil(40002)].slice(0, head.length);
    const left = [...pupil(40003).slice(1), ''];
    const rejected: object[] = [];
    const path = folder([head, pupil(40001), right, left]);
    const fault = await faultOf(() => stagedOf(path, (found) => rejected.push(...found)));
    expect(fault.details).toMatchObject({ rule: 'shifted-row', n: 2 });
    expect(rejected).toEqual(
      [3, 4].map((line) => ({ file: name, line, column: 'пол', rule: 'shifted-row' })),
    );
    expect(describeFault(fault, 'ru')).toContain('shifted-row');
  });

  it('of a block that stands there twice stop the ingest: pupils would be counted twice', async () => {
    const block = [pupil(40001), pupil(40002)];
    const fault = await faultOf(() => stagedOf(folder([head, ...block, ...block])));
    expect(fault).toMatchObject({ code: 'repeated-pupils', details: { n: 2 } });
    expect(describeFault(fault, 'ru')).toContain('"repeated-pupils": 2');
  });

  it('with the same code in two schools are two pupils', async () => {
    expect(await results(folder([head, pupil(40001), pupil(40001, {}, 'sch223081')]))).toHaveLength(2);
  });

  it('with the same code are kept when the operator has said that they are two pupils', async () => {
    const input = { ...auto, accept_rejected: { 'repeated-pupils': 1 } };
    const { accounts, tables } = await stagedOf(folder([head, pupil(40001), pupil(40001)], {}, name, input));
    expect(tables.results).toMatchObject([{ participants: 2 }]);
    expect(accounts[0]).toMatchObject({ warnings: expect.arrayContaining(['repeated-pupils 1']) });
  });

  it.each(['а', 'А', 'нет', 'НЕТ', ''])(
    'of class %j are of one school: the class is not kept',
    async (group) => {
      expect(await results(folder([head, pupil(40001), pupil(40002, { 6: group })]))).toMatchObject([
        { participants: 2 },
      ]);
    },
  );

  it('whose columns stand in another order are the same rows', async () => {
    const order = [8, 3, 0, 10, 5, 1, 9, 7, 4, 2, 6];
    const moved = (cells: string[]) => order.map((i) => cells[i] ?? '');
    const rows = [head, pupil(40001), pupil(40002, { 8: '3' })];
    expect(await results(folder(rows.map(moved)))).toEqual(await results(folder(rows)));
  });
});

describe('a school with two logins', () => {
  const rows = [head, pupil(40001), pupil(40002, {}, 'edu223080')];

  it('is proposed when the digits match, and nothing is joined by itself', async () => {
    const { accounts, tables } = await stagedOf(folder(rows));
    expect(tables.results).toHaveLength(2);
    expect(accounts[0]).toMatchObject({
      warnings: expect.arrayContaining(['same-digits edu223080 = sch223080']),
    });
  });

  it('is one school when the table of aliases says so', async () => {
    const aliases = {
      'dataset.json': set([auto], { aliases: 'a.txt' }),
      'a.txt': 'alias,school_id\nEDU223080,sch223080\n',
    };
    const { tables } = await stagedOf(folder(rows, aliases));
    expect(tables.results).toMatchObject([{ school_id: 'sch223080', participants: 2 }]);
    expect(tables.schools).toHaveLength(1);
  });
});

it('a file with the bytes of another year’s is told as probably the wrong one', async () => {
  const text = delimited([head, pupil(40001)]);
  const inputs = ['2021', '2022'].map((year) => ({ id: `y${year}`, files: `*${year}*`, profile: 'auto' }));
  const files = { 'ВПР 2021 МА 4 класс.csv': text, 'ВПР 2022 МА 4 класс.csv': text };
  const { accounts } = await stagedOf(folderWith({ 'dataset.json': set(inputs), ...files }));
  expect(accounts[1]).toMatchObject({
    warnings: expect.arrayContaining(['identical-to ВПР 2021 МА 4 класс.csv']),
  });
});

it('a municipality that one year names and another codes is one municipality', async () => {
  const later = [
    [
      'Муниципалитет',
      'Школа',
      'Код',
      'Вариант',
      'Наименование класса',
      'Пол',
      'Отметка за предыдущий триместр',
      'Итого баллов',
    ],
    ['reg22_m019 | Первый район', 'edu223379 | СОШ', '50001', '1', '6а', 'ж', '4', '10'],
  ];
  const inputs = [auto, { id: 'later', files: '*.xlsx', profile: 'auto' }];
  const { tables } = await stagedOf(
    folderWith({
      'dataset.json': set(inputs),
      [name]: delimited([head, pupil(40001)]),
      'ВПР 2022 математика 6 класс по программе 5 класса.xlsx': workbook({ Протокол: later }),
    }),
  );
  expect(tables.municipalities).toEqual([
    { municipality_id: 'reg22_m019', name: 'Первый район', region_id: 'r' },
  ]);
});
