import { countOf } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import { type Count, rate, sum } from '../stats/rate.ts';
import type { Line } from './indicator-lines.ts';
import { methodology } from './reference.ts';
import { works } from './works.ts';

type Numerator = (row: ResultRow) => Count | null;

const failed: Numerator = (row) => countOf(row, 'below_threshold');
const passed: Numerator = (row) => {
  const below = failed(row);
  return below && { low: row.participants_low - below.high, high: row.participants_high - below.low };
};
const good: Numerator = (row) => {
  const [four, five] = [countOf(row, 'mark_4'), countOf(row, 'mark_5')];
  return four && five && sum([four, five]);
};
const numerators: Readonly<Record<string, Numerator>> = {
  'fail-rate': failed,
  'pass-rate': passed,
  'quality-rate': good,
};

const participants = (row: ResultRow): Count => ({ low: row.participants_low, high: row.participants_high });

function share(rows: readonly ResultRow[], numerator: Numerator) {
  const shown = rows.flatMap((row) => {
    const count = numerator(row);
    return count ? [{ count, all: participants(row) }] : [];
  });
  const [top, bottom] = [sum(shown.map(({ count }) => count)), sum(shown.map(({ all }) => all))];
  return shown.length === 0
    ? { numerator: null, denominator: null, value: null }
    : { numerator: top, denominator: bottom, value: rate(top, bottom) };
}

/** Scores of several grades are of several scales: their mean would mean nothing. */
function score(rows: readonly ResultRow[]) {
  const [row, other] = rows;
  const mean = other ? null : row?.score_mean;
  const value = typeof mean === 'number' ? { low: mean, high: mean } : null;
  return { numerator: null, denominator: row ? participants(row) : null, value };
}

/** A basic quantity by procedure and subject, the grades that are shown added together. */
export function basicLines(id: string, results: readonly ResultRow[]): Line[] {
  const minimum = methodology().protection.min_participants;
  const numerator = numerators[id];
  return works(results).flatMap(({ procedure, subject, rows }) => {
    const years = [...new Set(rows.map(({ year }) => year))];
    return years.flatMap((year): Line[] => {
      const ofYear = rows.filter((row) => row.year === year);
      const shown = ofYear.filter((row) => row.participants_low >= minimum);
      const found = numerator ? share(shown, numerator) : score(shown);
      if (!numerator && shown.length > 1) return [];
      const reason = found.value ? null : shown.length === 0 ? 'few-participants' : 'not-applicable';
      return [{ dimension: `${procedure} ${subject}`, year, ...found, uncounted: null, reason }];
    });
  });
}
