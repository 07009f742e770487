import { calendar, countOf, gradesOf, ratePoint } from '../../charts/points.ts';
import type { ResultRow, SchoolFile, SchoolRow } from '../../contract/public.ts';
import type { CsvCell, CsvTable } from '../../contract/separated.ts';
import type { AreaStatus, SchoolStatus } from '../../contract/status.ts';
import type { Interval } from '../../stats/wilson.ts';
import { placeLines } from '../cluster-page.ts';
import { type SchoolShares, schoolShares } from '../cluster-shares.ts';
import { clusterYear, units } from '../cluster-tables.ts';
import { clusteredSchools } from '../clusters.ts';
import type { Line } from '../indicator-lines.ts';
import { pooledMarks } from '../marks.ts';
import { positiveLines } from '../positive-dynamics.ts';
import { comparability, methodology } from '../reference.ts';
import { region } from '../release.ts';
import { regionShare, similarSchools, wellbeingOf } from '../similar.ts';
import { isRequired, type Work, works } from '../works.ts';
import type { Subject } from './subjects.ts';

const ends = (value: Interval | null | undefined): [number | null, number | null] =>
  value ? [value.low, value.high] : [null, null];
const rounded = (value: Interval | null | undefined): [number | null, number | null] =>
  value ? [Number(value.low.toFixed(6)), Number(value.high.toFixed(6))] : [null, null];
const span = (name: string) => [`${name}_low`, `${name}_high`];
const optional = (row: object, name: string): CsvCell => {
  const value = (row as Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Why a row has no share. */
function reasonOf(row: ResultRow): string | null {
  const minimum = methodology().protection.min_participants;
  if (ratePoint(row, minimum)) return null;
  if (row.protection === 'suppressed') return 'suppressed';
  return row.participants_low < minimum ? 'few-participants' : 'no-data';
}

const who = ({ level, id, name }: Subject): CsvCell[] => [level, id, name];
const whoColumns = ['level', 'entity_id', 'entity_name'];
const workColumns = ['procedure', 'subject', 'year', 'session', 'grade', 'comparability'];
const required = (subject: Subject): Work[] => works(subject.entity.rows).filter(isRequired);

/** Years in which the procedure was not held, or the work has no row, by grade. */
function absentRows(subject: Subject, { procedure, subject: of, rows }: Work, width: number): CsvCell[][] {
  const years = calendar(region().results.filter((row) => row.procedure === procedure));
  return gradesOf(rows).flatMap((grade) =>
    years
      .filter((year) => !rows.some((row) => row.grade === grade && row.year === year))
      .map((year) => {
        const held = comparability().find((row) => row.procedure === procedure && row.year === year)?.held;
        const empty = Array.from({ length: width }, () => null);
        const reason = held === false ? 'not-held' : 'no-data';
        return [...who(subject), procedure, of, year, null, grade, null, ...empty, null, reason];
      }),
  );
}

const changeOf = (subject: Subject, status: SchoolStatus | AreaStatus | undefined): CsvCell[][] =>
  (status?.dynamics ?? []).map((row) => [
    ...who(subject),
    ...[row.procedure ?? null, row.subject ?? null, row.year ?? null, null, 0, row.comparability ?? null],
    ...span('participants').map((name) => optional(row, name)),
    ...span('below_threshold').map((name) => optional(row, name)),
    ...[null, null, null, null],
    row.year_before ?? null,
    ...span('formal').map((name) => optional(row, name)),
    ...span('relative').map((name) => optional(row, name)),
    ...span('interval').map((name) => optional(row, name)),
    row.verdict ?? null,
    null,
    row.reason ?? null,
  ]);

/**
 * The share below the threshold by work, grade and year with the number of participants, the interval and the reason of
 * what is absent; grade 0 is all grades together, with the change and its verdict.
 */
export function dynamicsCsv(subject: Subject, status: SchoolStatus | AreaStatus | undefined): CsvTable {
  const minimum = methodology().protection.min_participants;
  const rows = required(subject).flatMap((work) => [
    ...work.rows.map((row): CsvCell[] => {
      const point = ratePoint(row, minimum);
      return [
        ...who(subject),
        ...[row.procedure, row.subject, row.year, row.session, row.grade, row.comparability],
        ...ends(countOf(row, 'participants')),
        ...ends(countOf(row, 'below_threshold')),
        ...rounded(point?.share),
        ...rounded(point?.interval),
        ...Array.from({ length: 8 }, () => null),
        row.protection,
        reasonOf(row),
      ];
    }),
    ...absentRows(subject, work, 16),
  ]);
  const counts = ['participants', 'below_threshold', 'share', 'interval'].flatMap(span);
  const changes = ['year_before', ...['change', 'relative', 'relative_interval'].flatMap(span), 'verdict'];
  return {
    columns: [...whoColumns, ...workColumns, ...counts, ...changes, 'protection', 'reason'],
    rows: [...rows, ...changeOf(subject, status)],
  };
}

/** The changes alone, with their verdicts. */
export function changeCsv(subject: Subject, status: SchoolStatus | undefined): CsvTable {
  const { columns } = dynamicsCsv(subject, status);
  return { columns, rows: changeOf(subject, status) };
}

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];

const marksCells = (subject: Subject, row: ResultRow): CsvCell[] => [
  ...who(subject),
  ...[row.procedure, row.subject, row.year, row.session, row.grade, row.comparability],
  ...ends(countOf(row, 'participants')),
  ...marks.flatMap((mark) => ends(countOf(row, mark))),
  row.grade === 0 ? null : row.protection,
  reasonOf(row) ?? (countOf(row, 'mark_2') ? null : 'not-applicable'),
];

/** Marks by work, grade and year; grade 0 is all grades together, as the first picture of a work of several shows. */
export function marksCsv(subject: Subject): CsvTable {
  const rows = required(subject).flatMap((work) => {
    const pooled = gradesOf(work.rows).length > 1 ? pooledMarks(work.rows) : [];
    return [
      ...pooled.map((row) => marksCells(subject, { ...row, grade: 0 })),
      ...work.rows.map((row) => marksCells(subject, row)),
      ...absentRows(subject, work, 10),
    ];
  });
  const counts = ['participants', ...marks].flatMap(span);
  return { columns: [...whoColumns, ...workColumns, ...counts, 'protection', 'reason'], rows };
}

/** Of how many low-results schools the share got better, by work and pair of years. */
export function areaChangeCsv(subject: Subject, status: AreaStatus | undefined): CsvTable {
  const rows = positiveLines(status, 'subject').map((line): CsvCell[] => [
    ...who(subject),
    ...[line.procedure, line.subject, line.year, line.yearBefore],
    ...ends(line.formal),
    ...ends(line.confirmed),
    ...ends(line.of),
    line.uncounted,
  ]);
  const columns = [...whoColumns, 'procedure', 'subject', 'year', 'year_before'];
  return { columns: [...columns, ...['formal', 'confirmed', 'schools'].flatMap(span), 'uncounted'], rows };
}

/** An indicator by year and dimension. */
export function indicatorCsv(subject: Subject, indicator: string, lines: readonly Line[]): CsvTable {
  const rows = lines.map((line): CsvCell[] => [
    ...who(subject),
    ...[indicator, line.dimension, line.year],
    ...ends(line.numerator),
    ...ends(line.denominator),
    ...ends(line.value),
    line.uncounted,
    line.reason,
  ]);
  const columns = [...whoColumns, 'indicator_id', 'dimension', 'year'];
  const spans = ['numerator', 'denominator', 'value'].flatMap(span);
  return { columns: [...columns, ...spans, 'uncounted', 'reason'], rows };
}

/** The works of a school with enough participants in a year: how many, what they add up to, and why there is nothing. */
function worksCells(school: string, share: (shares: SchoolShares) => Interval): CsvCell[] {
  const shares = schoolShares(school, clusterYear() ?? 0);
  const held = units()
    .get(school)
    ?.some(({ year }) => year === clusterYear());
  if (!shares) return [0, null, null, null, null, null, null, held ? 'few-participants' : 'no-data'];
  const { works: count, participants, below } = shares;
  return [count, ...ends(participants), ...ends(below), ...rounded(share(shares)), null];
}
const worksColumns = (share: string) => [
  'works',
  ...['participants', 'below_threshold', share].flatMap(span),
  'reason',
];

/** A school, those that it is shown beside, and the region. */
export function similarCsv(subject: Subject, file: SchoolFile): CsvTable {
  const { school } = file;
  const line = (part: string, one: SchoolRow, distance: number | null): CsvCell[] => [
    ...who(subject),
    ...[clusterYear(), part, one.school_id, one.short_name ?? one.name, distance],
    wellbeingOf(one.school_id, clusterYear() ?? 0),
    ...worksCells(one.school_id, ({ pooled }) => pooled),
  ];
  const all = regionShare();
  const { region_id, name } = region().region;
  const rows = [
    line('own', school, null),
    ...similarSchools(file.status).map((one) => line('similar', one.school, one.distance)),
    [
      ...who(subject),
      ...[clusterYear(), 'region', region_id, name, null, null, null],
      ...[null, null, null, null],
      ...rounded(all),
      all ? null : 'no-data',
    ],
  ];
  const columns = ['year', 'part', 'shown_id', 'shown_name', 'distance', 'wellbeing'];
  return { columns: [...whoColumns, ...columns, ...worksColumns('share')], rows };
}

/** Schools by index, share and cluster, also those that the plane cannot place; a municipality has its own alone. */
export function planeCsv(subject: Subject): CsvTable {
  const year = clusterYear() ?? 0;
  const own = clusteredSchools().filter(
    ({ school }) => subject.level === 'region' || school.municipality_id === subject.id,
  );
  const rows = own.map(({ school, facts: { cluster } }): CsvCell[] => {
    const wellbeing = wellbeingOf(school.school_id, year);
    const cells = worksCells(school.school_id, ({ highest }) => highest);
    return [
      ...[year, school.school_id, school.short_name ?? school.name, school.municipality_id],
      ...[cluster, wellbeing],
      ...cells.slice(0, -1),
      cells.at(-1) ?? (wellbeing === null ? 'no-data' : null),
    ];
  });
  const columns = ['year', 'school_id', 'school_name', 'municipality_id', 'cluster', 'wellbeing'];
  return { columns: [...columns, ...worksColumns('highest_share')], rows };
}

/** The share of low-results schools by municipality. */
export function mapCsv(): CsvTable {
  const rows = placeLines().map(({ id, name, low, of, share, uncounted }): CsvCell[] => [
    ...[clusterYear(), id, name],
    ...ends(low),
    ...ends(of),
    ...rounded(share),
    uncounted,
    share ? null : 'no-data',
  ]);
  const columns = ['year', 'municipality_id', 'municipality_name'];
  const spans = ['low_results_schools', 'schools', 'share'].flatMap(span);
  return { columns: [...columns, ...spans, 'uncounted', 'reason'], rows };
}
