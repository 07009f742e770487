import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/i18n/faults.ts';
import { faultOf, folderWith } from '../../support.ts';
import { set } from './fixtures.ts';
import { workbook } from './make.ts';
import { results } from './pupil-file.ts';
import { stagedOf } from './run.ts';

describe('a state exam', () => {
  const exam = (title: string, scores: number[], grade = '9А', more: Record<string, string[]> = {}) =>
    folderWith({
      'dataset.json': set([
        { id: 'schools', files: 's.txt', profile: 's.json' },
        { id: 'places', files: 'm.txt', profile: 'm.json' },
        { id: 'data', files: '*.xlsx', profile: 'auto' },
      ]),
      's.txt': 'id,name,m\n010101,СОШ,m1\n',
      'm.txt': 'id,name\nm1,Район\n',
      's.json': {
        table: 'schools',
        columns: { school_id: { from: 'id' }, name: { from: 'name' }, municipality_id: { from: 'm' } },
      },
      'm.json': {
        table: 'municipalities',
        columns: { municipality_id: { from: 'id' }, name: { from: 'name' } },
      },
      'протокол.xlsx': workbook({
        Лист1: [
          [title],
          [
            '',
            'Код МСУ',
            'Код ОО',
            'Класс',
            'Код ППЭ',
            'Аудитория',
            'Фамилия',
            'Имя',
            'Отчество',
            'Первичный балл',
            'Балл',
          ],
          ...scores.map((score) => [
            '',
            'm1',
            '010101',
            grade,
            '1',
            '1',
            'Ф',
            'И',
            'О',
            score,
            score,
            ...(more.x ?? []),
          ]),
        ],
      }),
    });

  it('of grade 9 with a scale becomes marks', async () => {
    expect(await results(exam('Русский язык 2023.06.09', [14, 15, 22, 23, 28, 29, 33]))).toMatchObject([
      {
        procedure: 'oge',
        grade: 9,
        session: 'main',
        mark_2: 1,
        mark_3: 2,
        mark_4: 2,
        mark_5: 2,
        below_threshold: 1,
      },
    ]);
  });

  it('of grade 9 with a minimum alone becomes the number below it, and no marks', async () => {
    const [row] = await results(exam('Математика 2023.06.09', [7, 8, 31]));
    expect(row).toMatchObject({ procedure: 'oge', participants: 3, below_threshold: 1 });
    expect(row).not.toHaveProperty('mark_2');
    expect(row).not.toHaveProperty('high_score');
  });

  it('of grade 11 counts 81 as high and 80 not, 100 as full, 24 as passed', async () => {
    expect(await results(exam('Русский язык 2021.06.03', [23, 24, 80, 81, 100], '11А'))).toMatchObject([
      { procedure: 'ege', participants: 5, below_threshold: 1, high_score: 2, max_score: 1 },
    ]);
  });

  it('of one pupil has a mean and no spread', async () => {
    const [row] = await results(exam('Русский язык 2021.06.03', [50], '11А'));
    expect(row).toMatchObject({ score_mean: 50 });
    expect(row).not.toHaveProperty('score_sd');
  });

  it('without a minimum stops, and the remedy is the row to add', async () => {
    const fault = await faultOf(() => stagedOf(exam('Физика 2021.06.03', [50], '11А')));
    expect(describeFault(fault, 'en')).toContain('min-scores.csv: ege,physics,2021,');
  });

  it('with a score above 100 has that row rejected', async () => {
    const fault = await faultOf(() => stagedOf(exam('Русский язык 2021.06.03', [50, 101], '11А')));
    expect(fault.details).toMatchObject({ rule: 'score-above-maximum', n: 1 });
  });
});
