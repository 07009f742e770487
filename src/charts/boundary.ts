type Position = readonly [longitude: number, latitude: number];
/** What a boundary may be drawn as. */
export type Area =
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] };

/** The polygons of a boundary. */
export const polygons = (area: Area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

/** Longitudes shrunk to the scale of latitudes in the middle of the region, so that a plain grid keeps its shape. */
export function flat(areas: readonly Area[]) {
  const all = areas.flatMap((area) => polygons(area).flat(2));
  const latitudes = all.map(([, latitude]) => latitude);
  const [low, high] = [
    latitudes.reduce((a, b) => Math.min(a, b)),
    latitudes.reduce((a, b) => Math.max(a, b)),
  ];
  const scale = Math.cos(((low + high) / 2) * (Math.PI / 180));
  const x = all.map(([longitude]) => longitude * scale);
  const left = x.reduce((a, b) => Math.min(a, b));
  return { scale, left, right: x.reduce((a, b) => Math.max(a, b)), low, high };
}

/** Rings on a grid of half a pixel: neighbours keep a common border, and a phone is not sent what it cannot show. */
export function thinned(ring: readonly Position[], step: number, scale: number): Position[] {
  const snap = (value: number) => Math.round(value / step) * step;
  const points: Position[] = [];
  for (const [longitude, latitude] of ring) {
    const next: Position = [snap(longitude * scale), snap(latitude)];
    const last = points.at(-1);
    if (!last || last[0] !== next[0] || last[1] !== next[1]) points.push(next);
  }
  return points;
}

/** A place for a sign: the middle of the largest ring's extent. */
export function centre(area: Area): Position {
  const [ring = []] = polygons(area)
    .flatMap((rings) => rings.slice(0, 1))
    .toSorted((a, b) => b.length - a.length);
  const ends = (values: readonly number[]) =>
    (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) /
    2;
  return [ends(ring.map(([longitude]) => longitude)), ends(ring.map(([, latitude]) => latitude))];
}
