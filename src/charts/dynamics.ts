import * as Plot from '@observablehq/plot';
import type { ResultRow } from '../contract/public.ts';
import type { Level } from '../contract/vocabulary.ts';
import {
  ceiling,
  frameMarks,
  layout,
  limitMark,
  margins,
  panelGap,
  panelNames,
  panelTitle,
} from './dynamics-frame.ts';
import { lastFigures } from './dynamics-label.ts';
import { contextMarks, strongMarks } from './dynamics-marks.ts';
import { dynamicsInWords, dynamicsLegend, type NamedPoints } from './dynamics-words.ts';
import type { ChartLanguage } from './every.ts';
import { finish } from './finish.ts';
import { addLegend, legendHeight } from './legend.ts';
import { type ChartOptions, fontSize } from './options.ts';
import { calendar, gradesOf, ratePoints } from './points.ts';

export interface DynamicsSeries {
  label: string;
  level: Level;
  rows: ResultRow[];
}

export interface DynamicsInput {
  /** The first is the subject of the chart; the others are context. One procedure and subject; any grades. */
  series: DynamicsSeries[];
  /** The share from which a result counts as low; a line. */
  threshold: number;
  /** Under this number of participants a rate is not shown. */
  minParticipants?: number;
}

/** Everything that is drawn, from the data alone. */
function prepare(
  { series, minParticipants, threshold }: DynamicsInput,
  { width }: ChartOptions<ChartLanguage>,
) {
  const grades = gradesOf(series[0]?.rows ?? []);
  const named = series.map(({ label, rows }) => ({
    label,
    points: ratePoints(rows, minParticipants ?? 10).filter(({ grade }) => grades.includes(grade)),
  }));
  const [own = { label: '', points: [] }, ...others]: NamedPoints[] = named;
  const place = layout(grades, width);
  const panels = grades.map((grade) => ({ grade, ...place.cell(grade) }));
  const highest = ceiling(
    named.flatMap(({ points }) => points),
    threshold,
  );
  return { ...place, own, others, panels, highest, years: calendar(series.flatMap(({ rows }) => rows)) };
}

function marks(input: DynamicsInput, options: ChartOptions<ChartLanguage>): Plot.Markish[] {
  const { own, others, panels, highest, years, cell, height, panelWidth } = prepare(input, options);
  const { width, lang } = options;
  const { threshold } = input;
  const size = fontSize(width);
  return [
    ...frameMarks({ years, highest, panelWidth, width, lang }),
    limitMark(panels, threshold),
    ...others.flatMap(({ points }, index) => contextMarks(points, cell, index)),
    ...strongMarks(own.points, cell, lang),
    ...lastFigures(own.points, cell, lang, { width: panelWidth, height, years, highest, threshold, size }),
    ...panelNames(panels, lang, size),
  ];
}

/**
 * The share below the threshold over the years, one panel per grade. A line joins only consecutive years of one
 * comparability group; a hidden count is drawn as the range it lies in, never as a guess.
 */
export function dynamicsChart(input: DynamicsInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const { document, width, lang } = options;
  const { own, others, panels, highest, years, columns, lines, height, inner } = prepare(input, options);
  const items = dynamicsLegend(own, others, input.threshold, lang);
  const margin = margins(width);
  const top = legendHeight(items, width) + (panels.length > 1 ? panelTitle : 14);
  const size = fontSize(width);
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + inner + margin.bottom,
    marginTop: top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    x: { type: 'point', domain: years, padding: 0.35 },
    y: { domain: [0, highest] },
    fx: {
      domain: [...Array(columns).keys()],
      paddingInner: columns > 1 ? panelGap : 0,
      paddingOuter: 0,
      axis: null,
    },
    fy: {
      domain: [...Array(lines).keys()],
      paddingInner: lines > 1 ? panelTitle / (height + panelTitle) : 0,
      paddingOuter: 0,
      axis: null,
    },
    marks: marks(input, options),
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(size));
  addLegend(svg, items, { document, width });
  return finish(svg, { label: options.label ?? dynamicsInWords(own, lang) });
}
