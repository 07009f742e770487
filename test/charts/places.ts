import type { Area } from '../../src/charts/boundary.ts';
import type { MapSchool } from '../../src/charts/cluster-map.ts';
import { clusters } from '../../src/contract/vocabulary.ts';

const exact = (value: number) => ({ low: value, high: value });

/** Six municipalities on a grid of one degree, one without data, one whose share is a range over two classes. */
export const places = [
  { id: 'a', name: 'Берестянский муниципальный округ', share: exact(0) },
  { id: 'b', name: 'городской округ Каменоярск', share: exact(0.08) },
  { id: 'c', name: 'Мшанский муниципальный округ', share: exact(0.2) },
  { id: 'd', name: 'Ракитоярский муниципальный район', share: exact(0.4) },
  { id: 'e', name: 'Старобродский муниципальный район', share: { low: 0.05, high: 0.3 } },
  { id: 'f', name: 'Тихий район', share: null },
];

const square = (column: number, row: number): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [60 + column, 55 + row],
      [61 + column, 55 + row],
      [61 + column, 56 + row],
      [60 + column, 56 + row],
      [60 + column, 55 + row],
    ],
  ],
});

export const areas = places.map((place, index) => ({
  ...place,
  area: square(index % 3, Math.floor(index / 3)),
}));

/** One school of every cluster. */
export const schools: MapSchool[] = clusters.map((cluster, index) => ({
  name: `СОШ № ${index + 1}`,
  cluster,
  longitude: 60.3 + index * 0.4,
  latitude: 55.4 + (index % 2),
}));
