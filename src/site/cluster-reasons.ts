import type { IdentificationUnitRow } from '../contract/status.ts';
import type { ClusterReason, UnitFact } from '../i18n/status-facts.ts';
import type { Interval } from '../stats/wilson.ts';
import { conditions, units, words } from './cluster-tables.ts';
import { methodology, subjectWords } from './reference.ts';

/** Both ends of a count of a work. */
export const ends = (row: IdentificationUnitRow, name: 'participants' | 'below_threshold'): Interval => ({
  low: row[`${name}_low`],
  high: row[`${name}_high`],
});

const unitFact = (row: IdentificationUnitRow): UnitFact => ({
  procedure: row.procedure,
  subject: row.subject === '' ? null : subjectWords(row.subject),
  grade: row.grade,
  year: row.year,
  participants: ends(row, 'participants'),
  below: ends(row, 'below_threshold'),
});

/** In the order of the rule's subjects, then by grade. */
function byWork(a: IdentificationUnitRow, b: IdentificationUnitRow): number {
  const { subjects, procedures } = methodology().identification;
  return (
    procedures.indexOf(a.procedure) - procedures.indexOf(b.procedure) ||
    subjects.indexOf(a.subject) - subjects.indexOf(b.subject) ||
    a.grade - b.grade ||
    a.year - b.year
  );
}

const series = (row: IdentificationUnitRow) =>
  [row.procedure, row.subject, row.grade, row.comparability].join('|');

/** The works low in each of the rule's years in a row. */
function runs(rows: readonly IdentificationUnitRow[], year: number): UnitFact[] {
  const { consecutive_years: length } = methodology().identification;
  const low = rows.filter((row) => row.state === 'met' && row.year > year - length && row.year <= year);
  const whole = [...Map.groupBy(low, series).values()].filter((run) => run.length === length);
  return whole.flat().map(unitFact);
}

/** One reason of a school in a year; `null` for a word that is not known. */
export function reason(kind: string, school: string, year: number): ClusterReason | null {
  const rows = (units().get(school) ?? []).toSorted(byWork);
  const ofYear = (state: 'state' | 'group_state') =>
    rows.filter((row) => row.year === year && row[state] === 'met').map(unitFact);
  const condition = conditions()
    .get(school)
    ?.find((row) => row.year === year);
  switch (kind) {
    case 'programme':
      return { kind, programme: methodology().clusters.programme };
    case 'two-procedures':
    case 'pooled':
      return { kind, units: ofYear('state') };
    case 'two-years':
      return { kind, units: runs(rows, year) };
    case 'failing-group':
      return { kind, units: ofYear('group_state') };
    case 'deficit':
      return { kind, kinds: words(condition?.deficits_remaining ?? '') };
    case 'low-wellbeing':
      return { kind, wellbeing: condition?.wellbeing ?? null };
    case 'no-prevention':
      return { kind };
    default:
      return null;
  }
}
