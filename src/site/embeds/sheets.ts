import type { MunicipalityFile, SchoolRow } from '../../contract/public.ts';
import type { CsvTable } from '../../contract/separated.ts';
import type { AreaStatus } from '../../contract/status.ts';
import { type Language, type Level, languages } from '../../contract/vocabulary.ts';
import type { EmbedChart } from '../../embeds/address.ts';
import { isDrawn } from '../../embeds/scope.ts';
import {
  dimensionsOf,
  type Entry,
  type Line,
  municipalityIndicatorLines,
  regionLines,
} from '../indicator-lines.ts';
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
import { dynamicsSheet, marksSheet, windowsSheet } from './results-sheets.ts';
import { embedScope } from './scope.ts';
import type { Sheet } from './sheet.ts';
import { municipalitySubject, regionSubject, type Subject, schoolSubject } from './subjects.ts';
import { windowsCsv } from './windows-csv.ts';

/** One chart of one entity in every language, and its numbers, which need no language. */
export interface Bundle {
  sheets: Readonly<Record<Language, Sheet>>;
  csv: () => CsvTable;
}

/** How a chart is made, in a language and as numbers. */
interface Recipe {
  chart: EmbedChart;
  sheet: (lang: Language) => Sheet;
  csv: () => CsvTable;
}

/** Empty charts have no page: their address is not one. Charts that the site leaves out are not made. */
const made = (level: Level, recipes: readonly Recipe[]): Bundle[] =>
  recipes
    .filter(({ chart }) => isDrawn(embedScope(), chart, level))
    .map(({ sheet, csv }): Bundle => ({ sheets: { ru: sheet('ru'), en: sheet('en') }, csv }))
    .filter(({ sheets }) => languages.some((lang) => sheets[lang].pictures.length > 0));

/** The charts of a school. */
function schoolBundles(row: SchoolRow): Bundle[] {
  const file = readSchool(row.school_id);
  const subject = schoolSubject(row);
  return made('school', [
    {
      chart: 'dynamics',
      sheet: (lang) => dynamicsSheet(subject, lang),
      csv: () => dynamicsCsv(subject, file.status),
    },
    { chart: 'marks', sheet: (lang) => marksSheet(subject, lang), csv: () => marksCsv(subject) },
    {
      chart: 'positive-dynamics',
      sheet: (lang) => schoolChangeSheet(subject, file, lang),
      csv: () => changeCsv(subject, file.status),
    },
    {
      chart: 'windows',
      sheet: (lang) => windowsSheet(subject, lang),
      csv: () => windowsCsv(subject),
    },
    {
      chart: 'similar-schools',
      sheet: (lang) => similarSheet(subject, file, lang),
      csv: () => similarCsv(subject, file),
    },
  ]);
}

/** What municipalities and the region have in common. */
const areaRecipes = (subject: Subject, status: AreaStatus | undefined): Recipe[] => [
  {
    chart: 'dynamics',
    sheet: (lang) => dynamicsSheet(subject, lang),
    csv: () => dynamicsCsv(subject, status),
  },
  { chart: 'marks', sheet: (lang) => marksSheet(subject, lang), csv: () => marksCsv(subject) },
  {
    chart: 'positive-dynamics',
    sheet: (lang) => areaChangeSheet(subject, status, lang),
    csv: () => areaChangeCsv(subject, status),
  },
  { chart: 'risk-plane', sheet: (lang) => planeSheet(subject, lang), csv: () => planeCsv(subject) },
];

const indicatorRecipes = (
  subject: Subject,
  entries: readonly Entry[],
  linesOf: (entry: Entry) => Line[],
): Recipe[] =>
  entries
    .map((entry) => ({ entry, lines: linesOf(entry) }))
    .filter(({ lines }) => dimensionsOf(lines).length > 0)
    .map(({ entry, lines }) => ({
      chart: 'indicator',
      sheet: (lang) => indicatorSheet(subject, entry, lines, lang),
      csv: () => indicatorCsv(subject, entry.id, lines),
    }));

/** The charts of a municipality. */
function municipalityBundles(id: string, entries: readonly Entry[]): Bundle[] {
  const file: MunicipalityFile = municipality(id);
  const subject = municipalitySubject(id);
  return made('municipality', [
    ...areaRecipes(subject, file.status),
    ...indicatorRecipes(subject, entries, (entry) => municipalityIndicatorLines(entry, file)),
  ]);
}

/** The charts of the region. */
function regionBundles(entries: readonly Entry[]): Bundle[] {
  const subject = regionSubject();
  return made('region', [
    ...areaRecipes(subject, region().status),
    { chart: 'cluster-map', sheet: (lang) => mapSheet(subject, lang), csv: mapCsv },
    ...indicatorRecipes(subject, entries, regionLines),
  ]);
}

/** Every chart of the release that the site offers, one entity after the other. */
export function* allBundles(entries: readonly Entry[]): Generator<Bundle> {
  yield* regionBundles(entries);
  for (const { municipality: own, schools } of municipalities()) {
    yield* municipalityBundles(own.municipality_id, entries);
    for (const school of schools) yield* schoolBundles(school);
  }
}
