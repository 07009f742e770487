import { expect, it } from 'vitest';
import { consoleMessages } from '../../src/i18n/pages-console.ts';

/** Every text with its path. */
const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));

const [russian, english] = [texts(consoleMessages('ru')), texts(consoleMessages('en'))];

it('the console says the same things in both languages, with the same marks', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  const other = new Map(english);
  expect([...other.keys()].sort()).toEqual(russian.map(([path]) => path).sort());
  for (const [path, text] of russian) expect(marks(other.get(path) ?? ''), path).toEqual(marks(text));
});

it('no English text of the console is left in Cyrillic', () => {
  expect(english.filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]);
});
