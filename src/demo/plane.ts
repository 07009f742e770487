export type Point = readonly [x: number, y: number];
export type Polygon = readonly Point[];

/** Centre of a cell; a negative weight makes the cell smaller than its neighbours'. */
export interface Site {
  point: Point;
  weight: number;
}

/** Keeps the part of a convex polygon where a·x + b·y ≤ c (Sutherland–Hodgman). */
function clip(polygon: Polygon, a: number, b: number, c: number): Polygon {
  const kept: Point[] = [];
  let previous = polygon.at(-1);
  for (const point of polygon) {
    if (!previous) break;
    const before = a * previous[0] + b * previous[1] - c;
    const here = a * point[0] + b * point[1] - c;
    if (before <= 0 !== here <= 0) {
      const t = before / (before - here);
      kept.push([previous[0] + t * (point[0] - previous[0]), previous[1] + t * (point[1] - previous[1])]);
    }
    if (here <= 0) kept.push(point);
    previous = point;
  }
  return kept;
}

/** Three cells meet in a vertex that each computes for itself: snapping to metres makes the three answers one. */
function snap(polygon: Polygon): Polygon {
  const points = polygon.map(([x, y]): Point => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
  return points.filter((p, i) => {
    const q = points[(i + 1) % points.length];
    return q !== undefined && (p[0] !== q[0] || p[1] !== q[1]);
  });
}

/** Power diagram: the part of a convex outline that is nearest to each site, by squared distance less weight. */
export function powerCells(sites: readonly Site[], outline: Polygon): Polygon[] {
  const load = ({ point: [x, y], weight }: Site) => x * x + y * y - weight;
  return sites.map((site) => {
    let cell = outline;
    for (const other of sites) {
      if (other === site) continue;
      const a = 2 * (other.point[0] - site.point[0]);
      const b = 2 * (other.point[1] - site.point[1]);
      cell = clip(cell, a, b, load(other) - load(site));
    }
    return snap(cell);
  });
}

/** Twice the signed area: positive for counter-clockwise rings when y points up. */
function doubleArea(ring: Polygon): number {
  return edges(ring).reduce((sum, [p, q]) => sum + p[0] * q[1] - q[0] * p[1], 0);
}

/** Positive for counter-clockwise rings when y points up. */
export const signedArea = (ring: Polygon) => doubleArea(ring) / 2;

/** Sides of a ring that does not repeat its first point. */
function edges(ring: Polygon): [Point, Point][] {
  return ring.flatMap((p, i): [Point, Point][] => {
    const q = ring[(i + 1) % ring.length];
    return q ? [[p, q]] : [];
  });
}

export function centroid(ring: Polygon): Point {
  let x = 0;
  let y = 0;
  for (const [p, q] of edges(ring)) {
    const cross = p[0] * q[1] - q[0] * p[1];
    x += (p[0] + q[0]) * cross;
    y += (p[1] + q[1]) * cross;
  }
  const area = doubleArea(ring);
  return [x / (3 * area), y / (3 * area)];
}

/** Even–odd rule. */
export function contains(ring: Polygon, [x, y]: Point): boolean {
  let inside = false;
  for (const [p, q] of edges(ring)) {
    if (p[1] > y !== q[1] > y && x < p[0] + ((y - p[1]) / (q[1] - p[1])) * (q[0] - p[0])) inside = !inside;
  }
  return inside;
}

/** Cuts a side into steps; always from its lesser end, so that both neighbours get the same points. */
function cut(p: Point, q: Point, step: number): Point[] {
  const turned = p[0] > q[0] || (p[0] === q[0] && p[1] > q[1]);
  const [from, to] = turned ? [q, p] : [p, q];
  const count = Math.ceil(Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2) / step);
  const points: Point[] = [];
  for (let i = 1; i < count; i += 1) {
    points.push([from[0] + ((to[0] - from[0]) * i) / count, from[1] + ((to[1] - from[1]) * i) / count]);
  }
  return turned ? points.reverse() : points;
}

/** The same ring with points at most `step` apart. */
export function densify(ring: Polygon, step: number): Polygon {
  return edges(ring).flatMap(([p, q]) => [p, ...cut(p, q, step)]);
}
