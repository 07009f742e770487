import { scaleOf, testScaleOf } from './scales.ts';
import type { Sheet } from './sitting.ts';
import type { Work } from './works.ts';

/** Counts and sums of one school's work: what a publisher's aggregate holds. */
export interface Tally {
  participants: number;
  /** How many got 2, 3, 4, 5; zeros for ЕГЭ. */
  marks: [number, number, number, number];
  below: number;
  high: number;
  full: number;
  mean: number;
  /** Sample deviation; null for one participant. */
  deviation: number | null;
  completion: number;
  /** Mark of the work against the journal: lower, equal, higher, and apart by 2 or more. */
  journal: [lowered: number, confirmed: number, raised: number, gap: number];
}

function deviationOf(scores: readonly number[], mean: number): number | null {
  if (scores.length < 2) return null;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.sqrt(squares / (scores.length - 1));
}

const countOf = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length;

function belowOf(sheets: readonly Sheet[], work: Work): number {
  if (work.procedure !== 'ege') return countOf(sheets, (s) => s.mark === 2);
  const { minimum } = testScaleOf(work.subject);
  return countOf(sheets, (s) => s.score < minimum);
}

/** Sums up the sheets of those who were present; null when nobody was. */
export function tally(sheets: readonly Sheet[], work: Work): Tally | null {
  const present = sheets.filter((sheet) => !sheet.absent);
  if (present.length === 0) return null;
  const scores = present.map((sheet) => sheet.score);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const max = work.procedure === 'ege' ? 100 : scaleOf(work.procedure, work.subject, work.grade).max;
  const gaps = present.map((sheet) => sheet.mark - sheet.journal);
  const marked = (mark: number) => countOf(present, (s) => s.mark === mark);
  return {
    participants: present.length,
    marks: [marked(2), marked(3), marked(4), marked(5)],
    below: belowOf(present, work),
    high: countOf(scores, (s) => s >= 81),
    full: countOf(scores, (s) => s === 100),
    mean,
    deviation: deviationOf(scores, mean),
    completion: mean / max,
    journal: [
      countOf(gaps, (g) => g < 0),
      countOf(gaps, (g) => g === 0),
      countOf(gaps, (g) => g > 0),
      countOf(gaps, (g) => Math.abs(g) >= 2),
    ],
  };
}
