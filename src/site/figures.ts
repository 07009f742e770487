import { dynamicsChart } from '../charts/dynamics.ts';
import { markup } from '../charts/finish.ts';
import { marksChart } from '../charts/marks.ts';
import { countOf, gradesOf, ratePoint } from '../charts/points.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { Entity } from './entity.ts';
import { paper as document } from './paper.ts';
import { methodology } from './reference.ts';
import { sameWork, type Work } from './works.ts';

/** A chart drawn for a phone and for a wide screen. */
export interface Drawn {
  narrow: string;
  wide: string;
}

const widths = { narrow: 340, wide: 720 } as const;

/** True where at least one year of the work may be shown; otherwise a chart would be an empty frame. */
export const hasPoints = (work: Work): boolean =>
  work.rows.some((row) => ratePoint(row, methodology().protection.min_participants));

/** The dynamics of one procedure and subject, with the wider groups as quiet lines. */
export function dynamicsFigure(entity: Entity, work: Work, lang: Language): Drawn {
  const { protection, identification } = methodology();
  const input = {
    series: [entity, ...entity.context].map((party) => ({
      label: party.label,
      level: party.level,
      rows: sameWork(party.rows, work),
    })),
    threshold: identification.threshold,
    minParticipants: protection.min_participants,
  };
  const draw = (width: number) => markup(dynamicsChart(input, { document, width, lang }));
  return { narrow: draw(widths.narrow), wide: draw(widths.wide) };
}

/** Marks by year, one small figure per grade: small enough for a phone, side by side on a wide screen. */
export function marksFigures(work: Work, lang: Language): { grade: number; svg: string }[] {
  const { min_participants: minParticipants } = methodology().protection;
  return gradesOf(work.rows)
    .map((grade) => ({ grade, rows: work.rows.filter((row) => row.grade === grade) }))
    .filter(({ rows }) => rows.some((row) => countOf(row, 'mark_2')))
    .map(({ grade, rows }) => ({
      grade,
      svg: markup(marksChart({ rows, minParticipants }, { document, width: widths.narrow, lang })),
    }));
}
