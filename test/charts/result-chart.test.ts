import { expect, it } from 'vitest';
import { drawnPoints, resultChart } from '../../src/charts/result-chart.ts';
import type { ResultPoint } from '../../src/charts/result-kinds.ts';
import { document, expectReference } from './reference.ts';

const named: ResultPoint[] = [
  'Озёрск',
  '<b>Каменка</b> и очень длинное название муниципалитета',
  'Заречье',
].map((x, i) => ({ x, y: [0.12, -0.05, 0.3][i] ?? 0, series: '' }));
const yearly: ResultPoint[] = ['город', 'село'].flatMap((series, i) =>
  [2021, 2022, 2024].map((year) => ({ x: year, y: (year - 2020) * (i + 1), series })),
);
const cases = {
  'result-bars': { kind: 'bars', points: named, x: 'name', y: 'share' },
  'result-line': { kind: 'line', points: yearly, x: 'year', y: 'schools' },
  'result-dots': {
    kind: 'dots',
    points: yearly.map((p) => ({ ...p, x: p.y * 10.5, series: '' })),
    x: 'a',
    y: 'b',
  },
} as const;

it.each(Object.entries(cases))('%s', (name, input) => {
  for (const width of [340, 720]) {
    const svg = resultChart(input, { document, width, lang: 'ru', label: 'a < b' });
    expectReference(svg, `${name}-${width}`);
  }
});

it('draws at most forty names and eight panels', () => {
  const points = Array.from({ length: 100 }, (_, i) => ({ x: `n${i}`, y: i, series: '' }));
  expect(drawnPoints({ kind: 'bars', points })).toHaveLength(40);
  expect(drawnPoints({ kind: 'dots', points })).toHaveLength(100);
  expect(drawnPoints({ kind: 'line', points: points.map((p) => ({ ...p, series: p.x })) })).toHaveLength(8);
});
