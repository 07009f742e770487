import { describe, expect, it } from 'vitest';
import { seriesSentences } from '../../src/i18n/sentences.ts';
import { cases } from './sentences.cases.ts';

/** Goldens are written with plain spaces, so that they can be read and typed. */
const plain = (sentences: string[]) => sentences.join(' ').replaceAll('\u00a0', ' ');

describe.each(cases)('$name', ({ facts, ru, en }) => {
  it('reads so in Russian', () => expect(plain(seriesSentences(facts, 'ru'))).toBe(ru));
  it('reads so in English', () => expect(plain(seriesSentences(facts, 'en'))).toBe(en));
});

it('never claims an improvement and never ranks', () => {
  const all = cases.flatMap(({ facts }) => [
    ...seriesSentences(facts, 'ru'),
    ...seriesSentences(facts, 'en'),
  ]);
  for (const text of all) expect(text).not.toMatch(/улучш|ухудш|improv|worse|лучше|хуже|better|место|rank/i);
});

it('keeps a number and its percent sign on one line in Russian', () => {
  for (const { facts } of cases) expect(seriesSentences(facts, 'ru').join(' ')).not.toMatch(/\d %/);
});
