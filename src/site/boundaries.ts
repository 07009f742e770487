import type { Area } from '../charts/boundary.ts';
import { manifest, releaseText } from './release.ts';
import { once } from './tables.ts';

interface Collection {
  features: { properties: { municipality_id: string }; geometry: Area }[];
}

/** The boundaries of the municipalities by id; empty where the release has none. */
export const boundaries = once((): ReadonlyMap<string, Area> => {
  const file = manifest().files.some(({ path }) => path === 'boundaries.geojson');
  if (!file) return new Map();
  const { features } = JSON.parse(releaseText('boundaries.geojson')) as Collection;
  return new Map(features.map(({ properties, geometry }) => [properties.municipality_id, geometry]));
});
