import { expect, it } from 'vitest';
import { api } from '../../src/i18n/en/api.ts';
import { embeds } from '../../src/i18n/en/embeds.ts';
import { releases } from '../../src/i18n/en/releases.ts';
import { releases as russian } from '../../src/i18n/ru/releases.ts';

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : [];

it('no English text about embeds, releases and the API is left in Cyrillic', () => {
  for (const catalogue of [api, embeds, releases])
    expect(texts(catalogue).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
});

it('figures are counted in right Russian', () => {
  expect(russian.changed(1, 'x')).toContain('изменилось 1\u00a0число');
  expect(russian.changed(2, 'x')).toContain('изменилось 2\u00a0числа');
  expect(russian.changed(15, 'x')).toContain('изменилось 15\u00a0чисел');
});
