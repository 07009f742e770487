import type { Column } from '../../contract/column.ts';
import type { ResultRow, SchoolRow } from '../../contract/public.ts';
import { type PublishedTable, published } from '../../contract/published.ts';
import type { CsvCell } from '../../contract/separated.ts';
import { dictionary } from '../../i18n/dictionary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import type { Entry } from '../indicator-lines.ts';
import { manifest, municipalities, school as readSchool, region } from '../release.ts';

/** One sheet of a workbook, as `publish` writes it. */
export interface DownloadSheet {
  name: string;
  header: readonly string[];
  rows: Iterable<readonly CsvCell[]>;
  widths?: readonly number[];
}

const columnsOf = (table: PublishedTable): string[] =>
  Object.keys(published[table].columns as Record<string, Column>);
const cellOf = (row: object, name: string): CsvCell =>
  ((row as Record<string, CsvCell>)[name] ?? null) as CsvCell;

/** What release this is, from whom, and how to cite it. */
function releaseSheet(): DownloadSheet {
  const { release, dataset, methodology, years, preset } = manifest();
  const rows: CsvCell[][] = [
    ['Выпуск / Release', release],
    ['Название', dataset.title.ru],
    ['Title', dataset.title.en],
    ['Источник / Source', dataset.publisher],
    ['Лицензия / Licence', dataset.licence],
    ['Годы / Years', years.join(', ')],
    ['Методика / Methodology', methodology.version],
    ['Защита / Protection', preset],
    ...(dataset.synthetic ? [[embedMessages('ru').synthetic, embedMessages('en').synthetic]] : []),
  ];
  return { name: 'release', header: ['Поле / Field', 'Значение / Value'], rows, widths: [32, 80] };
}

/** What the sheet of schools adds to their table: its column, and where that is from. */
const statusColumns = [
  ['year', 'clusters', 'year'],
  ['identification', 'identification', 'state'],
  ['cluster', 'clusters', 'cluster'],
  ['reasons', 'clusters', 'reasons'],
] as const;

/** What every column of the sheets means, and every indicator is. */
function definitionsSheet(tables: readonly PublishedTable[], entries: readonly Entry[]): DownloadSheet {
  const columns = tables.flatMap((table) => {
    const english = new Map(dictionary(table, 'en').map(({ column, text }) => [column, text]));
    return dictionary(table, 'ru').map(({ column, type, text }): CsvCell[] => [
      table,
      column,
      type,
      text,
      english.get(column) ?? '',
    ]);
  });
  const status = tables.includes('schools')
    ? statusColumns.map(([column, table, name]): CsvCell[] => {
        const [ru, en] = (['ru', 'en'] as const).map((lang) =>
          dictionary(table, lang).find((one) => one.column === name),
        );
        return ['schools', column, ru?.type ?? '', ru?.text ?? '', en?.text ?? ''];
      })
    : [];
  const named = entries.map((entry): CsvCell[] => [
    'monitoring',
    entry.id,
    entry.unit,
    `${entry.name.ru}. ${entry.description.ru}`,
    `${entry.name.en}. ${entry.description.en}`,
  ]);
  return {
    name: 'definitions',
    header: ['Таблица / Table', 'Столбец / Column', 'Тип / Type', 'Что значит', 'Meaning'],
    rows: [...columns, ...status, ...named],
    widths: [18, 26, 12, 80, 60],
  };
}

const resultColumns = columnsOf('results').filter((name) => name !== 'municipality_id');
const resultRows = (name: string, rows: readonly ResultRow[]): CsvCell[][] =>
  rows.map((row) => [name, ...resultColumns.map((column) => cellOf(row, column))]);

function schoolsSheet(schools: readonly SchoolRow[]): DownloadSheet {
  const columns = columnsOf('schools');
  const status = statusColumns.map(([column]) => column);
  const rows = function* (): Generator<CsvCell[]> {
    for (const school of schools) {
      const last = readSchool(school.school_id).status;
      const [answer, cluster] = [last?.identification.at(-1), last?.clusters.at(-1)];
      yield [
        ...columns.map((column) => cellOf(school, column)),
        cluster?.year ?? null,
        answer?.state ?? null,
        cluster?.cluster ?? null,
        cluster?.reasons ?? null,
      ];
    }
  };
  return { name: 'schools', header: [...columns, ...status], rows: rows(), widths: [14, 60, 36] };
}

const monitoringColumns = columnsOf('monitoring');
const monitoringRows = (
  name: string,
  { level, id }: { level: string; id: string },
  rows: readonly object[],
): CsvCell[][] =>
  rows.map((row) => [
    name,
    ...monitoringColumns.map((column) =>
      column === 'level' ? level : column === 'entity_id' ? id : cellOf(row, column),
    ),
  ]);

/** The workbook of the region: its own figures and those of its municipalities, and every school. */
export function regionSheets(entries: readonly Entry[]): DownloadSheet[] {
  const own = region();
  const { region_id: id, name } = own.region;
  const all = municipalities();
  const monitoring = [
    ...monitoringRows(name, { level: 'region', id }, own.status?.monitoring ?? []),
    ...all.flatMap(({ municipality, status }) =>
      monitoringRows(
        municipality.name,
        { level: 'municipality', id: municipality.municipality_id },
        status?.monitoring ?? [],
      ),
    ),
  ];
  const results = [
    ...resultRows(name, own.results),
    ...all.flatMap(({ municipality, results: rows }) => resultRows(municipality.name, rows)),
  ];
  return [
    releaseSheet(),
    definitionsSheet(['schools', 'monitoring', 'results'], entries),
    schoolsSheet(all.flatMap(({ schools }) => schools)),
    { name: 'monitoring', header: ['name', ...monitoringColumns], rows: monitoring, widths: [32, 26] },
    { name: 'results', header: ['name', ...resultColumns], rows: results, widths: [32] },
  ];
}

/** The workbook of a municipality: its schools and their results. */
export function municipalitySheets(id: string, entries: readonly Entry[]): DownloadSheet[] {
  const file = municipalities().find(({ municipality }) => municipality.municipality_id === id);
  const schools = file?.schools ?? [];
  const rows = function* (): Generator<CsvCell[]> {
    for (const school of schools)
      yield* resultRows(school.short_name ?? school.name, readSchool(school.school_id).results);
  };
  return [
    releaseSheet(),
    definitionsSheet(['schools', 'results'], entries),
    schoolsSheet(schools),
    { name: 'results', header: ['name', ...resultColumns], rows: rows(), widths: [36] },
  ];
}
