import { describe, expect, it } from 'vitest';
import { homeMessages } from '../../src/i18n/pages-home.ts';
import { homeCases } from './home.cases.ts';

const plain = (sentences: string[]) => sentences.join(' ').replaceAll('\u00a0', ' ');

describe.each(homeCases)('the region: $name', ({ facts, ru, en }) => {
  it('reads so in Russian', () => expect(plain(homeMessages('ru').sentences(facts))).toBe(ru));
  it('reads so in English', () => expect(plain(homeMessages('en').sentences(facts))).toBe(en));
});

it('what is new is said of the last year and the release before', () => {
  const facts = {
    day: '2025-09-01',
    last: 2025,
    procedures: ['vpr', 'oge'],
    previous: null,
    results: 21,
  } as const;
  expect(plain(homeMessages('ru').newsLines({ ...facts, procedures: [...facts.procedures] }))).toBe(
    'Данные получены 1 сентября 2025 года. Последний год — 2025: ВПР и ОГЭ. В выпуске 21 строка результатов. Опубликованный выпуск не меняется: исправления выходят следующим. Это первый выпуск: сравнивать его не с чем.',
  );
  const next = { ...facts, procedures: [...facts.procedures], previous: '2024-09-01-abc' };
  expect(plain(homeMessages('en').newsLines(next))).toContain('The release before: 2024-09-01-abc.');
});
