import type { DynamicsRow, SchoolStatus } from '../contract/status.ts';
import type { Procedure } from '../contract/vocabulary.ts';
import { procedures } from '../contract/vocabulary.ts';
import type { ChangeFacts, ChangeNumbers } from '../i18n/change-facts.ts';
import type { Outcome } from '../i18n/facts.ts';
import type { Interval } from '../stats/wilson.ts';
import { methodology, subjectWords } from './reference.ts';
import { region } from './release.ts';

type Row = Partial<DynamicsRow>;
type Span =
  | 'formal'
  | 'region'
  | 'relative'
  | 'interval'
  | 'excess'
  | 'participants'
  | 'participants_before'
  | 'below_threshold'
  | 'below_threshold_before';

function span(row: Row, name: Span): Interval | null {
  const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

function outcome(row: Row, suffix: '' | '_before'): Outcome | null {
  const participants = span(row, `participants${suffix}`);
  const below = span(row, `below_threshold${suffix}`);
  return participants && below ? { participants, below } : null;
}

function numbers(row: Row): ChangeNumbers | null {
  const [before, now, formal] = [outcome(row, '_before'), outcome(row, ''), span(row, 'formal')];
  const { confirmed, verdict } = row;
  if (!before || !now || !formal || !confirmed || !verdict) return null;
  return {
    ...{ before, now, formal, confirmed, verdict },
    region: span(row, 'region'),
    relative: span(row, 'relative'),
    interval: span(row, 'interval'),
    qValue: row.q_value ?? null,
    excess: span(row, 'excess'),
    net: row.net ?? null,
    identifiedBefore: row.identified_before ?? false,
  };
}

/** The last year of a procedure and subject in which anybody in the region has a change. */
function lastYear(procedure: Procedure, subject: string): number | null {
  const years = (region().status?.dynamics ?? [])
    .filter((row) => row.procedure === procedure && row.subject === subject)
    .map((row) => row.year ?? 0);
  return years.length > 0 ? Math.max(...years) : null;
}

function facts(rows: readonly Row[], procedure: Procedure, subject: string, year: number): ChangeFacts {
  const { protection, dynamics } = methodology();
  const row = rows.find((one) => one.year === year);
  const change = row && numbers(row);
  return {
    procedure,
    subject: subjectWords(subject),
    year,
    yearBefore: row?.year_before ?? null,
    grades: procedure === 'vpr' ? (row?.strata ?? 0) : 1,
    change: change ?? { reason: row?.reason ?? 'no-data' },
    few: dynamics.few_participants,
    minimum: protection.min_participants,
    practical: dynamics.practical_effect,
  };
}

/** The change of every required subject of every procedure that the school has, in the last year of the procedure. */
export function schoolChanges(status: SchoolStatus | undefined): ChangeFacts[] {
  const rows = status?.dynamics ?? [];
  const { subjects } = methodology().identification;
  return procedures.flatMap((procedure) =>
    subjects.flatMap((subject) => {
      const own = rows.filter((row) => row.procedure === procedure && row.subject === subject);
      const year = lastYear(procedure, subject);
      return own.length > 0 && year !== null ? [facts(own, procedure, subject, year)] : [];
    }),
  );
}
