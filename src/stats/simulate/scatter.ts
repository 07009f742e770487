import { agrestiCaffoVariance } from '../agresti-caffo.ts';
import { betweenVariance } from '../between-variance.ts';
import { share } from '../proportion.ts';
import type { School } from './model.ts';

/** Variance of true changes from cohort to cohort, as the region's own series show it. */
export function scatterOf(region: readonly School[]): number {
  return betweenVariance(
    region.flatMap(({ series }) =>
      series.map(({ before, after, shift }) => ({
        value: share(after) - share(before) - shift,
        variance: agrestiCaffoVariance(after, before),
      })),
    ),
  );
}
