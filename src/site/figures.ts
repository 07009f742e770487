import { compact } from '../charts/compact.ts';
import { dynamicsChart } from '../charts/dynamics.ts';
import { type ChartLanguage, said } from '../charts/every.ts';
import { markup } from '../charts/finish.ts';
import { ratePoint } from '../charts/points.ts';
import type { Language } from '../contract/vocabulary.ts';
import { drawing } from './drawing.ts';
import type { Entity } from './entity.ts';
import { paper as document } from './paper.ts';
import { methodology } from './reference.ts';
import { sameWork, type Work, whoseRows } from './works.ts';

/** A chart drawn for a phone and for a wide screen. */
export interface Drawn {
  narrow: string;
  wide: string;
}

const phone = 340;

/** True where at least one year of the work may be shown; otherwise a chart would be an empty frame. */
export const hasPoints = (work: Work): boolean =>
  work.rows.some((row) => ratePoint(row, methodology().protection.min_participants));

/**
 * The dynamics of one procedure and subject, with the wider groups as quiet lines, complete in itself.
 * @param width CSS pixels
 */
export function dynamicsDrawing(entity: Entity, work: Work, lang: ChartLanguage, width: number): string {
  const { protection, identification } = methodology();
  const input = {
    series: [entity, ...entity.context].map((party) => ({
      label: said(lang, (one) => party.label[one]),
      level: party.level,
      rows: sameWork(party.rows, work),
    })),
    threshold: identification.threshold,
    minParticipants: protection.min_participants,
  };
  return markup(dynamicsChart(input, { document, width, lang }));
}

/** The same for our own pages: drawn for a phone; a wide screen has two of them side by side. */
export const dynamicsFigure = (entity: Entity, work: Work, lang: Language): string =>
  drawing(whoseRows(work.rows), `dynamics ${work.procedure} ${work.subject}`, lang, () =>
    compact(dynamicsDrawing(entity, work, 'every', phone)),
  );

/** The drawing of a work for our own pages; empty where no year of it may be shown. */
export const workFigure = (entity: Entity, work: Work, lang: Language): string =>
  hasPoints(work) ? dynamicsFigure(entity, work, lang) : '';
