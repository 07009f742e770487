import { markup } from '../../charts/finish.ts';
import { marksChart } from '../../charts/marks.ts';
import { countOf, gradesOf } from '../../charts/points.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { paper as document } from '../paper.ts';
import { methodology } from '../reference.ts';
import type { Work } from '../works.ts';

/** CSS pixels: small enough for a phone, side by side on a wide screen. */
const width = 340;

/** Marks by year, one small figure per grade. */
export function marksFigures(work: Work, lang: Language): { grade: number; svg: string }[] {
  const { min_participants: minParticipants } = methodology().protection;
  return gradesOf(work.rows)
    .map((grade) => ({ grade, rows: work.rows.filter((row) => row.grade === grade) }))
    .filter(({ rows }) => rows.some((row) => countOf(row, 'mark_2')))
    .map(({ grade, rows }) => ({
      grade,
      svg: markup(marksChart({ rows, minParticipants }, { document, width, lang })),
    }));
}
