import { describe, expect, it } from 'vitest';
import { pooledMessages, pooledText } from '../../src/i18n/pages-pooled.ts';
import { pooledCases } from './pooled.cases.ts';

const plain = (texts: readonly string[]) => texts.join(' ').replaceAll('\u00a0', ' ');

describe.each(pooledCases)('$name', ({ facts, ru, en }) => {
  it('in Russian', () => expect(plain(pooledText(facts, 10, 'ru'))).toBe(ru));
  it('in English', () => expect(plain(pooledText(facts, 10, 'en'))).toBe(en));
});

it('sums come first, then what has none', () => {
  const facts = pooledCases.flatMap((one) => one.facts).toReversed();
  const texts = pooledText(facts, 10, 'ru');
  expect(texts).toHaveLength(7);
  expect(texts.at(-2)).toMatch(/^Сложить можно/);
  expect(texts.at(-1)).toMatch(/^Нельзя показать и сумму/);
});

it('counts schools in the right case', () => {
  const { lead, together } = pooledMessages('ru').small;
  expect(lead(1, 2025)).toMatch(/^В школе из этого списка/);
  expect(lead(21, 2025)).toMatch(/^В школах из этого списка/);
  expect(together(2, 4)).toBe('Вместе 2 из 4 школ');
  expect(together(4, 4)).toBe('Все вместе');
});
