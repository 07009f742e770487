import { describe, expect, it } from 'vitest';
import { pixelEllipse } from '../../src/charts/ellipse.ts';
import { windowsChart } from '../../src/charts/windows.ts';
import { document, expectReference } from './reference.ts';

const oval = (level: number, change: number, shape: readonly [number, number, number]) => ({
  level,
  change,
  shape,
  levelRange: { low: level, high: level },
  changeRange: { low: change, high: change },
});
const input = {
  region: 0.12,
  windows: [
    { from: 2019, to: 2021, oval: oval(0.31, 0.04, [0.0014, -0.0004, 0.0052]) },
    { from: 2021, to: 2023, oval: oval(0.3, -0.02, [0.0012, 0, 0.005]) },
    { from: 2023, to: 2025, oval: oval(0.22, -0.11, [0.0016, 0.0009, 0.006]) },
  ],
};
const label = 'Математика. 2023–2025: 22 %';

it.each([
  [340, 'ru'],
  [720, 'en'],
] as const)('%i pixels wide, %s', (width, lang) => {
  expectReference(windowsChart(input, { document, width, lang, label }), `windows-${width}`);
});

it('one ellipse for each window, the last one filled, no text under 12 px, no style or id', () => {
  const svg = windowsChart(input, { document, width: 340, lang: 'ru', label });
  const ellipses = [...svg.querySelectorAll('ellipse')];
  expect(ellipses.map((one) => one.getAttribute('fill') === 'none')).toEqual([true, true, false]);
  expect(svg.querySelectorAll('style, script, [id], [style]')).toHaveLength(0);
  for (const part of [svg, ...svg.querySelectorAll('[font-size]')])
    expect(Number.parseFloat(part.getAttribute('font-size') ?? '12')).toBeGreaterThanOrEqual(12);
  expect(svg.getAttribute('aria-label')).toBe(label);
});

describe('an ellipse in pixels', () => {
  const step = { x: 500, y: -800 };
  const shape = [0.0016, 0.0009, 0.006] as const;
  const { rx, ry, angle } = pixelEllipse(oval(0, 0, shape), { cx: 0, cy: 0 }, step);

  it('is the image of the ellipse of fractions, point by point', () => {
    const turn = (angle * Math.PI) / 180;
    const [a, b, c] = shape;
    for (let at = 0; at < 6.3; at += 0.3) {
      const [u, v] = [rx * Math.cos(at), ry * Math.sin(at)];
      const x = (u * Math.cos(turn) - v * Math.sin(turn)) / step.x;
      const y = (u * Math.sin(turn) + v * Math.cos(turn)) / step.y;
      expect((c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b)).toBeCloseTo(1, 9);
    }
  });

  it('leans up to the right where more of one goes with more of the other', () => {
    expect(Math.sign(Math.sin((2 * angle * Math.PI) / 180))).toBe(-1);
  });
});
