import { csv } from './csv.ts';
import type { Municipality } from './municipalities.ts';
import type { School } from './schools.ts';

export function municipalitiesFile(municipalities: readonly Municipality[]): string {
  const rows = municipalities.map(({ id, name }) => [id, name]);
  return csv(['municipality_id', 'name'], rows, ',');
}

/** Headers of `schools.csv`: the canonical names. */
const header = [
  'school_id',
  'name',
  'short_name',
  'municipality_id',
  'type',
  'locality',
  'small_school',
  'pupils',
  'latitude',
  'longitude',
  'opened',
  'closed',
];

export function schoolsFile(schools: readonly School[]): string {
  const rows = schools.map((s) => [
    s.id,
    s.name,
    s.short_name,
    s.municipality.id,
    s.type,
    s.locality,
    s.small_school,
    s.pupils,
    s.latitude.toFixed(5),
    s.longitude.toFixed(5),
    s.opened,
    s.closed,
  ]);
  return csv(header, rows, ',');
}
