import { describe, expect, it } from 'vitest';
import { type PublishedTable, published } from '../../src/contract/published.ts';
import { languages, protections, reasons } from '../../src/contract/vocabulary.ts';
import { meaning } from '../../src/i18n/dictionary.ts';
import { en } from '../../src/i18n/en.ts';
import { messages } from '../../src/i18n/index.ts';
import { ru } from '../../src/i18n/ru.ts';

/** Every text of a catalogue with its path; functions by their name alone. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, '()']];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

it('both languages say the same things', () => {
  expect(texts(en).map(([path]) => path)).toEqual(texts(ru).map(([path]) => path));
});

it('no English text is left in Cyrillic, except the name of the other language', () => {
  const cyrillic = texts(en).filter(([, text]) => /[а-яё]/i.test(text));
  expect(cyrillic.map(([path]) => path)).toEqual(['.site.otherLanguage']);
});

it('the explorer’s marks are the same in both languages', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  const english = new Map(texts(en.explorer));
  for (const [path, text] of texts(ru.explorer)) expect(marks(english.get(path) ?? '')).toEqual(marks(text));
});

it('every reason and every protection has its words', () => {
  for (const lang of languages) {
    const { results } = messages(lang);
    expect(Object.keys(results.reasons).sort()).toEqual([...reasons].sort());
    expect(Object.keys(results.protections).sort()).toEqual([...protections].sort());
  }
});

describe.each(Object.keys(published) as PublishedTable[])('the dictionary of %s', (table) => {
  it.each(Object.keys(published[table].columns))('says what %s means', (column) => {
    expect(meaning(table, column)).not.toBeNull();
  });
});
