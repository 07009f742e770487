import type { MunicipalityRow, SchoolRow } from '../contract/public.ts';
import type { intake } from '../contract/quality.ts';
import type { Language, Procedure } from '../contract/vocabulary.ts';
import { countText, gradesText, percent } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { lowerName } from '../i18n/pages-clusters.ts';
import { qualityMessages } from '../i18n/pages-quality.ts';
import { subjectWords } from './reference.ts';
import { manifest, municipalities } from './release.ts';
import { once, releaseLines, tableRows } from './tables.ts';

/** Whether the release has a table: older ones lack those of the quality report. */
const has = (path: string) => manifest().files.some((file) => file.path === path);
const reportTables = [
  'inputs',
  'input_notes',
  'input_columns',
  'coverage',
  'appearances',
  'jumps',
  'boundary_names',
] as const;
/** The files of the report that the release has. */
export const reportFiles = (): string[] => reportTables.map((name) => `${name}.csv`).filter(has);

type ColumnRow = { file: string; use: string; file_column: string; our_column: string; constant: string };

/** The columns of every file, in the order of the accounts. */
export const columnsByFile = once(() =>
  Map.groupBy<string, ColumnRow>(tableRows('input_columns'), ({ file }) => file),
);

const order: Readonly<Record<Procedure, number>> = { vpr: 0, oge: 1, ege: 2 };

export interface CoverageRow {
  municipality: MunicipalityRow;
  /** In the order of the years; `null` where no school has the procedure in any year. */
  cells: ({ present: number; expected: number } | null)[];
}
export interface CoverageGrid {
  procedure: Procedure;
  years: number[];
  rows: CoverageRow[];
  whole: { present: number; expected: number }[];
  /** Share of the works whose share is published, by year. */
  shown: number[];
}

/** One grid for each procedure: municipalities, alphabetical, against years in which it was held. */
export const coverageGrids = once((): CoverageGrid[] => {
  const byProcedure = Map.groupBy(tableRows('coverage'), ({ procedure }) => procedure);
  const sorted = [...byProcedure].sort(([a], [b]) => order[a] - order[b]);
  return sorted.map(([procedure, rows]) => {
    const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
    const total = (year: number, pick: (row: (typeof rows)[number]) => number) =>
      rows.filter((row) => row.year === year).reduce((sum, row) => sum + pick(row), 0);
    return {
      procedure,
      years,
      rows: municipalities().map(({ municipality }) => ({
        municipality,
        cells: years.map((year) => {
          const own = rows.find(
            (row) => row.year === year && row.municipality_id === municipality.municipality_id,
          );
          return own ? { present: own.schools, expected: own.schools_expected } : null;
        }),
      })),
      whole: years.map((year) => ({
        present: total(year, (row) => row.schools),
        expected: total(year, (row) => row.schools_expected),
      })),
      shown: years.map((year) => total(year, (row) => row.works_shown) / total(year, (row) => row.works)),
    };
  });
});

const schools = once(
  () =>
    new Map(
      municipalities().flatMap(({ schools: own }) =>
        own.map((school) => [school.school_id, school] as const),
      ),
    ),
);

export interface AppearanceLine {
  school: SchoolRow;
  procedure: Procedure;
  text: string;
  explanation: string | null;
}

/** Schools that appear or disappear, by name, year by year. Those that nothing explains come first. */
export function appearanceLines(lang: Language): AppearanceLine[] {
  const words = qualityMessages(lang);
  const lines = tableRows('appearances').flatMap((row) => {
    const school = schools().get(row.school_id);
    if (!school) return [];
    const text = words[row.event](row.year_before, row.year);
    const explanation = row.explained_by && (words.explained[row.explained_by] ?? null);
    return [{ school, procedure: row.procedure, text, explanation, year: row.year }];
  });
  return lines.sort(
    (a, b) =>
      Number(a.explanation !== null) - Number(b.explanation !== null) ||
      a.school.name.localeCompare(b.school.name, 'ru') ||
      order[a.procedure] - order[b.procedure] ||
      a.year - b.year,
  );
}

export interface JumpLine {
  place: { kind: 'schools' | 'municipalities'; id: string; name: string };
  work: string;
  years: string;
  text: string;
}

/** The suspicious jumps, municipalities before schools, by name. */
export function jumpLines(lang: Language): JumpLine[] {
  const words = qualityMessages(lang);
  const names = new Map(municipalities().map(({ municipality: own }) => [own.municipality_id, own.name]));
  const lines = tableRows('jumps').map((row): JumpLine => {
    const own = schools().get(row.entity_id);
    const kind = row.level === 'school' ? 'schools' : 'municipalities';
    const name = own ? (own.short_name ?? own.name) : (names.get(row.entity_id) ?? row.entity_id);
    const range = (low: number | null, high: number | null) =>
      countText(lang, { low: low ?? 0, high: high ?? 0 });
    const [n0, n1] = [
      range(row.participants_before_low, row.participants_before_high),
      range(row.participants_low, row.participants_high),
    ];
    const below = [
      range(row.below_threshold_before_low, row.below_threshold_before_high),
      range(row.below_threshold_low, row.below_threshold_high),
    ] as const;
    const text =
      row.kind === 'participants'
        ? words.kinds.participants(n0, n1)
        : words.kinds['fail-rate'](words.counts(below[0], n0), words.counts(below[1], n1));
    const procedure = messages(lang).results.procedures[row.procedure];
    const grade = row.procedure === 'vpr' ? [gradesText(lang, [row.grade])] : [];
    return {
      place: { kind, id: row.entity_id, name },
      work: [procedure, lowerName(subjectWords(row.subject), lang), ...grade].join(', '),
      years: words.years(row.year_before, row.year),
      text,
    };
  });
  return lines.sort(
    (a, b) =>
      a.place.kind.localeCompare(b.place.kind) ||
      a.place.name.localeCompare(b.place.name, 'ru') ||
      a.work.localeCompare(b.work, 'ru') ||
      a.years.localeCompare(b.years),
  );
}

/** Share of works shown as text. */
export const shownText = (share: number, lang: Language): string =>
  Number.isFinite(share) ? percent(lang, share) : '—';

type BoundaryName = {
  way: (typeof intake)['boundary_names']['columns']['way']['values'][number];
  shape: string;
  municipality_id: string | null;
};

/** How many shapes found their municipality in each way, and those that a person should look at. */
export function boundaryNames(): { counts: [string, number][]; listed: (BoundaryName & { name: string })[] } {
  const rows: BoundaryName[] =
    releaseLines('boundary_names.csv').length > 0 ? tableRows('boundary_names') : [];
  const names = new Map(municipalities().map(({ municipality: own }) => [own.municipality_id, own.name]));
  const counts = [...Map.groupBy(rows, ({ way }) => way)].map(([way, own]): [string, number] => [
    way,
    own.length,
  ]);
  const listed = rows
    .filter(({ way }) => way !== 'id' && way !== 'name')
    .map((row) => ({ ...row, name: names.get(row.municipality_id ?? '') ?? '' }));
  return { counts, listed };
}
