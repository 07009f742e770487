import type { ResultRow } from '../contract/public.ts';
import { type Language, type Level, languages } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';
import { type Life, life } from './life.ts';
import { municipality, region, school } from './release.ts';

/** One line of a chart: whose results, and how it is called there. */
export interface Party {
  label: Readonly<Record<Language, string>>;
  level: Level;
  rows: ResultRow[];
}

/** What a page is about, with the wider groups that stand beside it, nearest first. */
export interface Entity extends Party {
  context: Party[];
  /** Of a school that opened or closed within the release's years. */
  life?: Life;
}

const inAll = (words: (lang: Language) => string): Record<Language, string> =>
  Object.fromEntries(languages.map((lang) => [lang, words(lang)])) as Record<Language, string>;

/** The region as a party. */
export function regionEntity(): Entity {
  const { results } = region();
  return {
    label: inAll((lang) => messages(lang).results.region),
    level: 'region',
    rows: results,
    context: [],
  };
}

/** A municipality beside its region. */
export function municipalityEntity(id: string): Entity {
  const file = municipality(id);
  return {
    label: inAll(() => file.municipality.name),
    level: 'municipality',
    rows: file.results,
    context: [regionEntity()],
  };
}

/** A school beside its municipality and region. */
export function schoolEntity(id: string): Entity {
  const file = school(id);
  const { context, ...parent } = municipalityEntity(file.school.municipality_id);
  return {
    label: inAll((lang) => messages(lang).results.thisSchool),
    level: 'school',
    rows: file.results,
    context: [parent, ...context],
    life: life(file.school),
  };
}
