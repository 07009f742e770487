import * as Plot from '@observablehq/plot';
import { schoolPartsMessages as schoolPartsWords } from '../i18n/pages-school-parts.ts';
import type { Interval } from '../stats/wilson.ts';
import { type ChartLanguage, inEvery, percent, percentRange } from './every.ts';
import { finish } from './finish.ts';
import { addKeys, type Key, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink } from './options.ts';
import { type Look, looks, plotSymbol } from './shapes.ts';

/** The words of the chart alone: the rest of a school's page is said in one language. */
const stripMessages = inEvery((lang) => schoolPartsWords(lang).similar);

export interface StripSchool {
  name: string;
  share: Interval;
}
export interface StripInput {
  year: number;
  /** `null` where the share of the school is hidden. */
  own: StripSchool | null;
  others: readonly StripSchool[];
  /** The region's share; a line. */
  region: Interval | null;
}

const mine: Look = { ...looks['3'], fill: ink.strong, stroke: ink.paper, radius: 7 };
const other: Look = { ...looks.undetermined, radius: 4.5, stroke: ink.context };
const middle = ({ share }: StripSchool): number => (share.low + share.high) / 2;

function keysOf({ own, others, region }: StripInput, lang: ChartLanguage): Key[] {
  const similar = stripMessages(lang);
  return [
    ...(own ? [{ text: similar.own, look: mine }] : []),
    ...(others.length > 0 ? [{ text: similar.others, look: other }] : []),
    ...(region
      ? [{ text: similar.region(percentRange(lang, region, 1)), line: { dash: '2,3', upright: true } }]
      : []),
  ];
}

function inWords({ year, own, others }: StripInput, lang: ChartLanguage): string {
  const ends = others.flatMap(({ share }) => [share.low, share.high]);
  const text = own && percentRange(lang, own.share);
  const { chartLabel } = stripMessages(lang);
  return ends.length === 0
    ? chartLabel(year, text, '—', '—')
    : chartLabel(year, text, percent(lang, Math.min(...ends)), percent(lang, Math.max(...ends)));
}

function dots(schools: readonly StripSchool[], look: Look, lang: ChartLanguage): Plot.Markish[] {
  if (schools.length === 0) return [];
  const place = { x: middle, anchor: 'middle' as const, padding: 4 };
  return [
    Plot.dot(
      schools,
      Plot.dodgeY(place, {
        x: middle,
        r: look.radius,
        symbol: plotSymbol(look),
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: 1.2,
        title: ({ name, share }: StripSchool) => `${name}: ${percentRange(lang, share)}`,
      } as Plot.DotOptions),
    ),
  ];
}

const allOf = ({ own, others }: StripInput): StripSchool[] => [...others, ...(own ? [own] : [])];

function marks(input: StripInput, lang: ChartLanguage): Plot.Markish[] {
  const ranges = allOf(input).filter(({ share }) => share.high - share.low > 0.005);
  return [
    Plot.axisX({
      ticks: 5,
      tickFormat: (share: number) => percent(lang, share),
      label: null,
      color: ink.text,
    }),
    ...(input.region
      ? [
          Plot.ruleX([(input.region.low + input.region.high) / 2], {
            stroke: ink.text,
            strokeDasharray: '2,3',
          }),
        ]
      : []),
    ...(ranges.length > 0
      ? [
          Plot.link(ranges, {
            x1: ({ share }: StripSchool) => share.low,
            x2: ({ share }: StripSchool) => share.high,
            y1: () => 0,
            y2: () => 0,
            stroke: ink.context,
            strokeOpacity: 0.4,
            strokeWidth: 3,
          }),
        ]
      : []),
    ...dots(input.others, other, lang),
    ...dots(input.own ? [input.own] : [], mine, lang),
  ];
}

/** Shares of similar schools on one line, this school marked: where it stands among its likes, without a rank. */
export function stripChart(input: StripInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const { document, width, lang } = options;
  const keys = keysOf(input, lang);
  const top = keysHeight(keys, width) + 6;
  const size = fontSize(width);
  const all = allOf(input);
  const highest = Math.max(0.1, input.region?.high ?? 0, ...all.map(({ share }) => share.high)) * 1.06;
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + 96,
    marginTop: top,
    marginLeft: 12,
    marginRight: 24,
    marginBottom: 26,
    x: { domain: [0, Math.min(1, highest)] },
    marks: marks(input, lang),
    y: { domain: [-1, 1], axis: null },
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(size));
  addKeys(svg, keys, { document, width });
  return finish(svg, { label: options.label ?? inWords(input, lang) });
}
