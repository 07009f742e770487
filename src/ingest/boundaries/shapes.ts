import { gzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Matched } from './match.ts';

type Properties = { municipality_id: string; name: string };
type Shape = Feature<Polygon | MultiPolygon, Properties>;
export type Boundaries = FeatureCollection<Polygon | MultiPolygon, Properties>;

/** Twice the signed area of a ring in degrees; positive is counter-clockwise. */
const area = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Outer rings clockwise, holes counter-clockwise: what d3-geo fills, and the reverse of RFC 7946. */
const wind = (polygon: Position[][]): Position[][] =>
  polygon.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring.toReversed() : ring));

const polygonsOf = ({ geometry }: Feature): Position[][][] => {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
};

/** One feature for each municipality, whatever number of shapes it came in, in the order of identifiers. */
function merged(shapes: Matched['shapes']): Boundaries {
  const byId = Map.groupBy(shapes, ({ municipality_id }) => municipality_id);
  const features = [...byId].map(([municipality_id, parts]): Shape => {
    const coordinates = parts.flatMap((part) => polygonsOf(part.feature)).map(wind);
    const name = parts[0]?.name ?? municipality_id;
    return {
      type: 'Feature',
      properties: { municipality_id, name },
      geometry: { type: 'MultiPolygon', coordinates },
    };
  });
  features.sort((a, b) => (a.properties.municipality_id < b.properties.municipality_id ? -1 : 1));
  return { type: 'FeatureCollection', features };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function tidy(collection: Boundaries): Boundaries {
  const features = collection.features.map((each) => ({
    ...each,
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygonsOf(each)
        .map((polygon) =>
          polygon.map((ring) => ring.map((point) => point.map(round))).filter((ring) => ring.length >= 4),
        )
        .filter((polygon) => polygon.length > 0)
        .map(wind),
    },
  }));
  return { type: 'FeatureCollection', features };
}

/** Shares of the points that are kept, tried in turn until the file fits its budget. */
const keptShares = [0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05, 0.03, 0.015, 0.005];

const packed = (collection: Boundaries): number => gzipSync(JSON.stringify(collection)).length;

/**
 * Makes the boundaries that are published: one feature for each municipality, winding as d3-geo wants it, simplified
 * as little as the budget allows. Borders that two municipalities share are simplified once, so that no gap opens.
 * @param budget bytes, gzip
 */
export function publishedBoundaries(shapes: Matched['shapes'], budget = 150 * 1024): Boundaries {
  const whole = merged(shapes);
  const unsimplified = tidy(whole);
  if (packed(unsimplified) <= budget) return unsimplified;
  const weighted = presimplify(topology({ boundaries: whole }) as Parameters<typeof presimplify>[0]);
  let best = unsimplified;
  for (const kept of keptShares) {
    const simple = quantize(simplify(weighted, quantile(weighted, kept)), 1e6);
    const { boundaries } = simple.objects;
    if (!boundaries) throw new Error('invalid topology: no boundaries');
    best = tidy(feature(simple, boundaries) as unknown as Boundaries);
    if (packed(best) <= budget) return best;
  }
  return best;
}
