import { describe, expect, test } from 'vitest';
import { contains, type Point, type Polygon, signedArea } from '../../src/demo/plane.ts';
import { bytesOf, linesOf, textOf } from './read.ts';

interface Feature {
  properties: { municipality_id: string; name: string };
  geometry: { type: 'Polygon'; coordinates: [Point[]] };
}
const { features } = JSON.parse(textOf('boundaries.geojson')) as { features: Feature[] };
const rings = new Map<string, Polygon>(
  features.map((f) => [f.properties.municipality_id, f.geometry.coordinates[0].slice(0, -1)]),
);

/** Sides of closed rings: "from > to" → how often. */
function sides(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { geometry } of features) {
    const [ring] = geometry.coordinates;
    ring.slice(1).forEach((point, i) => {
      const key = `${ring[i]}>${point}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return counts;
}

const reversed = (side: string) => side.split('>').reverse().join('>');

/** The sides that no neighbour shares, joined into rings. */
function outerRings(): Polygon[] {
  const counts = sides();
  const next = new Map<string, string>();
  for (const side of counts.keys()) {
    const [from = '', to = ''] = side.split('>');
    if (!counts.has(reversed(side))) next.set(from, to);
  }
  const found: Polygon[] = [];
  while (next.size > 0) {
    const ring: Point[] = [];
    let [at] = next.keys();
    while (at !== undefined && next.has(at)) {
      const [x = 0, y = 0] = at.split(',').map(Number);
      ring.push([x, y]);
      const to: string | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    found.push(ring);
  }
  return found;
}

describe('the boundaries', () => {
  test('have one feature for each municipality of the register, under the same name', () => {
    const registered = linesOf('municipalities.csv').map((line) => [line.municipality_id, line.name]);
    expect(features.map((f) => [f.properties.municipality_id, f.properties.name])).toEqual(registered);
    expect(registered.length).toBe(32);
  });

  test('run clockwise, as d3-geo wants a small polygon', () => {
    for (const ring of rings.values()) expect(signedArea(ring)).toBeLessThan(0);
  });

  test('use no side twice in one direction', () => {
    expect([...sides().values()].filter((count) => count !== 1)).toEqual([]);
  });

  test('tile the region: one outer ring, as large as the municipalities together', () => {
    const outer = outerRings();
    expect(outer).toHaveLength(1);
    const total = [...rings.values()].reduce((area, ring) => area + signedArea(ring), 0);
    expect(signedArea(outer[0] ?? [])).toBeCloseTo(total, 9);
  });

  test('hold any place of the region exactly once', () => {
    const [outer = []] = outerRings();
    for (let i = 0; i < 4000; i += 1) {
      const place: Point = [69 + ((i * 0.61803) % 1) * 6, 56.2 + ((i * 0.41421) % 1) * 2.6];
      const holders = [...rings.values()].filter((ring) => contains(ring, place)).length;
      expect([place, holders]).toEqual([place, contains(outer, place) ? 1 : 0]);
    }
  });

  test('have coordinates of at most four decimals and fit in 400 KB', () => {
    expect(textOf('boundaries.geojson')).not.toMatch(/\.\d{5}/);
    expect(bytesOf('boundaries.geojson').length).toBeLessThan(400_000);
  });

  test('hold every school inside its own municipality', () => {
    const outside = linesOf('schools.csv').filter((line) => {
      const ring = rings.get(line.municipality_id ?? '') ?? [];
      return !contains(ring, [Number(line.longitude), Number(line.latitude)]);
    });
    expect(outside).toEqual([]);
  });
});
