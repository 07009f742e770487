import { expect, it } from 'vitest';
import { accessibilityMessages } from '../../src/i18n/pages-accessibility.ts';
import { glossaryMessages } from '../../src/i18n/pages-glossary.ts';
import { homeMessages } from '../../src/i18n/pages-home.ts';
import { howMessages } from '../../src/i18n/pages-how.ts';
import { journalMessages } from '../../src/i18n/pages-journal.ts';
import { placesMessages } from '../../src/i18n/pages-places.ts';
import { pooledMessages } from '../../src/i18n/pages-pooled.ts';

const catalogues = {
  accessibilityMessages,
  glossaryMessages,
  howMessages,
  journalMessages,
  homeMessages,
  placesMessages,
  pooledMessages,
};

function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, '()']];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

it.each(Object.entries(catalogues))('%s says the same things in both languages', (_, catalogue) => {
  expect(texts(catalogue('en')).map(([path]) => path)).toEqual(texts(catalogue('ru')).map(([path]) => path));
  expect(texts(catalogue('en')).filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]);
});
