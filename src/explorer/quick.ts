import type { ResultRow } from '../contract/public.ts';
import type { Procedure, Protection, Session } from '../contract/vocabulary.ts';
import type { RateRow } from './queries.ts';
import type { Selection } from './state.ts';

/** One session of a work: counts of the region and of every municipality, in the order of `QuickFile.entities`. */
export interface QuickSession {
  grade: number;
  year: number;
  session: Session;
  comparability: string;
  /** Participants and those below the threshold; `null` where nobody sat the work or the count is not known. */
  n: (number | null)[];
  x: (number | null)[];
  /** Where a count is a range: place → lowest and highest participants, lowest and highest below. */
  ranges?: Record<string, [number, number, number | null, number | null]>;
  protection?: Record<string, Protection>;
}

/** `/explore/works/<edition>/<procedure>-<subject>.json`: enough for the chart and the first table without the engine. */
export interface QuickFile {
  procedure: Procedure;
  subject: string;
  /** The region first. */
  entities: string[];
  sessions: QuickSession[];
}

/** The rows of one entity as the engine's `dynamicsQuery` gives them. */
function quickRows(file: QuickFile, entity: string, grade: number | null): ResultRow[] {
  const at = file.entities.indexOf(entity);
  return file.sessions.flatMap((session) => {
    const n = session.n[at];
    if (at < 0 || n === null || n === undefined || (grade !== null && session.grade !== grade)) return [];
    const x = session.x[at] ?? null;
    const [nLow, nHigh, xLow, xHigh] = session.ranges?.[at] ?? [n, n, x, x];
    return [
      {
        level: at === 0 ? 'region' : 'municipality',
        entity_id: entity,
        year: session.year,
        procedure: file.procedure,
        subject: file.subject,
        grade: session.grade,
        session: session.session,
        comparability: session.comparability,
        protection: session.protection?.[at] ?? 'none',
        participants_low: nLow,
        participants_high: nHigh,
        below_threshold_low: xLow,
        below_threshold_high: xHigh,
      } as ResultRow,
    ];
  });
}

/** The chart's rows for a selection. */
export const quickDynamics = (file: QuickFile, { grade, municipality }: Selection): ResultRow[] => [
  ...(municipality === '' ? [] : quickRows(file, municipality, grade)),
  ...quickRows(file, file.entities[0] ?? '', grade),
];

/** The counts of every municipality by year, as the engine's `ratesQuery` gives them. */
export function quickRates(
  file: QuickFile,
  grade: number | null,
  names: readonly { id: string; name: string }[],
): RateRow[] {
  return names.flatMap(({ id, name }) => {
    const rows = quickRows(file, id, grade);
    return [...new Set(rows.map(({ year }) => year))].sort().map((year) => {
      const own = rows.filter((row) => row.year === year);
      const total = (field: 'participants_low' | 'participants_high') =>
        own.reduce((sum, row) => sum + row[field], 0);
      const below = (field: 'below_threshold_low' | 'below_threshold_high') =>
        own.every((row) => row[field] !== null) ? own.reduce((sum, row) => sum + (row[field] ?? 0), 0) : null;
      return {
        entity_id: id,
        name,
        year,
        participants_low: total('participants_low'),
        participants_high: total('participants_high'),
        below_threshold_low: below('below_threshold_low'),
        below_threshold_high: below('below_threshold_high'),
      };
    });
  });
}

/** The name of a work's file. Subjects are codes of the reference table: letters, digits and hyphens. */
export const quickName = (procedure: string, subject: string): string =>
  `${encodeURIComponent(procedure)}-${encodeURIComponent(subject)}.json`;
