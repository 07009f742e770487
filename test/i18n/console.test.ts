import { expect, it } from 'vitest';
import { comparisonMessages } from '../../src/i18n/pages-compare.ts';
import { consoleMessages } from '../../src/i18n/pages-console.ts';
import { viewMessages } from '../../src/i18n/pages-views.ts';
import { whatIfMessages } from '../../src/i18n/pages-what-if.ts';

/** Every text with its path. */
const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));

const of = (lang: 'ru' | 'en') =>
  texts({
    console: consoleMessages(lang),
    views: viewMessages(lang),
    rule: whatIfMessages(lang),
    comparison: comparisonMessages(lang),
  });
const [russian, english] = [of('ru'), of('en')];

it('explorer and console say the same things in both languages, with the same marks', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  const other = new Map(english);
  expect([...other.keys()].sort()).toEqual(russian.map(([path]) => path).sort());
  for (const [path, text] of russian) expect(marks(other.get(path) ?? ''), path).toEqual(marks(text));
});

it('no English text of theirs is left in Cyrillic', () => {
  expect(english.filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]);
});
