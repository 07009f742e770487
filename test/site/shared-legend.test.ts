import { expect, it } from 'vitest';
import { compact } from '../../src/charts/compact.ts';
import { dynamicsChart } from '../../src/charts/dynamics.ts';
import { markup } from '../../src/charts/finish.ts';
import { sharedLegend, withLegendLines } from '../../src/charts/shared-legend.ts';
import { paper as document } from '../../src/site/paper.ts';
import { autumn, resultRow } from '../charts/rows.ts';

const chart = (label: string, rows = [resultRow(2023, 8, 40), resultRow(2024, 11, 41)]) =>
  compact(
    markup(
      dynamicsChart(
        { series: [{ label, level: 'school', rows }], threshold: 0.3 },
        { document, width: 340, lang: 'ru' },
      ),
    ),
  );
const words = (legend: string) => [...legend.matchAll(/<\/svg>(.*?)<\/li>/g)].map(([, text]) => text);

it('one legend has the entries of all charts, each once, with its sign', () => {
  const plain = chart('эта &lt;школа&gt;');
  const mixed = chart('эта &lt;школа&gt;', [
    resultRow(2022, 8, 40, autumn(2022)),
    resultRow(2023, [1, 2], 41),
  ]);
  const own = words(sharedLegend([plain]));
  const all = sharedLegend([plain, mixed]);
  expect(own).toContain('95-процентный интервал');
  expect(own).not.toContain('осенняя работа');
  expect(words(all)).toEqual(
    expect.arrayContaining([...own, 'осенняя работа', 'число скрыто: показан диапазон']),
  );
  expect(new Set(words(all)).size).toBe(words(all).length);
  expect(all).not.toContain('<школа>');
  expect(all.match(/<svg/g)).toHaveLength(words(all).length);
  expect(sharedLegend(['<svg></svg>'])).toBe('');
});

it('a chart says how many lines its legend takes', () => {
  const rows = chart('эта школа');
  const heights = new Set(
    [...(rows.split('chart-legend')[1] ?? '').matchAll(/translate\(\d+,(\d+)\)/g)].map(([, y]) => y),
  );
  expect(heights.size).toBeGreaterThan(1);
  expect(withLegendLines(rows)).toContain(`class="chart legend-${heights.size}"`);
  expect(withLegendLines('<svg class="chart"></svg>')).toBe('<svg class="chart"></svg>');
});
