import { type NamedPlace, places } from './names.ts';
import {
  centroid,
  contains,
  densify,
  type Point,
  type Polygon,
  powerCells,
  type Site,
  signedArea,
} from './plane.ts';
import { at, stream } from './random.ts';
import { toDegrees, warp } from './warp.ts';

export interface Municipality extends NamedPlace {
  /** Eight digits in the form of ОКТМО, invented; the leading zero must survive as text. */
  id: string;
  /** In kilometres, before the plane is bent. */
  site: Point;
  cell: Polygon;
  /** Clockwise (what d3-geo takes for the inside of a small polygon), degrees, first point not repeated. */
  ring: Polygon;
}

/** Convex: the bends come from warp. */
const outline: Polygon = [
  [-150, -40],
  [-120, -95],
  [-55, -125],
  [40, -120],
  [115, -90],
  [150, -20],
  [140, 55],
  [85, 105],
  [0, 125],
  [-85, 110],
  [-140, 45],
];

const cityWeight = -650;

/** Random points inside the outline, evened out by Lloyd's algorithm. */
function spread(count: number): Point[] {
  const random = stream('sites');
  let points: Point[] = [];
  while (points.length < count) {
    const point: Point = [(random.uniform() - 0.5) * 300, (random.uniform() - 0.5) * 250];
    if (contains(outline, point)) points.push(point);
  }
  for (let round = 0; round < 3; round += 1) {
    points = powerCells(
      points.map((point) => ({ point, weight: 0 })),
      outline,
    ).map(centroid);
  }
  return points;
}

/** Which point belongs to whom: the first city lies nearest to the middle, the rest anywhere. */
function assign(points: readonly Point[]): Point[] {
  const ordered = [...points].sort((a, b) => a[0] ** 2 + a[1] ** 2 - (b[0] ** 2 + b[1] ** 2));
  return [at(ordered, 0), ...stream('assign').shuffle(ordered.slice(1))];
}

function codeOf(place: NamedPlace, counters: Map<string, number>): string {
  const series = place.kind === 'city' ? '7' : place.name.endsWith('район') ? '6' : '5';
  const number = (counters.get(series) ?? 0) + 1;
  counters.set(series, number);
  return `09${series}${String(number).padStart(2, '0')}000`;
}

function ringOf(cell: Polygon): Polygon {
  const ring = densify(cell, 2).map((point) => toDegrees(warp(point), 4));
  return signedArea(ring) > 0 ? ring.reverse() : ring;
}

/** The region's municipalities with their borders, in the order of `places`. */
export function makeMunicipalities(): Municipality[] {
  const points = assign(spread(places.length));
  const sites: Site[] = places.map((place, i) => ({
    point: at(points, i),
    weight: place.kind === 'city' ? cityWeight : 0,
  }));
  const cells = powerCells(sites, outline);
  const counters = new Map<string, number>();
  return places.map((place, i) => ({
    ...place,
    id: codeOf(place, counters),
    site: at(points, i),
    cell: at(cells, i),
    ring: ringOf(at(cells, i)),
  }));
}

/** GeoJSON (WGS 84), one feature per municipality, one line each. */
export function boundaries(municipalities: readonly Municipality[]): string {
  const features = municipalities.map(({ id, name, ring }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { municipality_id: id, name },
      geometry: { type: 'Polygon', coordinates: [[...ring, at(ring, 0)]] },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
