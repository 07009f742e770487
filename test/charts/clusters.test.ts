import { describe, expect, it } from 'vitest';
import { clusterMap } from '../../src/charts/cluster-map.ts';
import { indicatorYears, spark } from '../../src/charts/indicator-years.ts';
import { riskPlane } from '../../src/charts/risk-plane.ts';
import { looks, outline } from '../../src/charts/shapes.ts';
import { stripChart } from '../../src/charts/strip.ts';
import { tileGrid } from '../../src/charts/tile-grid.ts';
import { clusters } from '../../src/contract/vocabulary.ts';
import { areas, places, schools } from './places.ts';
import { document, expectReference } from './reference.ts';

const plane = schools.map((school, index) => ({
  ...school,
  wellbeing: 30 + index * 7,
  share: index === 3 ? { low: 0.1, high: 0.2 } : { low: 0.6 - index * 0.08, high: 0.6 - index * 0.08 },
}));
const strip = {
  year: 2025,
  own: { name: 'СОШ № 1', share: { low: 0.12, high: 0.12 } },
  others: [0, 0.03, 0.031, 0.08, 0.2].map((share, index) => ({
    name: `СОШ № ${index + 2}`,
    share: { low: share, high: share + (index === 3 ? 0.04 : 0) },
  })),
  region: { low: 0.09, high: 0.09 },
};
const years = {
  name: 'Доля школ с низкими результатами',
  unit: 'share' as const,
  values: [
    { year: 2022, value: { low: 0.32, high: 0.32 } },
    { year: 2023, value: null },
    { year: 2024, value: { low: 0.1, high: 0.14 } },
    { year: 2025, value: { low: 0.168, high: 0.168 }, digits: 1 },
  ],
};
const charts = {
  'cluster-map': (width: number) =>
    clusterMap({ year: 2025, places: areas, schools }, { document, width, lang: 'ru' }),
  'tile-grid': (width: number) => tileGrid({ year: 2025, places }, { document, width, lang: 'ru' }),
  'risk-plane': (width: number) =>
    riskPlane({ year: 2025, schools: plane, threshold: 0.3, quartile: 44 }, { document, width, lang: 'ru' }),
  strip: (width: number) => stripChart(strip, { document, width, lang: 'ru' }),
  'indicator-years': (width: number) => indicatorYears(years, { document, width, lang: 'ru' }),
};

describe.each(Object.entries(charts))('%s', (name, draw) => {
  it.each([340, 720])('%i pixels wide', (width) => expectReference(draw(width), `${name}-${width}`));

  it('carries no style, script or id, no text under 12 px, and a name', () => {
    const svg = draw(340);
    expect(svg.querySelectorAll('style, script, [id], [style]')).toHaveLength(0);
    for (const part of [svg, ...svg.querySelectorAll('[font-size]')])
      expect(Number.parseFloat(part.getAttribute('font-size') ?? '12')).toBeGreaterThanOrEqual(12);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')?.length).toBeGreaterThan(20);
  });
});

it('clusters differ without colour: by shape, by size, or by being open', () => {
  const seen = clusters.map((cluster) => {
    const look = looks[cluster];
    return `${outline({ ...look, radius: 4 })} ${look.radius} ${look.fill}`;
  });
  expect(new Set(seen).size).toBe(clusters.length);
});

it('a municipality without data, and one whose range spans two classes, are said so in the keys', () => {
  const text = charts['cluster-map'](720).textContent;
  expect(text).toContain('диапазон: точно сказать нельзя');
  expect(text).toContain('данных нет');
});

it('tiles with known places stand north above south', () => {
  const at = (latitude: number) => ({ latitude, longitude: 60 });
  const grid = places.slice(0, 5).map((place, index) => ({ ...place, at: at(50 + index) }));
  const names = [
    ...tileGrid({ year: 2025, places: grid }, { document, width: 340, lang: 'ru' }).querySelectorAll('title'),
  ];
  expect(names[0]?.textContent).toContain('Старобродский');
  expect(names.at(-1)?.textContent).toContain('Берестянский');
});

it('a strip says in words where this school stands, and that its share is hidden', () => {
  const label = charts.strip(340).getAttribute('aria-label')?.replaceAll('\u00a0', ' ');
  expect(label).toContain('Эта школа: 12 %. Похожие школы: от 0 % до 20 %.');
  const hidden = stripChart({ ...strip, own: null }, { document, width: 340, lang: 'ru' });
  expect(hidden.getAttribute('aria-label')).toContain('Доля этой школы не показана.');
});

it('the small bars say their values in words', () => {
  const label = spark(years, { document, width: 96, lang: 'en' }).getAttribute('aria-label');
  expect(label).toContain('2022: 32%; 2024: 10–14%; 2025: 16.8%');
});
