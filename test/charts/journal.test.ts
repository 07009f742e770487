import { expect, it } from 'vitest';
import { journalChart } from '../../src/charts/journal.ts';
import { document, expectReference } from './reference.ts';

const exact = (value: number) => ({ low: value, high: value });
const counts = (lowered: number, confirmed: number, raised: number) => ({
  lowered: exact(lowered),
  confirmed: exact(confirmed),
  raised: exact(raised),
});
const input = {
  subject: 'математика',
  minParticipants: 10,
  years: [
    { year: 2021, session: 'spring', counts: counts(30, 60, 10), few: false },
    { year: 2022, session: 'autumn', counts: counts(45, 50, 5), few: false },
    { year: 2023, session: 'spring', counts: null, few: true },
    { year: 2024, session: 'spring', counts: counts(11, 37, 2), few: false },
  ],
} as const;

it('says the last year in words: 11, 37 and 2 of 50 pupils', () => {
  const svg = journalChart(input, { document, width: 340, lang: 'ru' });
  expect(svg.getAttribute('aria-label')).toContain(
    'ВПР, математика, 2024 год: ниже, чем в журнале, — 22\u00a0%, такая же — 74\u00a0%, выше — 4\u00a0%',
  );
});

it('has a bar or a reason for every year', () => {
  const svg = journalChart(input, { document, width: 340, lang: 'ru' });
  expect(svg.textContent).toContain('меньше 10 участников');
  expectReference(svg, 'journal-340');
});

it('in English and wide', () => {
  expectReference(
    journalChart({ ...input, subject: 'Mathematics' }, { document, width: 720, lang: 'en' }),
    'journal-720',
  );
});
