import type { ResultRow } from '../../src/contract/public.ts';

/** A result of grade 6 mathematics; `below` is a pair where the count is hidden, `null` where it is not published. */
export function resultRow(
  year: number,
  below: number | [number, number] | null,
  participants: number,
  other: Partial<ResultRow> = {},
): ResultRow {
  const [low, high] = Array.isArray(below) ? below : [below, below];
  const few = participants < 10;
  return {
    level: 'school',
    entity_id: 's1',
    year,
    procedure: 'vpr',
    subject: 'mathematics',
    grade: 6,
    session: 'spring',
    comparability: 'spring',
    protection: few ? 'few-participants' : Array.isArray(below) ? 'few-failing' : 'none',
    participants_low: few ? 1 : participants,
    participants_high: few ? 9 : participants,
    below_threshold_low: few ? null : low,
    below_threshold_high: few ? null : high,
    mark_2_low: null,
    mark_2_high: null,
    mark_3_low: null,
    mark_3_high: null,
    mark_4_low: null,
    mark_4_high: null,
    mark_5_low: null,
    mark_5_high: null,
    score_mean: null,
    ...other,
  };
}

/** An autumn session: its own comparability group. */
export const autumn = (year: number): Partial<ResultRow> => ({
  session: 'autumn',
  comparability: `autumn-${year}`,
});

/** Marks 2 to 5; a pair where a count is hidden. */
export function marked(marks: readonly (number | [number, number])[]): Partial<ResultRow> {
  const columns: Partial<ResultRow> = {};
  for (const [index, mark] of marks.entries()) {
    const [low, high] = Array.isArray(mark) ? mark : [mark, mark];
    columns[`mark_${index + 2}_low`] = low;
    columns[`mark_${index + 2}_high`] = high;
  }
  return columns;
}
