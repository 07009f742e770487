import type { Finding, Kind } from './finding.ts';
import type { Release } from './release.ts';
import type { CountRow, Counts } from './rows.ts';

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
// How well a mean is known says nothing of it.
const notMeans = new Set(['mean_participants']);

/** What may never be published of a row, whatever the other rows say. */
export function thresholdFindings(counts: Counts, release: Release): Finding[] {
  const place = new Map(counts.columns.map((name, c) => [name, c]));
  return counts.rows.flatMap((row) => {
    const exact = (name: string): number | null => {
      const c = place.get(name);
      const low = c === undefined ? null : row.low[c];
      return low !== null && low !== undefined && low === row.high[c ?? -1] ? low : null;
    };
    return rowFindings(row, counts, place, exact, release);
  });
}

function rowFindings(
  row: CountRow,
  counts: Counts,
  place: ReadonlyMap<string, number>,
  exact: (name: string) => number | null,
  { minParticipants, minFailing }: Release,
): Finding[] {
  const found: Finding[] = [];
  const add = (kind: Kind, column: string, details: Finding['details'] = {}) => {
    const c = place.get(column);
    const published = c === undefined ? null : ([row.low[c] ?? 0, row.high[c] ?? 0] as const);
    found.push({
      kind,
      cell: { table: row.table, key: row.key, column },
      release: row.release,
      published,
      details,
      chain: [],
    });
  };
  const participants = place.get('participants') ?? -1;
  const [low, high] = [row.low[participants] ?? 0, row.high[participants] ?? 0];
  if (high < minParticipants) {
    if (low > 1 || high < minParticipants - 1) add('small-group', 'participants');
    for (const name of counts.columns) {
      const shown = exact(name);
      if (name !== 'participants' && shown !== null) add('small-group', name);
    }
  }
  for (const name of ['below_threshold', 'mark_2']) {
    const shown = exact(name);
    if (shown !== null && shown > 0 && shown < minFailing) add('few-failing', name);
  }
  const whole = exact('participants');
  if (whole !== null && high >= minParticipants)
    for (const name of [...marks, 'below_threshold'])
      if (exact(name) === whole) add('one-mark', name, { participants: whole });
  for (const [name, mean] of Object.entries(row.means))
    if (mean !== null && low < minParticipants && !notMeans.has(name)) add('small-mean', name);
  return found;
}
