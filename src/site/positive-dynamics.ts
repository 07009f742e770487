import type { AreaStatus } from '../contract/status.ts';
import { type Language, type Procedure, procedures } from '../contract/vocabulary.ts';
import { countText, percentRange } from '../i18n/formats.ts';
import { workText } from '../i18n/pages-clusters.ts';
import { dynamicsMessages } from '../i18n/pages-dynamics.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { methodology, subjectWords } from './reference.ts';
import { municipalities, region } from './release.ts';

export type PositiveKind = 'subject' | 'performance';

/** One work and pair of years: how many of the low-results schools got better, by both lenses. */
export interface PositiveLine {
  procedure: Procedure;
  subject: string;
  /** 0: all grades together. */
  grade: number;
  year: number;
  yearBefore: number | null;
  formal: Interval;
  confirmed: Interval;
  of: Interval;
  uncounted: number;
}

type Monitoring = AreaStatus['monitoring'][number];

const ends = (row: Monitoring | undefined, name: 'numerator' | 'denominator'): Interval => ({
  low: row?.[`${name}_low`] ?? 0,
  high: row?.[`${name}_high`] ?? 0,
});

/** `vpr russian formal`, `russian 5 formal` */
function parsed(dimension: string) {
  const [first = '', second = '', lens = ''] = dimension.split(' ');
  const exam = procedures.find((name) => name === first);
  return exam
    ? { procedure: exam, subject: second, grade: 0, lens }
    : { procedure: 'vpr' as const, subject: first, grade: Number(second), lens };
}

function yearBefore(procedure: Procedure, year: number): number | null {
  const row = region().status?.dynamics.find((one) => one.procedure === procedure && one.year === year);
  return row?.year_before ?? null;
}

/** The lines of an area, by work and year. */
export function positiveLines(status: AreaStatus | undefined, kind: PositiveKind): PositiveLine[] {
  const rows = (status?.monitoring ?? [])
    .filter((row) => row.indicator_id === `positive-dynamics-${kind}`)
    .map((row) => ({ row, ...parsed(row.dimension ?? ''), year: row.year ?? 0 }));
  const groups = Map.groupBy(
    rows,
    ({ procedure, subject, grade, year }) => `${procedure}|${subject}|${grade}|${year}`,
  );
  return [...groups.values()]
    .flatMap((own) => {
      const [one] = own;
      const lens = (name: string) => own.find((each) => each.lens === name)?.row;
      if (!one) return [];
      const { procedure, subject, grade, year } = one;
      return [
        {
          ...{ procedure, subject, grade, year },
          yearBefore: yearBefore(procedure, year),
          formal: ends(lens('formal'), 'numerator'),
          confirmed: ends(lens('confirmed'), 'numerator'),
          of: ends(lens('formal'), 'denominator'),
          uncounted: lens('formal')?.uncounted ?? 0,
        },
      ];
    })
    .sort(byWork);
}

function byWork(a: PositiveLine, b: PositiveLine): number {
  const { subjects } = methodology().identification;
  return (
    procedures.indexOf(a.procedure) - procedures.indexOf(b.procedure) ||
    subjects.indexOf(a.subject) - subjects.indexOf(b.subject) ||
    a.grade - b.grade ||
    a.year - b.year
  );
}

const workKey = ({ procedure, subject, grade }: PositiveLine) => `${procedure}|${subject}|${grade}`;

/** The last pair of years of each work. */
export const latestLines = (lines: readonly PositiveLine[]): PositiveLine[] => [
  ...new Map(lines.map((line) => [workKey(line), line])).values(),
];

/** A line as it is written. */
export interface PositiveText {
  work: string;
  years: string;
  of: string;
  formal: string;
  confirmed: string;
  uncounted: string;
}

/** Numbers of schools; with `shares` the percentages beside them. */
export function positiveText(line: PositiveLine, lang: Language, shares = true): PositiveText {
  const words = dynamicsMessages(lang);
  const subject = subjectWords(line.subject);
  const written = (count: Interval) => {
    const share = shares ? rate(count, line.of) : null;
    return words.outOf(countText(lang, count), share ? percentRange(lang, share) : '');
  };
  return {
    work: workText({ procedure: line.procedure, subject, grade: line.grade }, lang),
    years: words.years(line.yearBefore, line.year),
    of: countText(lang, line.of),
    formal: written(line.formal),
    confirmed: written(line.confirmed),
    uncounted: countText(lang, { low: line.uncounted, high: line.uncounted }),
  };
}

/** One work of the last pair of years, by municipality, in alphabetical order. */
export function municipalityLines(line: PositiveLine, kind: PositiveKind) {
  return municipalities().flatMap(({ municipality, status }) => {
    const own = positiveLines(status, kind).find(
      (one) => workKey(one) === workKey(line) && one.year === line.year,
    );
    return own ? [{ municipality, line: own }] : [];
  });
}

/** Grades of the indicator of performance that no two comparable years have. */
export function missingGrades(lines: readonly PositiveLine[]): number[] {
  const present = new Set(lines.map(({ grade }) => grade));
  return methodology().dynamics.performance_grades.filter((grade) => !present.has(grade));
}
