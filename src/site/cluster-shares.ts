import type { Cluster } from '../contract/vocabulary.ts';
import { rate, sum } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { ends } from './cluster-reasons.ts';
import { clusterRows, units } from './cluster-tables.ts';
import { methodology } from './reference.ts';
import { once } from './tables.ts';

export interface SchoolShares {
  /** How many works are counted, and what they add up to. */
  works: number;
  participants: Interval;
  below: Interval;
  /** All works of the required subjects together. */
  pooled: Interval;
  /** The work with the highest share. */
  highest: Interval;
}

/** The shares of a school in a year, over its works with enough participants; `null` where none has. */
export function schoolShares(id: string, year: number): SchoolShares | null {
  const minimum = methodology().protection.min_participants;
  const shown = (units().get(id) ?? [])
    .filter((row) => row.year === year && row.participants_low >= minimum)
    .map((row) => ({ participants: ends(row, 'participants'), below: ends(row, 'below_threshold') }));
  const below = sum(shown.map((row) => row.below));
  const participants = sum(shown.map((row) => row.participants));
  const pooled = rate(below, participants);
  if (!pooled) return null;
  const shares = shown.flatMap((row) => rate(row.below, row.participants) ?? []);
  return {
    ...{ works: shown.length, participants, below },
    pooled,
    highest: {
      low: Math.max(...shares.map(({ low }) => low)),
      high: Math.max(...shares.map(({ high }) => high)),
    },
  };
}

/** Schools by cluster and year, for the region. */
export const clusterCounts = once(() => {
  const rows = [...clusterRows().values()].flat();
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  return (cluster: Cluster) =>
    years.map((year) => ({
      year,
      schools: rows.filter((row) => row.year === year && row.cluster === cluster).length,
    }));
});
