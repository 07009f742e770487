import { describe, expect, it } from 'vitest';
import { type DynamicsInput, dynamicsChart } from '../../src/charts/dynamics.ts';
import { markup } from '../../src/charts/finish.ts';
import { document, expectReference } from './reference.ts';
import { autumn, resultRow } from './rows.ts';

const school = [
  resultRow(2019, 12, 40),
  resultRow(2020, 18, 41, autumn(2020)),
  resultRow(2021, [1, 2], 38),
  resultRow(2022, 15, 40, autumn(2022)),
  resultRow(2023, 10, 39),
  resultRow(2024, [1, 2], 42),
  resultRow(2025, 9, 40),
];
const wider = (level: 'municipality' | 'region', times: number) =>
  [2019, 2021, 2023, 2024, 2025].map((year, index) =>
    resultRow(year, (8 + index) * times, 60 * times, { level, entity_id: level }),
  );
const input: DynamicsInput = {
  series: [
    { label: 'эта школа', level: 'school', rows: school },
    { label: 'Каменский район', level: 'municipality', rows: wider('municipality', 5) },
    { label: 'регион', level: 'region', rows: wider('region', 90) },
  ],
  threshold: 0.3,
};
const grades = [4, 5, 6, 7, 8].flatMap((grade) => school.map((row) => ({ ...row, grade })));
const panels: DynamicsInput = { ...input, series: [{ label: 'this school', level: 'school', rows: grades }] };
const wide = { label: 'регион', level: 'region' as const };
const hidden: DynamicsInput = {
  ...input,
  series: [{ label: 'эта школа', level: 'school', rows: [resultRow(2024, 2, 6), resultRow(2025, 1, 5)] }],
};

describe('the dynamics chart', () => {
  it.each([340, 720])('of one grade, %i pixels wide', (width) => {
    expectReference(dynamicsChart(input, { document, width, lang: 'ru' }), `dynamics-${width}`);
  });

  it.each([340, 720])('of five grades, %i pixels wide', (width) => {
    expectReference(dynamicsChart(panels, { document, width, lang: 'en' }), `dynamics-grades-${width}`);
  });

  it('of a school too small to show draws the frame and no point', () => {
    const svg = dynamicsChart(hidden, { document, width: 340, lang: 'ru' });
    expect(svg.querySelectorAll('circle title')).toHaveLength(0);
    expect(svg.getAttribute('aria-label')).toContain('показать нечего');
    expectReference(svg, 'dynamics-hidden-340');
  });

  it('of no rows at all is still a picture with a name', () => {
    const series = [{ label: 'эта школа', level: 'school' as const, rows: [] }];
    const svg = dynamicsChart({ series, threshold: 0.3 }, { document, width: 720, lang: 'ru' });
    expect(svg.getAttribute('role')).toBe('img');
  });

  it('draws a hidden count as one segment and names it in the legend', () => {
    const svg = dynamicsChart(input, { document, width: 340, lang: 'ru' });
    expect(svg.textContent).toContain('число скрыто: показан диапазон');
    const exact = { ...input, series: [{ ...wide, rows: wider('region', 90) }] };
    expect(dynamicsChart(exact, { document, width: 340, lang: 'ru' }).textContent).not.toContain('скрыто');
  });

  it('lists in its legend only what it shows', () => {
    const text = dynamicsChart(
      { ...hidden, series: [...hidden.series, { label: 'регион', level: 'region', rows: [] }] },
      { document, width: 340, lang: 'ru' },
    ).querySelector('.chart-legend')?.textContent;
    expect(text?.replaceAll('\u00a0', ' ')).toBe('граница низких результатов: 30 %');
  });

  it('marks the lonely years of the wider groups by different signs beside the point', () => {
    const markup = dynamicsChart(input, { document, width: 720, lang: 'ru' }).outerHTML;
    expect(markup).toContain('translate(-8,0)');
    expect(markup).toContain('translate(8,0)');
  });

  it('says the first and the last year of its first series in words, and where the others are', () => {
    const of = (one: DynamicsInput) =>
      dynamicsChart(one, { document, width: 340, lang: 'ru' })
        .getAttribute('aria-label')
        ?.replaceAll('\u00a0', ' ');
    expect(of(input)).toMatch(
      /эта школа\. 2019: 30 % \(12 из 40\); 20\d\d: [^;]+\. Остальные годы — в таблице\.$/,
    );
    expect(of(panels)?.match(/\d+ класс: /g)).toHaveLength(5);
    const two = { ...input, series: [{ ...wide, rows: [resultRow(2024, 2, 40), resultRow(2025, 8, 40)] }] };
    expect(of(two)).toContain('2024: 5 % (2 из 40); 2025: 20 % (8 из 40).');
    expect(of(two)).not.toContain('Остальные');
  });

  it('carries no style, no script, no id and no text under 12 px', () => {
    const svg = dynamicsChart(panels, { document, width: 340, lang: 'ru' });
    expect(svg.querySelectorAll('style, script, [id], [style]')).toHaveLength(0);
    for (const part of [svg, ...svg.querySelectorAll('[font-size]')])
      expect(Number.parseFloat(part.getAttribute('font-size') ?? '12')).toBeGreaterThanOrEqual(12);
  });

  it('writes a hostile label as text', () => {
    const series = [{ label: '"><img src=x onerror=alert(1)>', level: 'school' as const, rows: school }];
    const svg = dynamicsChart({ series, threshold: 0.3 }, { document, width: 340, lang: 'ru' });
    expect(markup(svg)).not.toContain('<img');
  });
});
