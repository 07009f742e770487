import * as Plot from '@observablehq/plot';
import type { Cluster } from '../contract/vocabulary.ts';
import { percent, percentRange } from '../i18n/formats.ts';
import { clusterMessages, indexText } from '../i18n/pages-clusters.ts';
import type { Interval } from '../stats/wilson.ts';
import { finish } from './finish.ts';
import { addKeys, type Key, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink, isNarrow } from './options.ts';
import { drawnOrder, looks, namedOrder, plotSymbol } from './shapes.ts';

export interface PlaneSchool {
  name: string;
  cluster: Cluster;
  /** Index of social well-being. */
  wellbeing: number;
  /** Highest share below the threshold among the works of the school. */
  share: Interval;
}
export interface RiskPlaneInput {
  year: number;
  schools: readonly PlaneSchool[];
  /** From this share a work is low. */
  threshold: number;
  /** The highest index inside the region's lowest quarter; absent where nobody has an index. */
  quartile?: number | undefined;
}

const limit = '9,4';
const quarter = '2,3';

function keysOf({ schools, threshold, quartile }: RiskPlaneInput, lang: ChartOptions['lang']): Key[] {
  const words = clusterMessages(lang);
  const present = new Set(schools.map(({ cluster }) => cluster));
  return [
    ...namedOrder
      .filter((cluster) => present.has(cluster))
      .map((cluster) => ({ text: words.names[cluster], look: looks[cluster] })),
    { text: words.limit(percent(lang, threshold)), line: { dash: limit } },
    ...(quartile === undefined ? [] : [{ text: words.quartile, line: { dash: quarter, upright: true } }]),
  ];
}

function points({ schools }: RiskPlaneInput, { width, lang }: ChartOptions): Plot.Markish[] {
  const narrow = isNarrow(width);
  return drawnOrder.flatMap((cluster) => {
    const own = schools.filter((school) => school.cluster === cluster);
    if (own.length === 0) return [];
    const look = looks[cluster];
    const ranges = own.filter(({ share }) => share.high - share.low > 0.005);
    return [
      Plot.ruleX(ranges, {
        x: 'wellbeing',
        y1: ({ share }: PlaneSchool) => share.low,
        y2: ({ share }: PlaneSchool) => share.high,
        stroke: ink.context,
        strokeWidth: 1.5,
      }),
      Plot.dot(own, {
        x: 'wellbeing',
        y: ({ share }: PlaneSchool) => (share.low + share.high) / 2,
        r: look.radius * (narrow ? 0.85 : 1),
        symbol: plotSymbol(look),
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: 1.1,
        ...(narrow
          ? {}
          : {
              title: ({ name, wellbeing, share }: PlaneSchool) =>
                `${name}: ${indexText(lang, wellbeing)}; ${percentRange(lang, share)}`,
            }),
      }),
    ];
  });
}

function marks(input: RiskPlaneInput, options: ChartOptions): Plot.Markish[] {
  const { width, lang } = options;
  const { threshold, quartile } = input;
  const words = clusterMessages(lang);
  const size = fontSize(width);
  return [
    Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY({
      ticks: 5,
      tickFormat: (share: number) => percent(lang, share),
      tickSize: 0,
      label: null,
      color: ink.text,
    }),
    Plot.axisX({ ticks: isNarrow(width) ? 4 : 8, tickSize: 0, label: null, color: ink.text }),
    Plot.ruleY([threshold], { stroke: ink.text, strokeDasharray: limit, strokeWidth: 1 }),
    ...(quartile === undefined
      ? []
      : [Plot.ruleX([quartile], { stroke: ink.text, strokeDasharray: quarter })]),
    ...points(input, options),
    Plot.text([words.planeX], { frameAnchor: 'bottom-right', dy: 38, fill: ink.text, fontSize: size }),
    Plot.text([words.planeY], {
      frameAnchor: 'top-left',
      dx: -46,
      dy: -size - 6,
      fill: ink.text,
      fontSize: size,
    }),
  ];
}

/** Schools by the index of social well-being and the share below the threshold; a shape for each cluster. */
export function riskPlane(input: RiskPlaneInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const words = clusterMessages(lang);
  const { threshold } = input;
  const keys = keysOf(input, lang);
  const size = fontSize(width);
  const top = keysHeight(keys, width) + size + 8;
  const highest = Math.max(threshold + 0.1, ...input.schools.map(({ share }) => share.high + 0.04));
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + (isNarrow(width) ? 300 : 380) + 44,
    marginTop: top,
    marginLeft: 48,
    marginRight: 14,
    marginBottom: 44,
    style: { fontSize: `${size}px` },
    x: { label: null, nice: true },
    y: { domain: [0, Math.min(1, highest)] },
    marks: marks(input, options),
  }) as SVGSVGElement;
  svg.removeAttribute('style');
  svg.setAttribute('font-size', String(size));
  addKeys(svg, keys, { document, width });
  return finish(svg, { label: options.label ?? words.planeLabel(input.year, input.schools.length) });
}
