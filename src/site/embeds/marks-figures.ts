import { markup } from '../../charts/finish.ts';
import { marksChart } from '../../charts/marks.ts';
import { countOf, gradesOf } from '../../charts/points.ts';
import type { ResultRow } from '../../contract/public.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { pooledMarks } from '../marks.ts';
import { paper as document } from '../paper.ts';
import { methodology } from '../reference.ts';
import type { Work } from '../works.ts';

/** CSS pixels: small enough for a phone, side by side on a wide screen. */
const width = 340;

export interface MarksFigure {
  /** 0: all grades together. */
  grade: number;
  svg: string;
}

/** Marks by year: all grades together where there are several, as pages show them, then one small figure per grade. */
export function marksFigures(work: Work, lang: Language): MarksFigure[] {
  const { min_participants: minParticipants } = methodology().protection;
  const draw = (rows: ResultRow[]) =>
    markup(marksChart({ rows, minParticipants }, { document, width, lang }));
  const single = gradesOf(work.rows)
    .map((grade) => ({ grade, rows: work.rows.filter((row) => row.grade === grade) }))
    .filter(({ rows }) => rows.some((row) => countOf(row, 'mark_2')));
  const pooled = single.length > 1 ? pooledMarks(work.rows) : [];
  return [...(pooled.length > 0 ? [{ grade: 0, rows: pooled }] : []), ...single].map(({ grade, rows }) => ({
    grade,
    svg: draw(rows),
  }));
}
