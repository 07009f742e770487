import { describe, expect, it } from 'vitest';
import {
  bytes,
  counted,
  countText,
  day,
  gradesText,
  percent,
  percentRange,
  unbroken,
} from '../../src/i18n/formats.ts';

const schools = { one: 'школа', few: 'школы', other: 'школ' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [1, '1 школа'],
    [2, '2 школы'],
    [5, '5 школ'],
    [11, '11 школ'],
    [21, '21 школа'],
    [112, '112 школ'],
  ])('%i is followed by the right form of the noun', (value, text) => {
    expect(plain(counted('ru', value, schools))).toBe(text);
  });

  it('a hidden count is a range', () => {
    expect(countText('ru', { low: 1, high: 2 })).toBe('1–2');
    expect(countText('ru', { low: 14, high: 14 })).toBe('14');
  });
});

describe('percentages', () => {
  it('have a no-break space in Russian and none in English', () => {
    expect(percent('ru', 0.374)).toBe('37\u00a0%');
    expect(percent('en', 0.374)).toBe('37%');
    expect(percent('ru', 0.1234, 1)).toBe('12,3\u00a0%');
  });

  it('are rounded as Intl rounds them, though small ones are written without it', () => {
    const written = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
    const shares = Array.from({ length: 4001 }, (_, step) => step / 400);
    const off = shares.filter((share) => percent('ru', share) !== `${written.format(share * 100)}\u00a0%`);
    expect(off).toEqual([]);
    expect(percent('en', -0.005)).toBe('-1%');
  });

  it('whose ends read the same are written once', () => {
    expect(percentRange('en', { low: 0.031, high: 0.033 })).toBe('3%');
    expect(percentRange('en', { low: 0.03, high: 0.31 })).toBe('3–31%');
    expect(percentRange('ru', { low: 0.025, high: 0.05 })).toBe('3–5\u00a0%');
  });
});

describe('grades', () => {
  it.each([
    [[6], '6 класс', 'grade 6'],
    [[4, 5, 6], '4–6 классы', 'grades 4–6'],
    [[4, 6, 8], '4, 6 и 8 классы', 'grades 4, 6 and 8'],
    [[4, 5], '4 и 5 классы', 'grades 4 and 5'],
  ])('%j', (grades, ru, en) => {
    expect(plain(gradesText('ru', grades))).toBe(ru);
    expect(plain(gradesText('en', grades))).toBe(en);
  });
});

it('days and sizes are in words', () => {
  expect(plain(day('ru', '2025-09-30'))).toBe('30 сентября 2025 г.');
  expect(day('en', '2025-09-30')).toBe('30 September 2025');
  expect(plain(bytes('ru', 48211))).toBe('48 КБ');
  expect(plain(bytes('en', 1234567))).toBe('1.2 MB');
});

it('a number stays with its sign and initials stay together', () => {
  expect(unbroken('Школа № 5 имени А. С. Пушкина')).toBe('Школа №\u00a05 имени А.\u00a0С.\u00a0Пушкина');
});
