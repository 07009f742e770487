import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { match } from '../../../src/ingest/boundaries/match.ts';
import { plainName } from '../../../src/ingest/boundaries/names.ts';
import { publishedBoundaries } from '../../../src/ingest/boundaries/shapes.ts';

const square = (x: number, y: number, size = 1): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const shape = (properties: Record<string, string>, ...rings: Position[][]): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const municipalities = [
  { municipality_id: '1', name: 'Муниципальный район «Озёрский район»' },
  { municipality_id: '2', name: 'городской округ город Озёрск' },
  { municipality_id: '3', name: 'Горячий Ключ' },
];

describe('names of municipalities', () => {
  it.each([
    ['Муниципальный район «Озёрский район»', 'озерский'],
    ['Озерский р-н', 'озерский р-н'],
    ['МО ГО «город Озёрск»', 'озерск'],
    ['г. Озёрск', 'озерск'],
    ['Приморско–Ахтарский муниципальный округ', 'приморско-ахтарский'],
    ['Городецкий район', 'городецкий'],
  ])('%s is plainly %s', (name, plain) => expect(plainName(name)).toBe(plain));
});

describe('shapes', () => {
  it('find municipalities by identifier, name, plain name or by hand; the rest is reported on both sides', () => {
    const { shapes, report } = match(
      collection(
        shape({ municipality_id: '2' }, square(0, 0)),
        shape({ district: 'Озерский район' }, square(1, 0)),
        shape({ district: 'Ключ' }, square(2, 0)),
        shape({ district: 'Чужой район' }, square(3, 0)),
      ),
      [...municipalities, { municipality_id: '4', name: 'Дальний район' }],
      { Ключ: '3' },
    );
    expect(shapes.map(({ municipality_id }) => municipality_id)).toEqual(['2', '1', '3']);
    expect(report).toEqual({
      by_id: 1,
      by_name: 0,
      by_plain_name: 1,
      by_hand: 1,
      shapes_left: ['Чужой район'],
      municipalities_left: ['Дальний район'],
      found: [
        { shape: '', way: 'id', municipality_id: '2' },
        { shape: 'Озерский район', way: 'plain-name', municipality_id: '1' },
        { shape: 'Ключ', way: 'by-hand', municipality_id: '3' },
        { shape: 'Чужой район', way: 'unmatched', municipality_id: null },
      ],
    });
  });

  it('never guess between two municipalities of one plain name', () => {
    const twins = [
      { municipality_id: 'a', name: 'Озёрский район' },
      { municipality_id: 'b', name: 'Озёрский муниципальный округ' },
    ];
    expect(
      match(collection(shape({ name: 'Озерский' }, square(0, 0))), twins, {}).report.shapes_left,
    ).toEqual(['Озерский']);
  });

  it('of one municipality become one feature, outer rings clockwise and holes counter-clockwise', () => {
    const { shapes } = match(
      collection(
        shape({ municipality_id: '1' }, square(0, 0, 4), square(1, 1)),
        shape({ municipality_id: '1' }, square(9, 9)),
      ),
      municipalities,
      {},
    );
    const { features } = publishedBoundaries(shapes);
    expect(features).toHaveLength(1);
    const rings = features.flatMap(({ geometry }) => geometry.coordinates as Position[][][]);
    const [outer, hole] = rings[0] ?? [];
    expect(outer?.slice(0, 2)).toEqual([
      [0, 0],
      [0, 4],
    ]);
    expect(hole?.slice(0, 2)).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('that share a border still share it after simplifying', () => {
    const wiggly = Array.from(
      { length: 4000 },
      (_, i): Position => [5 + Math.sin(i) / 50 + Math.sin(i / 40) / 5, i / 400],
    );
    const left: Position[] = [[0, 0], ...wiggly, [0, 10], [0, 0]];
    const right: Position[] = [[10, 0], ...wiggly, [10, 10], [10, 0]];
    const { shapes } = match(
      collection(shape({ municipality_id: '1' }, left), shape({ municipality_id: '2' }, right)),
      municipalities,
      {},
    );
    const { features } = publishedBoundaries(shapes, 8000);
    const inner = features.map(({ geometry }) =>
      (geometry.coordinates as Position[][][])
        .flat(2)
        .filter(([x = 0, y = 0]) => x > 1 && x < 9 && y > 0 && y < 10),
    );
    expect(inner[0]?.length).toBeGreaterThan(20);
    expect(inner[0]?.length).toBeLessThan(2000);
    const key = (points: Position[] | undefined) => new Set(points?.map((point) => point.join(' ')));
    expect(key(inner[0])).toEqual(key(inner[1]));
  });
});
