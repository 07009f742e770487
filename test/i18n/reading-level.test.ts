import { describe, expect, it } from 'vitest';
import { glossaryMessages } from '../../src/i18n/pages-glossary.ts';
import { homeMessages } from '../../src/i18n/pages-home.ts';
import { windowsMessages } from '../../src/i18n/pages-windows.ts';
import { readability } from '../../src/stats/readability.ts';
import { cases as changes } from './changes.cases.ts';
import { homeCases } from './home.cases.ts';
import { pooledCases } from './pooled.cases.ts';
import { cases as series } from './sentences.cases.ts';

/**
 * What parents read first is at the level of school textbooks: on Oborneva's scale 50 and more, and every single golden
 * at 40 and more. Numbers are not words there, so the measure is of the words between them.
 */
const targets = { together: 50, each: 40, sentence: 25 };

const windows = windowsMessages('ru');

const kinds: [string, string[]][] = [
  ['sentences about a subject', series.map(({ ru }) => ru)],
  ['sentences about a change', changes.map(({ ru }) => ru)],
  ['sentences about results taken together', pooledCases.map(({ ru }) => ru)],
  [
    'sentences about three years',
    [
      windows.lead,
      ...(['below', 'above', 'across'] as const).map(
        (lie) => `${windows.sentence('2023–2025', '23 %', '9 %', '−4,7')} ${windows.verdict[lie]}`,
      ),
    ],
  ],
  ['sentences about the region', homeCases.map(({ facts }) => homeMessages('ru').sentences(facts).join(' '))],
];

describe.each(kinds)('%s', (_, texts) => {
  it('are easy to read together', () => {
    expect(readability(texts.join(' '))?.ease).toBeGreaterThanOrEqual(targets.together);
  });

  it('are easy enough one by one, and never long', () => {
    for (const text of texts) {
      expect(readability(text)?.ease ?? 100, text).toBeGreaterThanOrEqual(targets.each);
      expect(readability(text)?.length ?? 0, text).toBeLessThanOrEqual(targets.sentence);
    }
  });
});

it('the glossary is easier than what it explains', () => {
  const texts = Object.values(glossaryMessages('ru').terms).map(({ text }) => text);
  expect(readability(texts.join(' '))?.ease).toBeGreaterThanOrEqual(55);
});

it('no first sentence has a word of the trade without its entry in the glossary', () => {
  const words = JSON.stringify(glossaryMessages('ru')).toLowerCase();
  const trade = /ВПР|ОГЭ|ЕГЭ|порог|дол[яию]|кластер|интервал|случай|параллел|дефицит/gi;
  const used = new Set(kinds.flatMap(([, texts]) => texts.flatMap((text) => text.match(trade) ?? [])));
  expect(used.size).toBeGreaterThan(3);
  for (const word of used) expect(words, word).toContain(word.toLowerCase().slice(0, 4));
});
