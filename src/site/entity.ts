import type { ResultRow } from '../contract/public.ts';
import type { Language, Level } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';
import { type Life, life } from './life.ts';
import { municipality, region, school } from './release.ts';

/** One line of a chart: whose results, and how it is called there. */
export interface Party {
  label: string;
  level: Level;
  rows: ResultRow[];
}

/** What a page is about, with the wider groups that stand beside it, nearest first. */
export interface Entity extends Party {
  context: Party[];
  /** Of a school that opened or closed within the release's years. */
  life?: Life;
}

/** The region as a party. */
export function regionEntity(lang: Language): Entity {
  const { results } = region();
  return { label: messages(lang).results.region, level: 'region', rows: results, context: [] };
}

/** A municipality beside its region. */
export function municipalityEntity(id: string, lang: Language): Entity {
  const file = municipality(id);
  return {
    label: file.municipality.name,
    level: 'municipality',
    rows: file.results,
    context: [regionEntity(lang)],
  };
}

/** A school beside its municipality and region. */
export function schoolEntity(id: string, lang: Language): Entity {
  const file = school(id);
  const { context, ...parent } = municipalityEntity(file.school.municipality_id, lang);
  return {
    label: messages(lang).results.thisSchool,
    level: 'school',
    rows: file.results,
    context: [parent, ...context],
    life: life(file.school),
  };
}
