import * as Plot from '@observablehq/plot';
import { percentRange } from '../i18n/formats.ts';
import type { Interval } from '../stats/wilson.ts';
import { finish } from './finish.ts';
import { type ChartOptions, fontSize, ink, isNarrow } from './options.ts';

export interface YearValue {
  year: number;
  /** `null` where there is no value; the page says why. */
  value: Interval | null;
  /** Decimals of a percentage. */
  digits?: number;
}
export interface IndicatorYearsInput {
  name: string;
  unit: 'share' | 'score';
  values: readonly YearValue[];
  /** Top of the scale, where several charts share one. */
  top?: number;
}

const isRange = ({ low, high }: Interval) => high - low > 1e-9;
type Shown = { year: number; value: Interval; digits: number };
const shownOf = ({ values }: IndicatorYearsInput): Shown[] =>
  values.flatMap(({ year, value, digits = 0 }) => (value ? [{ year, value, digits }] : []));

function scoreText(lang: ChartOptions['lang'], { low, high }: Interval): string {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return low === high ? format.format(low) : `${format.format(low)}–${format.format(high)}`;
}

/** A value as it is written: a percentage, or points. */
export const valueText = (
  lang: ChartOptions['lang'],
  unit: 'share' | 'score',
  value: Interval,
  digits = 0,
): string => (unit === 'share' ? percentRange(lang, value, digits) : scoreText(lang, value));

/** The values in words. */
const yearsInWords = (input: IndicatorYearsInput, lang: ChartOptions['lang']): string =>
  `${input.name}. ${shownOf(input)
    .map(({ year, value, digits }) => `${year}: ${valueText(lang, input.unit, value, digits)}`)
    .join('; ')}`;

function bars(shown: readonly Shown[]): Plot.Markish[] {
  const ranges = shown.filter(({ value }) => isRange(value));
  return [
    Plot.barY(shown, { x: 'year', y: ({ value }: Shown) => value.low, fill: ink.strong, fillOpacity: 0.85 }),
    Plot.barY(ranges, {
      x: 'year',
      y1: ({ value }: Shown) => value.low,
      y2: ({ value }: Shown) => value.high,
      fill: ink.paper,
      stroke: ink.strong,
      strokeDasharray: '3,2',
    }),
  ];
}

/** The highest value, with room for the figure above it. */
const ceiling = (shown: readonly Shown[], top = 0): number =>
  Math.max(1e-6, top, ...shown.map(({ value }) => value.high)) * 1.18;

/**
 * One bar per year with its figure; a range is open above its certain part. No line joins the years: not all of them may
 * be compared.
 */
export function indicatorYears(input: IndicatorYearsInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const shown = shownOf(input);
  const years = input.values.map(({ year }) => year);
  const size = fontSize(width);
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: isNarrow(width) ? 150 : 190,
    marginTop: size,
    marginLeft: 4,
    marginRight: 4,
    marginBottom: 24,
    style: { fontSize: `${size}px` },
    x: { type: 'band', domain: years, padding: 0.25 },
    y: { domain: [0, ceiling(shown, input.top)], axis: null },
    marks: [
      ...bars(shown),
      Plot.ruleY([0], { stroke: ink.context }),
      Plot.axisX({ tickFormat: String, tickSize: 0, label: null, color: ink.text }),
      Plot.text(shown, {
        x: 'year',
        y: ({ value }: Shown) => value.high,
        text: ({ value, digits }: Shown) =>
          valueText(lang, input.unit, value, digits).replace('\u00a0%', '%'),
        lineAnchor: 'bottom',
        dy: -3,
        fill: ink.text,
        fontSize: 12,
      }),
    ],
  }) as SVGSVGElement;
  svg.removeAttribute('style');
  svg.setAttribute('font-size', String(size));
  return finish(svg, { label: options.label ?? yearsInWords(input, lang) });
}

/** The same as a small picture beside a number, without figures: the last year is filled, the others are quiet. */
export function spark(input: IndicatorYearsInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const shown = shownOf(input);
  const last = shown.at(-1)?.year;
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: 30,
    margin: 1,
    x: { type: 'band', domain: input.values.map(({ year }) => year), padding: 0.2, axis: null },
    y: { domain: [0, ceiling(shown, input.top)], axis: null },
    marks: [
      Plot.barY(shown, {
        x: 'year',
        y: ({ value }: Shown) => (value.low + value.high) / 2,
        fill: ({ year }: Shown) => (year === last ? ink.strong : ink.context),
      }),
      Plot.ruleY([0], { stroke: ink.context }),
    ],
  }) as SVGSVGElement;
  return finish(svg, { label: options.label ?? yearsInWords(input, lang) });
}
