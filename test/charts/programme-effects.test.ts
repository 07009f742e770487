import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { type EffectInput, programmeEffectsChart } from '../../src/charts/programme-effects.ts';
import { expectReference } from './reference.ts';

const input: EffectInput = {
  groups: [
    {
      heading: 'Программа «500+», вошли в 2021 году: 13 школ',
      rows: [
        { name: 'ВПР, 2019 → 2021', text: '−6,0 п. п.', effect: -0.06, low: -0.1, high: -0.02 },
        { name: 'ОГЭ, 2019 → 2022', text: '+3,4 п. п.', effect: 0.034, low: -0.14, high: 0.208 },
      ],
    },
  ],
  sides: ['меньше', 'больше, п. п.'],
  mark: (value) => String(Math.round(100 * value)),
  label: 'Разница & границы',
};
const drawn = (width: number, changed: Partial<EffectInput> = {}): SVGSVGElement =>
  parseHTML(programmeEffectsChart({ ...input, ...changed }, width)).document.querySelector(
    'svg',
  ) as unknown as SVGSVGElement;

it('puts every point where the axis has its value, and only a row clear of zero is strong', () => {
  const svg = drawn(720);
  const texts = [...svg.querySelectorAll('text')];
  const x = (text: string) => Number(texts.find((one) => one.textContent === text)?.getAttribute('x'));
  const [first, second] = [...svg.querySelectorAll('circle')];
  const perPoint = (x('20') - x('0')) / 20;
  expect((Number(first?.getAttribute('cx')) - x('0')) / perPoint).toBeCloseTo(-6, 1);
  expect((Number(second?.getAttribute('cx')) - x('0')) / perPoint).toBeCloseTo(3.4, 1);
  expect(first?.getAttribute('fill')).toContain('--chart-strong');
  expect(second?.getAttribute('fill')).toContain('--chart-context');
  // 20.8 points do not fit an axis to 20.
  expect(x('30')).toBeGreaterThan(x('20'));
});

it('takes any name without breaking out of its text', () => {
  const name = '</text><script>alert(1)</script>';
  const svg = drawn(340, { groups: [{ heading: name, rows: [] }] });
  expect(svg.querySelector('script')).toBeNull();
  expect(svg.textContent).toContain(name);
});

it.each([340, 720])('looks as it did, %i wide', (width) => {
  expectReference(drawn(width), `programme-effects-${width}`);
});
