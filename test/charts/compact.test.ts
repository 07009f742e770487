import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { compact } from '../../src/charts/compact.ts';
import { dynamicsChart } from '../../src/charts/dynamics.ts';
import { markup } from '../../src/charts/finish.ts';
import { document } from './reference.ts';
import { resultRow } from './rows.ts';

const rows = [2021, 2022, 2023, 2024].map((year, index) => resultRow(year, 5 + 3 * index, 40 + index));
const chart = dynamicsChart(
  { series: [{ label: '<b>"Школа"</b>', level: 'school', rows }], threshold: 0.3 },
  { document, width: 340, lang: 'ru' },
);
const whole = markup(chart);
const short = compact(whole);
const parsed = (text: string) => parseHTML(`<html><body>${text}</body></html>`).document;
const words = (text: string) => [...parsed(text).querySelectorAll('text')].map((one) => one.textContent);

describe('a chart made compact for a page', () => {
  it('takes less than two thirds of the bytes', () => {
    expect(short.length).toBeLessThan(whole.length * 0.67);
  });

  it('keeps every word, and its text alternative escaped', () => {
    expect(words(short)).toEqual(words(whole));
    expect(short).not.toContain('<b>');
    expect(parsed(short).querySelector('svg')?.getAttribute('aria-label')).toBe(
      chart.getAttribute('aria-label'),
    );
  });

  it('keeps every place of a point to half a pixel', () => {
    const places = (text: string) =>
      [...parsed(text).querySelectorAll('circle')].map((one) => [
        Number(one.getAttribute('cx')),
        Number(one.getAttribute('cy')),
      ]);
    const [before, after] = [places(whole), places(short)];
    expect(after).toHaveLength(before.length);
    expect(before.length).toBeGreaterThan(3);
    for (const [index, [x = 0, y = 0]] of before.entries()) {
      expect(Math.abs((after[index]?.[0] ?? NaN) - x)).toBeLessThanOrEqual(0.5);
      expect(Math.abs((after[index]?.[1] ?? NaN) - y)).toBeLessThanOrEqual(0.5);
    }
  });

  it('opens and closes as many groups', () => {
    expect(short.match(/<g[ >]/g)?.length).toBe(short.match(/<\/g>/g)?.length);
  });

  it('names no colour of its own: all are classes that the style sheet knows', () => {
    expect(short).not.toContain('var(');
  });
});

it('two lines of one look are one path, those of two looks are two', () => {
  const line = (y: number, more = '') => `<line x1="1" x2="9" y1="${y}" y2="${y}"${more} />`;
  expect(compact(`<g>${line(1)}${line(2)}${line(3, ' stroke="red"')}</g>`)).toBe(
    '<path d="M1,1H9M1,2H9"/><path stroke="red" d="M1,3H9"/>',
  );
});
