import { expect, it } from 'vitest';
import { readability } from '../../src/stats/readability.ts';

it('is Oborneva’s formula: «Мама мыла раму.» has 3 words of 2 syllables in 1 sentence', () => {
  const found = readability('Мама мыла раму.');
  expect(found).toMatchObject({ sentences: 1, words: 3, length: 3 });
  expect(found?.ease).toBeCloseTo(206.835 - 1.3 * 3 - 60.1 * 2, 9);
});

it('counts neither numbers nor abbreviations without vowels, and no point inside a number', () => {
  expect(readability('В 2025 году ВПР — 37.5 %. Школа.')).toMatchObject({ sentences: 2, words: 2 });
});

it('long words in one long sentence are harder than short words in short ones', () => {
  const hard =
    'Необъективность результатов образовательных организаций обусловливает целесообразность перепроверки';
  expect(readability(hard)?.ease).toBeLessThan(readability('Дом стоит. Кот спит.')?.ease ?? 0);
});

it('a text without words has no ease', () => {
  expect(readability('37 %')).toBeNull();
});
