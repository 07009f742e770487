import { expect, it } from 'vitest';
import type { ComparabilityRow } from '../../src/contract/reference.ts';
import { type FactsInput, seriesFacts } from '../../src/site/facts.ts';
import { autumn, resultRow } from '../charts/rows.ts';

const subject = { subject: 'mathematics', ru: 'Математика', ru_dative: 'математике', en: 'Mathematics' };
const session = (year: number, other: Partial<ComparabilityRow> = {}): ComparabilityRow => ({
  procedure: 'vpr',
  year,
  session: 'spring',
  comparability: 'spring',
  held: true,
  reason_ru: null,
  reason_en: null,
  source: null,
  ...other,
});
const comparability = [
  session(2022, {
    session: 'autumn',
    comparability: 'autumn-2022',
    reason_ru: 'Осенью',
    reason_en: 'Autumn',
  }),
  session(2023),
  session(2024),
];
const facts = (rows: FactsInput['rows'], year = 2024) =>
  seriesFacts({ rows, region: rows, subject, year, comparability, minimum: 10, few: 30 });
const exact = (value: number) => ({ low: value, high: value });

it('grades are pooled, and a change is taken over the grades shown in both years', () => {
  const made = facts([
    resultRow(2023, 5, 20),
    resultRow(2023, 1, 8, { grade: 7 }),
    resultRow(2024, 6, 30),
    resultRow(2024, 9, 30, { grade: 7 }),
  ]);
  expect(made?.grades).toEqual([6]);
  expect(made?.current).toEqual({ participants: exact(30), below: exact(6) });
  expect(made?.previous).toEqual({ participants: exact(20), below: exact(5) });
});

it('without a year to compare with, all shown grades count', () => {
  const made = facts([resultRow(2024, 6, 30), resultRow(2024, 9, 30, { grade: 7 })]);
  expect(made?.grades).toEqual([6, 7]);
  expect(made?.current).toEqual({ participants: exact(60), below: exact(15) });
  expect(made?.previous).toEqual({ kind: 'first-year' });
});

it('across a break there is no comparison, and the reason is told', () => {
  const made = facts([resultRow(2022, 9, 30, autumn(2022)), resultRow(2023, 6, 30)], 2023);
  expect(made?.previous).toEqual({ kind: 'break', reason: { ru: 'Осенью', en: 'Autumn' } });
});

it.each([
  [
    'few participants',
    [resultRow(2023, 5, 20), resultRow(2024, 2, 9)],
    { kind: 'few-participants', minimum: 10 },
  ],
  ['no row', [resultRow(2023, 5, 20)], { kind: 'no-data' }],
  [
    'a row withheld by its source',
    [resultRow(2023, 5, 20), resultRow(2024, null, 20, { protection: 'suppressed' })],
    { kind: 'suppressed' },
  ],
])('this year with %s is absent for that reason', (_, rows, absence) => {
  expect(facts(rows)?.current).toEqual(absence);
});

it('a series without rows has no facts', () => {
  expect(facts([])).toBeNull();
});
