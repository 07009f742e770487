import { compact } from '../charts/compact.ts';
import { markup } from '../charts/finish.ts';
import { marksChart } from '../charts/marks.ts';
import { countOf } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language, Procedure } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';
import { sum } from '../stats/rate.ts';
import { drawing } from './drawing.ts';
import { paper as document } from './paper.ts';
import { methodology, subjectWords } from './reference.ts';
import { isRequired, whoseRows, works } from './works.ts';

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
const known = (row: ResultRow, minimum: number): boolean =>
  row.participants_low >= minimum && marks.every((name) => countOf(row, name));

/** The grades of one year added together; where none may be shown, the largest of them, which says why. */
export function pooledYear(rows: readonly ResultRow[], minimum: number): ResultRow | null {
  const shown = rows.filter((row) => known(row, minimum));
  const [first] = shown;
  if (!first)
    return rows.reduce<ResultRow | null>(
      (largest, row) => (largest && largest.participants_high >= row.participants_high ? largest : row),
      null,
    );
  const all = (name: string) => sum(shown.map((row) => countOf(row, name) ?? { low: 0, high: 0 }));
  const participants = all('participants');
  const counts = marks.flatMap((name) => {
    const { low, high } = all(name);
    return [
      [`${name}_low`, low],
      [`${name}_high`, high],
    ];
  });
  return {
    ...first,
    ...Object.fromEntries(counts),
    participants_low: participants.low,
    participants_high: participants.high,
  };
}

export interface MarksPart {
  procedure: Procedure;
  subject: string;
  title: string;
  svg: string;
}

/** The years of a work with all its grades together; none where no year has marks to show. */
export function pooledMarks(rows: readonly ResultRow[]): ResultRow[] {
  const minimum = methodology().protection.min_participants;
  if (!rows.some((row) => known(row, minimum))) return [];
  const years = [...Map.groupBy(rows, ({ year }) => year).values()];
  return years.flatMap((ofYear) => pooledYear(ofYear, minimum) ?? []);
}

/** Marks by year of every required work that is marked, all grades together. */
export function marksParts(rows: readonly ResultRow[], lang: Language): MarksPart[] {
  const minParticipants = methodology().protection.min_participants;
  const { results } = messages(lang);
  return works(rows)
    .filter(isRequired)
    .flatMap(({ procedure, subject, rows: own }) => {
      const pooled = pooledMarks(own);
      if (pooled.length === 0) return [];
      const draw = () =>
        compact(
          markup(marksChart({ rows: pooled, minParticipants }, { document, width: 340, lang: 'every' })),
        );
      const title = results.work(results.procedures[procedure], subjectWords(subject)[lang]);
      return [
        {
          procedure,
          subject,
          title,
          svg: drawing(whoseRows(own), `marks ${procedure} ${subject}`, lang, draw),
        },
      ];
    });
}
