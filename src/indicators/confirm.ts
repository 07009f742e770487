import type { Methodology } from '../contract/methodology.ts';
import type { DynamicsRow } from '../contract/status.ts';
import type { ChangeVerdict } from '../contract/vocabulary.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { Beta } from '../stats/beta-binomial.ts';
import { type ChangeRange, changeRange, pooledChangeRange } from '../stats/change-range.ts';
import { familyOf, knownSeries, type SeriesRow } from './change-series.ts';
import { type Judged, pooledScatter, priors, scatters } from './estimates.ts';
import { netChange } from './net.ts';
import { pools } from './pooled.ts';

const round = (value: number): number => Number(value.toFixed(6)) + 0;

/** Of a picked school "improved" needs lenses 3 and 4 both: docs/simulation.md, finding 3. */
export function finalVerdict(confirmed: ChangeVerdict, net: ChangeVerdict, picked: boolean): ChangeVerdict {
  if (!picked || confirmed !== 'improved') return confirmed;
  if (net === 'improved' || net === 'undetermined') return net;
  return 'no-clear-change';
}

function changed(found: ChangeRange, { row }: Judged) {
  const isRegion = row.level === 'region';
  return {
    formal_low: round(found.formal.low),
    formal_high: round(found.formal.high),
    relative_low: isRegion ? null : round(found.relative.low),
    relative_high: isRegion ? null : round(found.relative.high),
    interval_low: isRegion ? null : round(found.interval.low),
    interval_high: isRegion ? null : round(found.interval.high),
    p_value: isRegion ? null : round(found.pValue),
  };
}

/** The region's change over the same strata: what the formal change and the relative one differ by. */
const shiftOf = (found: ChangeRange) => ({
  region_low: round(found.formal.high - found.relative.high),
  region_high: round(found.formal.low - found.relative.low),
});

export interface ConfirmInput {
  dynamics: Methodology['dynamics'];
  /** `school year` of schools that were identified as low. */
  identified: ReadonlySet<string>;
}

const unjudged = {
  interval_low: null,
  interval_high: null,
  p_value: null,
  q_value: null,
  confirmed: null,
  excess_low: null,
  excess_high: null,
  tail: null,
  net: null,
  verdict: null,
};

type Estimates = { scatter: Map<string, number>; prior: Map<string, Beta> };

function judge(judged: Judged, { scatter, prior }: Estimates, input: ConfirmInput): DynamicsRow {
  const { row, strata } = judged;
  const { confidence, practical_effect: practicalEffect } = input.dynamics;
  const picked = row.level === 'school' && input.identified.has(`${row.entity_id} ${row.year_before}`);
  const bare = { ...row, strata: strata.length, identified_before: picked, ...unjudged };
  const own = prior.get(familyOf(row, row.grade));
  if (strata.length === 0 || !own) return bare;
  const ranges = strata.map(({ range }) => range);
  const spread = input.dynamics.scatter ? (scatter.get(familyOf(row, 'any')) ?? 0) : 0;
  const options = { confidence, practicalEffect, scatter: spread };
  const [only, ...others] = ranges;
  const found = only && others.length === 0 ? changeRange(only, options) : pooledChangeRange(ranges, options);
  const pooled = row.grade === 0 && row.level !== 'region' ? shiftOf(found) : {};
  if (row.level === 'region') return { ...bare, ...changed(found, judged), ...pooled };
  const net = netChange(ranges, own, pooledScatter(strata, spread), options);
  return {
    ...bare,
    ...changed(found, judged),
    ...pooled,
    confirmed: found.verdict,
    excess_low: round(net.excess.low),
    excess_high: round(net.excess.high),
    tail: round(net.tail),
    net: net.verdict,
    verdict: finalVerdict(found.verdict, net.verdict, picked),
  };
}

/** Benjamini–Hochberg over the schools, or the areas, of one work and pair of years. */
function addQValues(rows: DynamicsRow[]): void {
  const tested = rows.filter((row) => row.p_value !== null);
  for (const family of Map.groupBy(tested, (row) => familyOf(row, row.grade)).values()) {
    const q = benjaminiHochberg(family.map((row) => row.p_value ?? 1));
    family.forEach((row, i) => {
      row.q_value = round(q[i] ?? 1);
    });
  }
}

/**
 * Lenses 3 and 4: intervals, verdicts and expectations beside the changes of dynamics-series.sql, for every series and
 * for the grades of each subject pooled (`grade` 0).
 */
export function confirm(rows: readonly SeriesRow[], input: ConfirmInput): DynamicsRow[] {
  const known = rows.map(knownSeries).filter((series) => series !== null);
  const single = rows.map((row): Judged => {
    const own = knownSeries(row);
    return { row, strata: own ? [own] : [] };
  });
  const judged = [...single, ...pools(rows)];
  const estimates = { scatter: scatters(known), prior: priors(judged) };
  const made = judged.map((one) => judge(one, estimates, input));
  addQValues(made);
  return made;
}
