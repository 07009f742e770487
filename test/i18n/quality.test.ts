import { expect, it } from 'vitest';
import { boundaryWays, columnUses } from '../../src/contract/quality.ts';
import { languages } from '../../src/contract/vocabulary.ts';
import { leftOut, noteText, qualityMessages } from '../../src/i18n/pages-quality.ts';

const account = {
  input: 'a',
  file: 'a.csv',
  sha256: '',
  bytes: 0,
  rows_in: 6,
  published: 1,
  suppressed: 0,
  excluded: { absent: 2, constructor: 1 },
  rejected: 2,
  rejected_by: { 'not-a-number': 2 },
  dropped_columns: [],
  warnings: [],
};

it('rows that are left out have their reasons in words', () => {
  expect(leftOut(account, 'ru')).toEqual([
    { reason: 'ученик отсутствовал', rows: 2 },
    { reason: 'исключено по правилу профиля «constructor»', rows: 1 },
    { reason: expect.stringMatching(/^отклонено: /), rows: 2 },
  ]);
  for (const lang of languages)
    for (const { reason } of leftOut(account, lang)) expect(reason).not.toMatch(/[{}]|Неизвестная|Unknown/);
});

it('a note is a sentence; one that nobody worded stays as it came', () => {
  expect(noteText('identical-to 2023.csv', 'ru')).toContain('побайтно совпадает с «2023.csv»');
  expect(noteText('same-digits edu1 = sch1', 'en')).toContain('edu1 = sch1');
  expect(noteText('constructor toString', 'en')).toBe('constructor toString');
});

it('every use of a column and every way of a boundary has its words', () => {
  for (const lang of languages) {
    const words = qualityMessages(lang);
    expect(Object.keys(words.uses).sort()).toEqual([...columnUses].sort());
    expect(Object.keys(words.ways).sort()).toEqual([...boundaryWays].sort());
  }
});

it('the rule of jumps is told with the numbers of the methodology', () => {
  const rule = { deviations: 3, factor: 2, change: 0.2 };
  const text = qualityMessages('ru').jumpsLead(rule).replaceAll('\u00a0', ' ');
  expect(text).toContain('больше чем в 2 раза');
  expect(text).toContain('больше чем на 20 процентных пунктов');
  expect(text).toContain('на 3 стандартные ошибки');
  expect(qualityMessages('ru').jumpsLead({ ...rule, deviations: 5 })).toContain('на 5 стандартных ошибок');
});
