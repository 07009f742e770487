import { change, pooledChange } from '../change.ts';
import type { Stratum } from '../cochran-mantel-haenszel.ts';
import { drawBinomial } from '../draw.ts';
import { type Rng, rng } from '../rng.ts';
import { settings } from './coverage.ts';
import { count, type Tally, tally } from './tally.ts';

export interface PowerCell {
  /** Pupils per grade and year. */
  size: number;
  /** True relative change, a fraction. */
  effect: number;
  /** Called improved by one series. */
  single: Tally;
  /** Called improved by five series pooled. */
  pooled: Tally;
}

export const powerSizes = [12, 25, 50, 100] as const;
export const powerEffects = [0, -0.05, -0.1, -0.15] as const;
/** True share of the school in the first year. */
const powerShare = 0.35;
const grades = 5;
const regionTotal = 5000;
const regionShare = 0.2;

/** Year shifts of the grades' works, true and as the region's counts show them. */
function drawShifts(random: Rng): { real: number; seen: number }[] {
  return Array.from({ length: grades }, () => {
    const real = 0.1 * random() - 0.05;
    const before = drawBinomial(random, regionTotal, regionShare);
    const after = drawBinomial(random, regionTotal, regionShare + real);
    return { real, seen: (after - before) / regionTotal };
  });
}

/**
 * How often lens 3 finds a true change of a school where 35 % failed, by size and effect.
 * @param runs draws per cell
 */
export function power(runs: number, seed: number): PowerCell[] {
  const cells = powerSizes.flatMap((size) =>
    powerEffects.map((effect): PowerCell => ({ size, effect, single: tally(), pooled: tally() })),
  );
  for (let run = 0; run < runs; run += 1) {
    const random = rng(seed + run);
    const shifts = drawShifts(random);
    for (const { size, effect, single, pooled } of cells) {
      const series = shifts.map(({ real, seen }): Stratum => {
        const after = drawBinomial(random, size, powerShare + real + effect);
        const before = drawBinomial(random, size, powerShare);
        return { before: { count: before, total: size }, after: { count: after, total: size }, shift: seen };
      });
      for (const one of series) count(single, change(one, settings).verdict === 'improved');
      count(pooled, pooledChange(series, settings).verdict === 'improved');
    }
  }
  return cells;
}
