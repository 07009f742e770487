import type { SchoolRow } from '../../contract/public.ts';
import type { CsvTable } from '../../contract/separated.ts';
import { type Language, languages } from '../../contract/vocabulary.ts';
import { dimensionsOf, type Entry, municipalityIndicatorLines, regionLines } from '../indicator-lines.ts';
import { municipalities, municipality, school as readSchool, region } from '../release.ts';
import { indicatorSheet, mapSheet, planeSheet } from './area-sheets.ts';
import { areaChangeSheet, schoolChangeSheet, similarSheet } from './change-sheets.ts';
import {
  areaChangeCsv,
  changeCsv,
  dynamicsCsv,
  indicatorCsv,
  mapCsv,
  marksCsv,
  planeCsv,
  similarCsv,
} from './chart-csv.ts';
import { dynamicsSheet, marksSheet } from './results-sheets.ts';
import type { Sheet } from './sheet.ts';
import { municipalitySubject, regionSubject, schoolSubject } from './subjects.ts';

/** One chart of one entity in every language, and its numbers, which need no language. */
export interface Bundle {
  sheets: Readonly<Record<Language, Sheet>>;
  csv: () => CsvTable;
}

const inEvery = (make: (lang: Language) => Sheet): Bundle['sheets'] => ({ ru: make('ru'), en: make('en') });
/** Empty charts have no page: their address is not one. */
const filled = (bundles: Bundle[]): Bundle[] =>
  bundles.filter(({ sheets }) => languages.some((lang) => sheets[lang].pictures.length > 0));

/** The charts of a school. */
export function schoolBundles(row: SchoolRow): Bundle[] {
  const file = readSchool(row.school_id);
  const subject = { ru: schoolSubject(row, 'ru'), en: schoolSubject(row, 'en') };
  return filled([
    {
      sheets: inEvery((lang) => dynamicsSheet(subject[lang], lang)),
      csv: () => dynamicsCsv(subject.ru, file.status),
    },
    { sheets: inEvery((lang) => marksSheet(subject[lang], lang)), csv: () => marksCsv(subject.ru) },
    {
      sheets: inEvery((lang) => schoolChangeSheet(subject[lang], file, lang)),
      csv: () => changeCsv(subject.ru, file.status),
    },
    {
      sheets: inEvery((lang) => similarSheet(subject[lang], file, lang)),
      csv: () => similarCsv(subject.ru, file),
    },
  ]);
}

/** The charts of a municipality. */
export function municipalityBundles(id: string, entries: readonly Entry[]): Bundle[] {
  const file = municipality(id);
  const subject = { ru: municipalitySubject(id, 'ru'), en: municipalitySubject(id, 'en') };
  const indicators = entries
    .map((entry) => ({ entry, lines: municipalityIndicatorLines(entry, file) }))
    .filter(({ lines }) => dimensionsOf(lines).length > 0)
    .map(
      ({ entry, lines }): Bundle => ({
        sheets: inEvery((lang) => indicatorSheet(subject[lang], entry, lines, lang)),
        csv: () => indicatorCsv(subject.ru, entry.id, lines),
      }),
    );
  return filled([
    {
      sheets: inEvery((lang) => dynamicsSheet(subject[lang], lang)),
      csv: () => dynamicsCsv(subject.ru, file.status),
    },
    { sheets: inEvery((lang) => marksSheet(subject[lang], lang)), csv: () => marksCsv(subject.ru) },
    {
      sheets: inEvery((lang) => areaChangeSheet(subject[lang], file.status, lang)),
      csv: () => areaChangeCsv(subject.ru, file.status),
    },
    { sheets: inEvery((lang) => planeSheet(subject[lang], lang)), csv: () => planeCsv(subject.ru) },
    ...indicators,
  ]);
}

/** The charts of the region. */
export function regionBundles(entries: readonly Entry[]): Bundle[] {
  const { status } = region();
  const subject = { ru: regionSubject('ru'), en: regionSubject('en') };
  const indicators = entries
    .map((entry) => ({ entry, lines: regionLines(entry) }))
    .filter(({ lines }) => dimensionsOf(lines).length > 0)
    .map(
      ({ entry, lines }): Bundle => ({
        sheets: inEvery((lang) => indicatorSheet(subject[lang], entry, lines, lang)),
        csv: () => indicatorCsv(subject.ru, entry.id, lines),
      }),
    );
  return filled([
    {
      sheets: inEvery((lang) => dynamicsSheet(subject[lang], lang)),
      csv: () => dynamicsCsv(subject.ru, status),
    },
    { sheets: inEvery((lang) => marksSheet(subject[lang], lang)), csv: () => marksCsv(subject.ru) },
    {
      sheets: inEvery((lang) => areaChangeSheet(subject[lang], status, lang)),
      csv: () => areaChangeCsv(subject.ru, status),
    },
    { sheets: inEvery((lang) => mapSheet(subject[lang], lang)), csv: mapCsv },
    { sheets: inEvery((lang) => planeSheet(subject[lang], lang)), csv: () => planeCsv(subject.ru) },
    ...indicators,
  ]);
}

/** Every chart of the release, one entity after the other. */
export function* allBundles(entries: readonly Entry[]): Generator<Bundle> {
  yield* regionBundles(entries);
  for (const { municipality: own, schools } of municipalities()) {
    yield* municipalityBundles(own.municipality_id, entries);
    for (const school of schools) yield* schoolBundles(school);
  }
}
