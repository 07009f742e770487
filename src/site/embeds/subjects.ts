import type { SchoolRow } from '../../contract/public.ts';
import type { Level } from '../../contract/vocabulary.ts';
import { capital, unbroken } from '../../i18n/formats.ts';
import { type Entity, municipalityEntity, regionEntity, schoolEntity } from '../entity.ts';
import { municipality, region } from '../release.ts';

/** Whose chart it is. */
export interface Subject {
  level: Level;
  id: string;
  /** The name that stands in the picture: a school's with its municipality. */
  name: string;
  /** Its page on the site, below the language. */
  page: string;
  entity: Entity;
}

/** A school as the subject of charts. */
export function schoolSubject(school: SchoolRow): Subject {
  const place = municipality(school.municipality_id).municipality.name;
  const name = capital(school.short_name ?? school.name);
  return {
    level: 'school',
    id: school.school_id,
    name: unbroken(`${name}, ${place}`),
    page: `schools/${encodeURIComponent(school.school_id)}/`,
    entity: schoolEntity(school.school_id),
  };
}

/** A municipality as the subject of charts. */
export function municipalitySubject(id: string): Subject {
  return {
    level: 'municipality',
    id,
    name: `${capital(municipality(id).municipality.name)}, ${region().region.name}`,
    page: `municipalities/${encodeURIComponent(id)}/`,
    entity: municipalityEntity(id),
  };
}

/** The region as the subject of charts. */
export function regionSubject(): Subject {
  const { region_id: id, name } = region().region;
  return { level: 'region', id, name: capital(name), page: '', entity: regionEntity() };
}
