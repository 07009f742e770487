import { describe, expect, test } from 'vitest';
import { failRate, type Line, linesOf, sum, vprLines, vprYears } from './read.ts';

const pupilYears = [2021, 2023, 2024, 2025];
const vpr = new Map(vprYears.map((year) => [year, vprLines(year)]));
const of = (year: number) => vpr.get(year) ?? [];
const work = (lines: readonly Line[], subject: string, grade: number) =>
  lines.filter((line) => line.Предмет === subject && line.Класс === String(grade));

describe('rows of results', () => {
  const marked = [...vprYears.flatMap(of), ...linesOf('results-oge.csv')];
  const ege = linesOf('results-ege.csv');

  test('have marks that sum to participants, of whom there is at least one', () => {
    for (const line of marked) {
      const marks = Number(line['2']) + Number(line['3']) + Number(line['4']) + Number(line['5']);
      expect(marks).toBe(Number(line['Кол-во участников']));
      expect(marks).toBeGreaterThan(0);
    }
  });

  test('have comparisons with the journal that sum to participants', () => {
    for (const line of vprYears.flatMap(of)) {
      const compared = Number(line.Понизили) + Number(line.Подтвердили) + Number(line.Повысили);
      expect(compared).toBe(Number(line['Кол-во участников']));
    }
  });

  test('name one school, year, grade and subject once', () => {
    for (const lines of [vprYears.flatMap(of), linesOf('results-oge.csv'), ege]) {
      const keys = lines.map((line) => [line.Логин, line.Год, line.Класс, line.Предмет].join());
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('name only schools of the register', () => {
    const known = new Set(linesOf('schools.csv').map((line) => line.school_id));
    for (const line of [...marked, ...ege]) expect(known).toContain(line.Логин);
  });

  test('are excluded three times as totals, in 2024 alone', () => {
    const totals = vprYears.map(
      (year) => linesOf(`results-vpr-${year}.csv`).filter((l) => l.ОО === 'Всего по муниципалитету').length,
    );
    expect(totals).toEqual([0, 0, 0, 0, 0, 3, 0]);
  });

  test('have no ОГЭ in 2020 and only two subjects in 2021', () => {
    const subjects = (year: string) =>
      new Set(linesOf('results-oge.csv').flatMap((l) => (l.Год === year ? [l.Предмет] : [])));
    expect([subjects('2020').size, subjects('2021').size, subjects('2025').size]).toEqual([0, 2, 4]);
  });

  test('keep the counts of ЕГЭ in order: below and 81+ apart, 100 within 81+', () => {
    for (const line of ege) {
      const [below, high, full] = ['Не преодолели минимальный порог', '81 и более', '100 баллов'].map((c) =>
        Number(line[c]),
      );
      expect((below ?? 0) + (high ?? 0)).toBeLessThanOrEqual(Number(line['Кол-во участников']));
      expect(full).toBeLessThanOrEqual(high ?? 0);
    }
  });
});

describe('pupil rows', () => {
  const schools = linesOf('schools.csv').filter((line) => line.municipality_id === '09707000');
  const ids = new Set(schools.map((line) => line.school_id));

  test.each(pupilYears)('of %i come from one city, which sends no other rows of that year', (year) => {
    const pupils = linesOf(`pupils-${year}.csv`);
    expect(new Set(pupils.map((line) => line.Логин))).toEqual(ids);
    expect(of(year).some((line) => ids.has(line.Логин ?? ''))).toBe(false);
  });

  test('are absent in about 12 % and then have neither score nor mark', () => {
    const all = pupilYears.flatMap((year) => linesOf(`pupils-${year}.csv`));
    const absent = all.filter((line) => line.Вариант === 'отсутствовал');
    expect(absent.length / all.length).toBeGreaterThan(0.11);
    expect(absent.length / all.length).toBeLessThan(0.13);
    for (const line of all) expect(line.Отметка === '').toBe(line.Вариант === 'отсутствовал');
  });

  test('turn scores of grade 4 mathematics into marks at 6, 10 and 15', () => {
    for (const line of work(linesOf('pupils-2024.csv'), 'Математика', 4).filter((l) => l.Отметка !== '')) {
      const score = Number(line['Итого баллов']);
      const mark = score < 6 ? 2 : score < 10 ? 3 : score < 15 ? 4 : 5;
      expect([score, line.Отметка]).toEqual([score, String(mark)]);
    }
  });
});

describe('the region', () => {
  test('fails twice as often in the autumn of 2020 as in the spring of 2021, in grade 4 mathematics', () => {
    const autumn = failRate(work(of(2020), 'Математика', 4));
    const spring = failRate(work(of(2021), 'Математика', 4));
    expect(autumn).toBeGreaterThan(0.065);
    expect(spring).toBeLessThan(0.04);
    expect(autumn / spring).toBeGreaterThan(2);
  });

  test.each([2019, 2021, 2023, 2024, 2025])('fails in 5 to 10 %% of the works of spring %i', (year) => {
    expect(failRate(of(year))).toBeGreaterThan(0.05);
    expect(failRate(of(year))).toBeLessThan(0.1);
  });

  test('writes in autumn one class above the programme', () => {
    for (const line of [...of(2020), ...of(2022)]) {
      expect(Number(line['Класс участников'])).toBe(Number(line.Класс) + 1);
    }
  });

  test('has a third of schools with under ten participants in grade 4 mathematics', () => {
    const lines = work(of(2019), 'Математика', 4);
    const small = lines.filter((line) => Number(line['Кол-во участников']) < 10);
    expect(small.length / lines.length).toBeGreaterThan(0.3);
    expect(small.length / lines.length).toBeLessThan(0.42);
    expect(lines.filter((line) => Number(line['Кол-во участников']) < 5).length).toBeGreaterThan(30);
  });

  test('loses no child between the grades: a cohort of 2019 in grade 4 is as large in grade 8 of 2023', () => {
    const before = sum(work(of(2019), 'Русский язык', 4), 'Кол-во участников');
    const after = sum(work(of(2023), 'Русский язык', 8), 'Кол-во участников');
    expect(after / before).toBeGreaterThan(0.9);
    expect(after / before).toBeLessThan(1.05);
  });
});
