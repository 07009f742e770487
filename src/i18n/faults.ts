import type { Fault, FaultDetails, Place } from '../contract/fault.ts';
import type { Language } from '../contract/vocabulary.ts';
import { faultsEn } from './en/faults.ts';
import { ingestFaultsEn } from './en/ingest-faults.ts';
import { layoutFaultsEn } from './en/layout-faults.ts';
import { roadmapFaultsEn } from './en/roadmap-faults.ts';
import { workbookFaultsEn } from './en/workbook-faults.ts';
import { faultsRu } from './ru/faults.ts';
import { ingestFaultsRu } from './ru/ingest-faults.ts';
import { layoutFaultsRu } from './ru/layout-faults.ts';
import { roadmapFaultsRu } from './ru/roadmap-faults.ts';
import { workbookFaultsRu } from './ru/workbook-faults.ts';

/** Two sentences: what is wrong, what to do. `{name}` is filled from the details and the place. */
export interface FaultText {
  fault: string;
  remedy: string;
}

const catalogues: Record<Language, Record<string, FaultText>> = {
  ru: { ...faultsRu, ...layoutFaultsRu, ...workbookFaultsRu, ...ingestFaultsRu, ...roadmapFaultsRu },
  en: { ...faultsEn, ...layoutFaultsEn, ...workbookFaultsEn, ...ingestFaultsEn, ...roadmapFaultsEn },
};

const placeWords = {
  ru: { line: 'строка', column: 'столбец', key: 'ключ', remedy: 'Что делать', unknown: 'Неизвестная ошибка' },
  en: { line: 'line', column: 'column', key: 'key', remedy: 'Remedy', unknown: 'Unknown fault' },
};

const fill = (text: string, details: FaultDetails): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));

/** The sentences of a fault code. */
export function faultText(code: string, lang: Language, details: FaultDetails = {}): FaultText {
  const text = catalogues[lang][code] ?? { fault: `${placeWords[lang].unknown}: ${code}`, remedy: '' };
  return { fault: fill(text.fault, details), remedy: fill(text.remedy, details) };
}

/** `file, line 3, column "x"`: the place, as exactly as is known. */
export function placeText(place: Place, lang: Language): string {
  const words = placeWords[lang];
  return [
    place.file,
    place.line ? `${words.line} ${place.line}` : undefined,
    place.column ? `${words.column} «${place.column}»` : undefined,
    place.key ? `${words.key} ${place.key}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** A fault as three lines: place and fault, remedy. */
export function describeFault(fault: Fault, lang: Language): string {
  const text = faultText(fault.code, lang, { ...fault.details, ...definedPlace(fault.place) });
  const place = placeText(fault.place, lang);
  return `${place ? `${place}: ` : ''}${text.fault}\n${placeWords[lang].remedy}: ${text.remedy}`;
}

const definedPlace = (place: Place): FaultDetails =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as FaultDetails;
