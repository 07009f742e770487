import * as Plot from '@observablehq/plot';
import type { Cluster } from '../contract/vocabulary.ts';
import { percentRange } from '../i18n/formats.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import type { Interval } from '../stats/wilson.ts';
import { type Area, centre, flat, polygons, thinned } from './boundary.ts';
import { finish } from './finish.ts';
import { addKeys, type Key, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink, isNarrow } from './options.ts';
import { shade, shadeKeys, signs } from './shades.ts';
import { drawnOrder, looks, namedOrder, plotSymbol } from './shapes.ts';

export interface MapSchool {
  name: string;
  cluster: Cluster;
  longitude: number;
  latitude: number;
}
export interface MapPlace {
  id: string;
  name: string;
  /** Share of low-results schools; `null` where there are no data. */
  share: Interval | null;
}
export interface ClusterMapInput {
  year: number;
  places: readonly (MapPlace & { area: Area })[];
  schools: readonly MapSchool[];
}

function keysOf(input: ClusterMapInput, { lang }: ChartOptions): Key[] {
  const words = clusterMessages(lang);
  const shades = { range: words.shareRange, none: words.shareNone };
  const present = new Set(input.schools.map(({ cluster }) => cluster));
  return [
    ...shadeKeys(
      input.places.map(({ share }) => share),
      shades,
      lang,
    ),
    ...namedOrder
      .filter((cluster) => present.has(cluster))
      .map((cluster) => ({ text: words.names[cluster], look: looks[cluster] })),
  ];
}

function areaMarks(
  input: ClusterMapInput,
  step: number,
  scale: number,
  lang: ChartOptions['lang'],
): Plot.Markish {
  const words = clusterMessages(lang);
  const features = input.places.map(({ area, name, share }) => ({
    type: 'Feature' as const,
    properties: { name, share },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons(area).map((rings) =>
        rings.map((ring) => thinned(ring, step, scale).map(([x, y]) => [x, y])),
      ),
    },
  }));
  type Feature = (typeof features)[number];
  const looked = ({ properties }: Feature) => shade(properties.share);
  return Plot.geo(features as never, {
    fill: (feature: Feature) => (looked(feature).kind === 'none' ? ink.grid : looked(feature).fill),
    stroke: ink.context,
    strokeWidth: 0.8,
    title: ({ properties: { name, share } }: Feature) =>
      `${name}: ${share ? percentRange(lang, share) : words.shareNone}`,
  });
}

/** What stands on an area that has no shade of its own. */
function signMarks({ places }: ClusterMapInput, scale: number, size: number): Plot.Markish[] {
  const marked = places.flatMap(({ area, share }) => {
    const { kind } = shade(share);
    const [longitude, latitude] = centre(area);
    return kind === 'known' ? [] : [{ x: longitude * scale, y: latitude, text: signs[kind] }];
  });
  if (marked.length === 0) return [];
  return [
    Plot.text(marked, { x: 'x', y: 'y', text: 'text', fill: ink.text, fontWeight: 600, fontSize: size }),
  ];
}

/** Too many to be named one by one. */
const quiet = new Set<Cluster>(['none', 'insufficient-data']);

function schoolMarks(input: ClusterMapInput, scale: number, narrow: boolean): Plot.Markish[] {
  return drawnOrder.flatMap((cluster) => {
    const own = input.schools.filter((school) => school.cluster === cluster);
    if (own.length === 0) return [];
    const look = looks[cluster];
    return [
      Plot.dot(own, {
        x: ({ longitude }: MapSchool) => longitude * scale,
        y: 'latitude',
        r: look.radius * (narrow ? 0.85 : 1),
        symbol: plotSymbol(look),
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: 1.1,
        ...(narrow || quiet.has(cluster) ? {} : { title: 'name' }),
      }),
    ];
  });
}

/**
 * The municipalities shaded by the share of low-results schools, with the schools on top, a shape for each cluster.
 * Coordinates are drawn on a plain grid: a region is small enough, and the winding of rings then does not matter.
 */
export function clusterMap(input: ClusterMapInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const { scale, left, right, low, high } = flat(input.places.map(({ area }) => area));
  const keys = keysOf(input, options);
  const top = keysHeight(keys, width);
  const unit = (right - left) / (width - 4);
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: Math.round((high - low) / unit) + top + 4,
    margin: 2,
    marginTop: top,
    projection: {
      type: 'reflect-y',
      domain: {
        type: 'MultiPoint',
        coordinates: [
          [left, low],
          [right, high],
        ],
      } as never,
    },
    marks: [
      areaMarks(input, unit * 0.7, scale, lang),
      ...signMarks(input, scale, fontSize(width) + 4),
      ...schoolMarks(input, scale, isNarrow(width)),
    ],
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(fontSize(width)));
  addKeys(svg, keys, { document, width });
  return finish(svg, { label: options.label ?? clusterMessages(lang).mapLabel(input.year) });
}
