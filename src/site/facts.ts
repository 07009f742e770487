import { ratePoint } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { ComparabilityRow } from '../contract/reference.ts';
import type { Absence, Gap, Outcome, SeriesFacts, SubjectWords } from '../i18n/facts.ts';
import { sum } from '../stats/rate.ts';

export interface FactsInput {
  /** All years and grades of one procedure and subject. */
  rows: readonly ResultRow[];
  /** The same of the region; empty for the region itself. */
  region: readonly ResultRow[];
  subject: SubjectWords;
  /** The last year of the procedure in the release. */
  year: number;
  comparability: readonly ComparabilityRow[];
  minimum: number;
  few: number;
}

const ofYear = (rows: readonly ResultRow[], year: number) => rows.filter((row) => row.year === year);

/** Sums the shown rows of some grades; `null` unless every grade is there. */
function pool(rows: readonly ResultRow[], grades: readonly number[], minimum: number): Outcome | null {
  const points = rows
    .filter((row) => grades.includes(row.grade))
    .map((row) => ratePoint(row, minimum))
    .filter((point) => point !== null);
  if (points.length === 0 || points.length !== grades.length) return null;
  return {
    participants: sum(points.map((point) => point.participants)),
    below: sum(points.map((point) => point.below)),
  };
}

const shownGrades = (rows: readonly ResultRow[], minimum: number): number[] =>
  rows
    .filter((row) => ratePoint(row, minimum) !== null)
    .map((row) => row.grade)
    .sort((a, b) => a - b);

function absence(rows: readonly ResultRow[], minimum: number): Absence {
  if (rows.length === 0) return { kind: 'no-data' };
  if (rows.every((row) => row.protection === 'suppressed')) return { kind: 'suppressed' };
  return rows.some((row) => row.participants_low < minimum)
    ? { kind: 'few-participants', minimum }
    : { kind: 'no-data' };
}

/** The reason in the reference table why a year cannot be compared with the one before it. */
function breakBefore(input: FactsInput, procedure: ResultRow['procedure'], year: number): Gap | null {
  const sessions = input.comparability.filter((row) => row.procedure === procedure);
  const now = sessions.find((row) => row.year === year);
  const before = sessions.find((row) => row.year === year - 1);
  if (!now || !before || (before.held && now.comparability === before.comparability)) return null;
  const named = !before.held || !now.reason_ru ? before : now;
  return { kind: 'break', reason: { ru: named.reason_ru ?? '', en: named.reason_en ?? '' } };
}

function gap(input: FactsInput, procedure: ResultRow['procedure'], year: number): Gap {
  const earlier = input.rows.filter((row) => row.year < year);
  if (earlier.length === 0) return { kind: 'first-year' };
  const broken = breakBefore(input, procedure, year);
  if (broken) return broken;
  return absence(ofYear(earlier, year - 1), input.minimum);
}

/**
 * What the sentences about one procedure and subject are made from. Grades are pooled; a change is taken only over
 * the grades that are shown in both years, and the region's over the same ones.
 * @returns `null` for a series without any row
 */
export function seriesFacts(input: FactsInput): SeriesFacts | null {
  const { rows, year, minimum, subject, few } = input;
  const procedure = rows[0]?.procedure;
  if (!procedure) return null;
  const now = ofYear(rows, year);
  const before = ofYear(rows, year - 1);
  const groups = new Set([...now, ...before].map((row) => row.comparability));
  const shown = shownGrades(now, minimum);
  const common =
    groups.size === 1 ? shown.filter((grade) => shownGrades(before, minimum).includes(grade)) : [];
  const grades = common.length > 0 ? common : shown;
  const named = procedure === 'vpr' ? grades : [];
  const current = pool(now, grades, minimum) ?? absence(now, minimum);
  const previous = common.length > 0 ? pool(before, common, minimum) : null;
  const regionNow = pool(ofYear(input.region, year), grades, minimum);
  const regionBefore = pool(ofYear(input.region, year - 1), grades, minimum);
  const region = regionNow && regionBefore ? { previous: regionBefore, current: regionNow } : null;
  return {
    procedure,
    subject,
    grades: named,
    year,
    current,
    previous: previous ?? gap(input, procedure, year),
    region,
    few,
  };
}
