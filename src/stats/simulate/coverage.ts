import { type Change, change, pooledChange } from '../change.ts';
import { rng } from '../rng.ts';
import { drawRegion, type Model, type School } from './model.ts';
import { scatterOf } from './scatter.ts';
import { count, type Tally, tally } from './tally.ts';

/** The settings of the default methodology. */
export const settings = { practicalEffect: 0.03, confidence: 0.95 };

/** What lens 3 said of one kind of change, single or pooled. */
export interface Outcome {
  /** The interval holds the true relative change. */
  covered: Tally;
  /** Called improved, among schools that were not changed. */
  improved: Tally;
  /** The p-value is 0.05 or less, among schools that were not changed. */
  significant: Tally;
}

export interface Coverage {
  single: Outcome;
  pooled: Outcome;
}

const outcome = (): Outcome => ({ covered: tally(), improved: tally(), significant: tally() });

function record(into: Outcome, found: Change, truth: number, changed: boolean): void {
  count(into.covered, found.interval.low <= truth && truth <= found.interval.high);
  if (changed) return;
  count(into.improved, found.verdict === 'improved');
  count(into.significant, found.pValue <= 0.05);
}

/** The true value of what the pooled change estimates: true relative changes with the same weights. */
function pooledTruth({ series }: School): number {
  let top = 0;
  let weights = 0;
  for (const { before, after, truth } of series) {
    const weight = (before.total * after.total) / (before.total + after.total);
    top += weight * truth;
    weights += weight;
  }
  return top / weights;
}

/**
 * How lens 3 does over `regions` invented regions, apart for each group of schools; a school may be in several.
 * @param seed of the first region; the next take the next numbers
 * @param widened whether intervals are widened by the scatter of cohorts estimated from the region
 */
export function coverage(
  model: Model,
  regions: number,
  groups: Readonly<Record<string, (school: School) => boolean>>,
  seed: number,
  widened = false,
): Map<string, Coverage> {
  const names = Object.entries(groups);
  const found = new Map(names.map(([name]) => [name, { single: outcome(), pooled: outcome() }]));
  for (let region = 0; region < regions; region += 1) {
    const schools = drawRegion(rng(seed + region), model);
    const options = widened ? { ...settings, scatter: scatterOf(schools) } : settings;
    for (const school of schools) {
      const single = school.series.map((one) => ({ truth: one.truth, found: change(one, options) }));
      const pooled = pooledChange(school.series, options);
      for (const [name, belongs] of names) {
        const into = found.get(name);
        if (into === undefined || !belongs(school)) continue;
        for (const one of single) record(into.single, one.found, one.truth, school.changed);
        record(into.pooled, pooled, pooledTruth(school), school.changed);
      }
    }
  }
  return found;
}
