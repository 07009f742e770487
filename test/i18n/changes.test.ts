import { describe, expect, it } from 'vitest';
import { changeText } from '../../src/i18n/pages-changes.ts';
import { cases } from './changes.cases.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (facts: (typeof cases)[number]['facts'], lang: 'ru' | 'en') => {
  const { word, sentences } = changeText(facts, lang);
  return plain([`${word}.`, ...sentences].join(' '));
};

describe.each(cases)('$name', ({ facts, ru, en, evidence }) => {
  it('is this evidence', () => expect(changeText(facts, 'ru').evidence).toBe(evidence));
  it('reads so in Russian', () => expect(told(facts, 'ru')).toBe(ru));
  it('reads so in English', () => expect(told(facts, 'en')).toBe(en));
});

it('says "improved" only where the verdict is, and "worsened" likewise', () => {
  for (const { facts, evidence } of cases) {
    const all = [told(facts, 'ru'), told(facts, 'en')].join(' ');
    if (evidence !== 'confirmed') expect(all).not.toMatch(/стало лучше|улучш|improved/i);
    if (evidence !== 'worsened') expect(all).not.toMatch(/стало хуже|ухудш|worsened/i);
  }
});

it('never ranks', () => {
  for (const { facts } of cases)
    expect([told(facts, 'ru'), told(facts, 'en'), ...changeText(facts, 'ru').why].join(' ')).not.toMatch(
      /место|рейтинг|\brank/i,
    );
});

it('gives counts, changes and the interval when asked why', () => {
  const found = cases.find(({ name }) => name === 'lower, within chance');
  if (!found) throw new Error('missing case');
  expect(changeText(found.facts, 'ru').why.map(plain)).toEqual([
    '2024 год: порог не преодолели 12 из 35 (34 %).',
    '2025 год: порог не преодолели 8 из 34 (24 %).',
    'Взяты вместе 3 класса: те, что есть в обоих годах.',
    'Изменение доли: −10,8 п. п.',
    'По региону в тех же классах: −1,5 п. п.',
    'Относительно региона: −9,3 п. п.; 95-процентный интервал: от −29 до +12,5 п. п. Если интервал содержит ноль, разницу мог дать случай.',
    'Отличие от ожидаемого с учётом возврата к среднему: −4 п. п.',
    'Поправка на число школ (q-значение Benjamini–Hochberg): 0,62. Чем меньше, тем надёжнее.',
  ]);
  expect(changeText(found.facts, 'en').why[5]).toContain('95% interval: from −29 to +12.5 pp.');
});

it('gives no figure where the result is hidden', () => {
  const hidden = cases.filter(({ evidence }) => evidence === 'few-participants');
  for (const { facts } of hidden) expect(changeText(facts, 'ru').why).toEqual([]);
});
