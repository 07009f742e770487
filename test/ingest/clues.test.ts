import { describe, expect, it } from 'vitest';
import { readSubjects } from '../../src/canonical/reference.ts';
import { completed, readClues, settle, type Texts } from '../../src/ingest/clues.ts';

const subjects = readSubjects('data/reference');
const read = (...texts: Texts) => {
  const all = completed(settle(readClues(texts, subjects)).settled);
  return Object.fromEntries([...all.values()].map(({ name, value }) => [name, value]));
};
const named = (name: string) => read(['file-name', name]);

describe('a file name says', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      'Проведение работы по математике, 4 класс. ВПР 2021.xlsx',
      { subject: 'mathematics', grade: 4, year: 2021 },
    ],
    ['ВПР_2023_Русский язык_5 класс.xlsx', { subject: 'russian', grade: 5, year: 2023, session: 'spring' }],
    ['впр по русскому языку 7кл 2024.csv', { subject: 'russian', grade: 7, year: 2024 }],
    ['4 РУ 2021 ВПР.csv', { subject: 'russian', year: 2021, procedure: 'vpr' }],
    ['ЕГЭ математика базовая 2021.xlsx', { subject: 'mathematics-basic', procedure: 'ege', session: 'main' }],
    ['ЕГЭ по математике базового уровня 2021.xlsx', { subject: 'mathematics-basic' }],
    ['Окружающий мир, 4-й класс, 2021.xlsx', { subject: 'world-around', grade: 4 }],
    ['ВПР 2021 11 класс история.xlsx', { grade: 11, subject: 'history' }],
    ['Класс 8 физика ВПР 2021.xlsx', { grade: 8, subject: 'physics' }],
    ['sch223080 ВПР 2025.xlsx', { school_id: 'sch223080', year: 2025 }],
  ])('%s', (name, said) => expect(named(name)).toMatchObject(said));

  it('autumn 2020: the class that wrote is one above the programme when both are named', () => {
    expect(named('ВПР 2020 математика 5 класс (по программе 4 класса).xlsx')).toMatchObject({
      grade: 4,
      written_in_grade: 5,
      session: 'autumn',
    });
  });

  it('autumn 2022: one class alone is taken for the programme, and a person is asked', () => {
    const { settled } = settle(readClues([['file-name', 'ВПР 2022 математика 5 класс.xlsx']], subjects));
    const all = completed(settled);
    expect(all.get('grade')).toMatchObject({ value: 5, unsure: true });
    expect(all.get('written_in_grade')).toMatchObject({ value: 6, unsure: true });
  });

  it.each([
    ['нашла на масленицу.xlsx', 'subject'],
    ['Протокол 12 класс.xlsx', 'grade'],
    ['Выгрузка 20211.xlsx', 'year'],
    ['Отчёт о предпрофессиональной подготовке.xlsx', 'subject'],
  ])('nothing where nothing is meant: %s has no %s', (name, clue) =>
    expect(named(name)).not.toHaveProperty(clue),
  );

  it('the year of the work, not of the export', () => {
    expect(named('ВПР 2021 математика 4 класс выгрузка 2022-01-15.xlsx')).toMatchObject({ year: 2021 });
  });

  it('a school year as its second year, and a person is asked', () => {
    const clues = readClues([['title', 'Результаты 2020/2021 учебного года']], subjects);
    expect(clues).toMatchObject([{ name: 'year', value: 2021, unsure: true }]);
  });
});

it('of a title and a file name that differ, both are told', () => {
  const texts: Texts = [
    ['title', 'ВПР 2021. Математика'],
    ['file-name', 'ВПР 2022 Математика.xlsx'],
  ];
  const { conflicts } = settle(readClues(texts, subjects));
  expect(conflicts).toMatchObject([
    [
      { value: 2021, place: 'title' },
      { value: 2022, place: 'file-name' },
    ],
  ]);
});
