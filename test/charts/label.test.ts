import { expect, it } from 'vitest';
import { labelHeight, type Panel } from '../../src/charts/dynamics-label.ts';
import { ratePoint } from '../../src/charts/points.ts';
import { resultRow } from './rows.ts';

const panel: Panel = { width: 200, height: 100, years: [2024, 2025], highest: 0.6, threshold: 0.3, size: 13 };

it('the last value stands inside its panel and clear of the low-results line, whatever the share', () => {
  const half = panel.size * 0.62;
  const line = panel.height * (1 - panel.threshold / panel.highest);
  for (const total of [10, 24, 100, 2000])
    for (let below = 0; below <= total * 0.55; below += Math.ceil(total / 40)) {
      const point = ratePoint(resultRow(2025, below, total), 10);
      if (!point) throw new Error('missing point');
      const middle = labelHeight(point, panel);
      expect(middle, `${below} of ${total}`).toBeGreaterThanOrEqual(half - 1);
      expect(middle, `${below} of ${total}`).toBeLessThanOrEqual(panel.height - half);
      expect(Math.abs(middle - line), `${below} of ${total}`).toBeGreaterThan(half);
    }
});
