import type { SchoolStatus } from '../contract/status.ts';
import type { AdverseFacts, MarkerFact } from '../i18n/status-facts.ts';
import { words } from './cluster-tables.ts';
import { subjectWords } from './reference.ts';

/** The social conditions of the last year that has them. */
export function adverseFacts(status: SchoolStatus | undefined): AdverseFacts | null {
  const row = status?.adverse_conditions.at(-1);
  if (!row?.year || !row.state) return null;
  return {
    year: row.year,
    state: row.state,
    wellbeing: row.wellbeing ?? null,
    lowestQuartile: row.lowest_quartile ?? null,
    deficitsKnown: row.deficits_known ?? false,
    deficits: words(row.deficits_identified ?? ''),
  };
}

/** Markers of the last years, those of one work together. */
export function markerFacts(status: SchoolStatus | undefined, years: number): MarkerFact[] {
  const rows = status?.objectivity ?? [];
  const last = Math.max(0, ...(status?.identification ?? []).map((row) => row.year ?? 0));
  const recent = rows.filter((row) => (row.year ?? 0) > last - years);
  const groups = Map.groupBy(recent, (row) => [row.marker, row.procedure, row.subject, row.grade].join('|'));
  return [...groups.values()].flatMap((own): MarkerFact[] => {
    const [row] = own;
    if (!row?.marker) return [];
    return [
      {
        marker: row.marker,
        sure: own.some(({ state }) => state === 'met'),
        years: own.map((one) => one.year ?? 0).sort((a, b) => a - b),
        procedure: row.procedure ?? '',
        subject: row.subject ? subjectWords(row.subject) : null,
        grade: row.grade ?? 0,
      },
    ];
  });
}
