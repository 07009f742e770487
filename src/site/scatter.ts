import Papa from 'papaparse';
import type { DynamicsRow } from '../contract/status.ts';
import { newcombe } from '../stats/newcombe.ts';
import { normalQuantile } from '../stats/normal-quantile.ts';
import { methodology } from './reference.ts';
import { hasFile, releaseText } from './release.ts';
import { dialect, once } from './tables.ts';

const table = 'dynamics.csv';

type Row = Record<keyof DynamicsRow, string>;

const keyOf = (row: Pick<Row, 'procedure' | 'subject' | 'comparability' | 'year' | 'year_before'>): string =>
  [row.procedure, row.subject, row.comparability, row.year, row.year_before].join('|');

/** True where a row is one grade of a school whose numbers are all exact, so that its interval can be taken apart. */
const isExact = (row: Row): boolean =>
  row.grade !== '0' &&
  row.interval_low !== '' &&
  row.relative_low === row.relative_high &&
  row.participants_low === row.participants_high &&
  row.participants_before_low === row.participants_before_high;

/** The scatter behind a published interval: (relative − low)² = (formal − Newcombe's low)² + z²·scatter. */
function scatterOf(row: Row, z: number): number {
  const proportion = (suffix: '' | '_before') => ({
    count: Number(row[`below_threshold${suffix}_low`]),
    total: Number(row[`participants${suffix}_low`]),
  });
  const [before, after] = [proportion('_before'), proportion('')];
  const formal = after.count / after.total - before.count / before.total;
  const chance = formal - newcombe(after, before, z).low;
  const whole = Number(row.relative_low) - Number(row.interval_low);
  return Math.max(0, (whole ** 2 - chance ** 2) / z ** 2);
}

/** Lines of a text one after the other, without a second copy of it. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

/**
 * How much schools' true changes differ from cohort to cohort, a variance, for every work and pair of years. It is one
 * number for all schools and stands in no table of its own; every published interval of one grade contains it.
 */
const scatters = once((): ReadonlyMap<string, number> => {
  const { confidence } = methodology().dynamics;
  const z = normalQuantile((1 + confidence) / 2);
  const found = new Map<string, number>();
  let header: string[] = [];
  for (const line of linesOf(hasFile(table) ? releaseText(table) : '')) {
    if (header.length === 0) header = line.split(',');
    if (!line.startsWith('school,')) continue;
    const cells = line.includes('"') ? (Papa.parse<string[]>(line, dialect).data[0] ?? []) : line.split(',');
    const row = Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])) as Row;
    if (!found.has(keyOf(row)) && isExact(row)) found.set(keyOf(row), scatterOf(row, z));
  }
  return found;
});

/** The mean scatter of the pairs of years inside a window of one work; 0 where none is published. */
export function windowScatter(
  work: { procedure: string; subject: string; comparability: string },
  from: number,
  to: number,
): number {
  const head = `${work.procedure}|${work.subject}|${work.comparability}|`;
  const inside = [...scatters()]
    .filter(([key]) => {
      if (!key.startsWith(head)) return false;
      const [year = 0, before = 0] = key.slice(head.length).split('|').map(Number);
      return before >= from && year <= to;
    })
    .map(([, value]) => value);
  return inside.length === 0 ? 0 : inside.reduce((sum, value) => sum + value, 0) / inside.length;
}
