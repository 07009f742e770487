import { describe, expect, it } from 'vitest';
import { compact } from '../../src/charts/compact.ts';
import { dynamicsChart } from '../../src/charts/dynamics.ts';
import { beside, type ChartLanguage, inLanguage, lengthOf, percent, said } from '../../src/charts/every.ts';
import { markup } from '../../src/charts/finish.ts';
import { journalChart } from '../../src/charts/journal.ts';
import { marksChart } from '../../src/charts/marks.ts';
import { type StripInput, stripChart } from '../../src/charts/strip.ts';
import { type Language, languages } from '../../src/contract/languages.ts';
import { document } from './reference.ts';
import { autumn, marked, resultRow } from './rows.ts';

const names: Record<Language, string> = { ru: 'эта «школа» <b>', en: 'this "school" <b>' };
const rows = [
  resultRow(2021, 12, 60, marked([12, 20, 20, 8])),
  resultRow(2022, [1, 4], 48, { ...marked([[1, 4], 20, [15, 18], 9]), ...autumn(2022) }),
  resultRow(2023, 3, 7),
  resultRow(2024, 9, 1450, marked([9, 700, 600, 141])),
];
const exact = (value: number) => ({ low: value, high: value });
const counts = { lowered: exact(11), confirmed: exact(37), raised: exact(2) };
const strip: StripInput = {
  year: 2024,
  own: { name: 'own', share: exact(0.2) },
  others: [{ name: 'other', share: { low: 0.1, high: 0.3 } }],
  region: exact(0.153),
};

const charts: Record<string, (lang: ChartLanguage) => SVGSVGElement> = {
  dynamics: (lang) =>
    dynamicsChart(
      {
        series: [{ label: said(lang, (one) => names[one]), level: 'school', rows }],
        threshold: 0.3,
      },
      { document, width: 340, lang },
    ),
  marks: (lang) => marksChart({ rows }, { document, width: 340, lang }),
  journal: (lang) =>
    journalChart(
      {
        subject: said(lang, (one) => names[one]),
        minParticipants: 10,
        years: [
          { year: 2022, session: 'autumn', counts, few: false },
          { year: 2023, session: 'spring', counts: null, few: true },
        ],
      },
      { document, width: 340, lang },
    ),
  strip: (lang) => stripChart(strip, { document, width: 340, lang }),
};

/** What is read in a chart: every text in its order, and the text alternative. */
const read = (svg: string): string[] =>
  [...svg.matchAll(/>([^<]+)<|aria-label="([^"]*)"/g)].map(([, text, label]) => text ?? label ?? '');

describe.each(Object.entries(charts))('%s', (_, draw) => {
  it.each(languages)('drawn once for all says in %s what it says drawn for that language alone', (lang) => {
    const alone = compact(markup(draw(lang)));
    expect(read(alone).length).toBeGreaterThan(5);
    const every = compact(markup(draw('every')));
    expect(read(inLanguage(every, lang))).toEqual(read(alone));
    expect([...'\u0001\u0002\u0003'].filter((sign) => inLanguage(every, lang).includes(sign))).toEqual([]);
  });
});

it('a legend stands line for line as it would alone, the shorter one next to the chart', () => {
  const places = (svg: string) => [...svg.matchAll(/translate\((\d+),(\d+)\)"><(?:line|circle|rect|path)/g)];
  const [ru, en] = languages.map((lang) =>
    inLanguage(markup(marksChart({ rows }, { document, width: 340, lang: 'every' })), lang),
  );
  const alone = markup(marksChart({ rows }, { document, width: 340, lang: 'en' }));
  const across = (svg = '') => places(svg).map(([, x]) => x);
  expect(across(en)).toEqual(across(alone));
  expect(across(ru)).not.toEqual(across(en));
  expect(places(en ?? '').at(-1)?.[2]).toBe(places(ru ?? '').at(-1)?.[2]);
});

it('a name cannot speak for another language: the signs between languages are taken out of it', () => {
  const name = 'A\u0001B\u0002C\u0003D';
  const text = said('every', (lang) => (lang === 'ru' ? name : 'other'));
  expect(languages.map((lang) => inLanguage(text, lang))).toEqual(['ABCD', 'other']);
});

it('what is the same in every language stands once; the longest counts where it is not', () => {
  expect(beside(['2024', '2024'])).toBe('2024');
  expect(said('every', () => 'ОГЭ')).toBe('ОГЭ');
  expect(lengthOf(percent('every', 0.45))).toBe('45\u00a0%'.length);
  expect(languages.map((lang) => inLanguage(percent('every', 0.45), lang))).toEqual(['45\u00a0%', '45%']);
});
