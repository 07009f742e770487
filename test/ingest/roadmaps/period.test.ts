import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, type PeriodContext, parsePeriod } from '../../../src/ingest/roadmaps/period.ts';

const calendar = JSON.parse(readFileSync('data/reference/school-calendar.json', 'utf8'));
const of = (from: string, to: string): PeriodContext => ({ span: { from, to }, calendar });
const y2024 = of('2024-01-01', '2024-12-31');
const programme = of('2023-01-01', '2025-12-31');

const short = ({ starts, ends, on_dates, recurrence, every_months, due_day, period_basis }: Period) =>
  [starts ?? '', ends ?? '', recurrence, period_basis, on_dates, every_months, due_day]
    .filter((part) => part !== null)
    .join(' ');

describe('wordings of the orders', () => {
  it.each([
    ['до 20 февраля 2024 г.', ' 2024-02-20 once stated'],
    ['до 1 декабря 2024 года', ' 2024-12-01 once stated'],
    ['До 30.06.24г', ' 2024-06-30 once stated'],
    ['01.03.2021', ' 2021-03-01 once stated'],
    ['25.02.2021- 12.12.2021', '2021-02-25 2021-12-12 once stated'],
    ['23.06.2021, 17.11.2021', '2021-06-23 2021-11-17 once stated 2021-06-23 2021-11-17'],
    ['январь – апрель 2024 г.', '2024-01-01 2024-04-30 once stated'],
    ['Сентябрь-октябрь 2023', '2023-09-01 2023-10-31 once stated'],
    ['Август 2023', '2023-08-01 2023-08-31 once stated'],
    ['февраль 2024 г.', '2024-02-01 2024-02-29 once stated'],
    ['Март - июнь', '2024-03-01 2024-06-30 once map-year'],
    ['В течение года', '2024-01-01 2024-12-31 throughout map-year'],
    ['в 2023 году', '2023-01-01 2023-12-31 throughout stated'],
    ['В течение 2023-2024 учебного года', '2023-09-01 2024-08-31 throughout school-calendar'],
    ['2023–2024 учебный год', '2023-09-01 2024-08-31 throughout school-calendar'],
    ['ежеквартально', '2024-01-01 2024-12-31 quarterly map-year'],
    ['Ежемесячно', '2024-01-01 2024-12-31 monthly map-year 1'],
    ['Ежемесячно /по запросу МОУО', '2024-01-01 2024-12-31 monthly map-year 1'],
    ['ежемесячно до 10 числа', '2024-01-01 2024-12-31 monthly map-year 1 10'],
    [
      'ежемесячно в срок до 10 числа месяца, следующего за отчетным',
      '2024-01-01 2024-12-31 monthly map-year 1 10',
    ],
    ['не реже одного раза в два месяца', '2024-01-01 2024-12-31 monthly map-year 2'],
    ['не реже 1 раза в квартал', '2024-01-01 2024-12-31 quarterly map-year'],
    ['не реже одного раза в год', '2024-01-01 2024-12-31 yearly map-year'],
    ['до четвертой четверти', ' 2024-03-31 once school-calendar'],
    [
      'по итогам четверти',
      '2024-01-01 2024-12-31 term school-calendar 2024-03-22 2024-05-26 2024-10-27 2024-12-29',
    ],
    ['по плану', '  on-demand text-only'],
    ['по плану работы МНЦ', '  on-demand text-only'],
    ['По утвержденному графику', '  on-demand text-only'],
    ['после проведения оценочной процедуры', '  on-demand text-only'],
    ['', '  on-demand missing'],
  ])('%s', (wording, expected) => {
    expect(short(parsePeriod(wording, y2024))).toBe(expected);
  });
});

describe('a wording without a year', () => {
  it('is of each year where the road map has several', () => {
    expect(short(parsePeriod('апрель', programme))).toBe('2023-04-01 2025-04-30 yearly map-years');
  });

  it('runs into the next year from autumn to spring', () => {
    expect(short(parsePeriod('сентябрь – май', y2024))).toBe('2024-09-01 2025-05-31 once map-year');
  });

  it('takes the year that its other half has', () => {
    expect(short(parsePeriod('с 15 января по 20.03.2024', y2024))).toBe('2024-01-15 2024-03-20 once stated');
  });
});

describe('what cannot be', () => {
  it.each([
    ['31.02.2024', 'impossible'],
    ['30 февраля 2024 г.', 'impossible'],
    ['ноябрь – март 2024 г.', 'impossible'],
    ['с 10.05.2024 по 01.05.2024', 'impossible'],
    ['2023-2025 учебный год', 'impossible'],
    ['2025-2023', 'impossible'],
    ['ежемесячно до 45 числа', 'impossible'],
    ['январь – март 2024 г., февраль – апрель 2024 г.', 'overlapping'],
    ['март 2024 г., 15 марта 2024 г.', 'overlapping'],
    ['январь – март 2024 г., сентябрь 2024 г.', 'text-only'],
    ['раз в 40 месяцев', 'text-only'],
  ])('%s has no date and says why', (wording, basis) => {
    const period = parsePeriod(wording, y2024);
    expect(period.period_basis).toBe(basis);
    expect([period.starts, period.ends, period.on_dates]).toEqual([null, null, null]);
  });

  it('a leap day is a day in its year only', () => {
    expect(parsePeriod('29.02.2024', y2024).ends).toBe('2024-02-29');
    expect(parsePeriod('29.02.2023', y2024).period_basis).toBe('impossible');
  });
});

it('"before March" is over when March begins, "not later than March" includes it', () => {
  expect(parsePeriod('до марта 2024 г.', y2024).ends).toBe('2024-02-29');
  expect(parsePeriod('не позднее марта 2024 г.', y2024).ends).toBe('2024-03-31');
  expect(parsePeriod('до конца марта 2024 г.', y2024).ends).toBe('2024-03-31');
});

it('no text makes it throw, and dates never run backwards', () => {
  const words = fc.constantFrom(
    'до',
    'с',
    'по',
    'январь',
    'марта',
    '2024',
    '31.04.2024',
    '-',
    ',',
    'четверти',
    'раз в',
    '10',
    'учебный год',
    'числа',
    'ежемесячно',
  );
  const wording = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(wording, (text) => {
      const { starts, ends } = parsePeriod(text, y2024);
      expect(starts === null || ends === null || starts <= ends).toBe(true);
      for (const day of [starts, ends]) {
        if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }
    }),
    { numRuns: 2000 },
  );
});
