import { agrestiCaffoVariance } from './agresti-caffo.ts';
import { type Proportion, share } from './proportion.ts';

/** One stratum: a proportion at two times. `shift` is subtracted from its change, a fraction. */
export interface Stratum {
  before: Proportion;
  after: Proportion;
  shift: number;
}

export interface PooledDifference {
  /** Weighted mean of (after − before − shift), a fraction. */
  estimate: number;
  /** Its standard error, a fraction. */
  error: number;
}

/**
 * The risk difference after − before pooled over strata with Cochran–Mantel–Haenszel weights w = n₀·n₁/(n₀ + n₁), each
 * stratum's difference shifted by its own known amount (the change of the region): Σw·d/Σw. The standard error is
 * √(Σw²·v)/Σw, where v is the Agresti–Caffo variance of the stratum; only the variance uses the added counts, because
 * added to the estimate they would pull every stratum towards no change and the pulls would add up.
 *
 * W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954) 417–451; N. Mantel and
 * W. Haenszel, JNCI 22 (1959) 719–748; the risk difference with these weights: S. Greenland and J. M. Robins,
 * Biometrics 41 (1985) 55–68. Strata are taken as independent.
 *
 * @param scatter variance of a stratum's true change beyond chance, added to each v; see `betweenVariance`
 * @throws RangeError when there are no strata or a stratum is not a pair of proportions
 */
export function pooledDifference(strata: readonly Stratum[], scatter = 0): PooledDifference {
  if (strata.length === 0) throw new RangeError('invalid strata: none');
  let weights = 0;
  let difference = 0;
  let variance = 0;
  for (const { before, after, shift } of strata) {
    const d = share(after) - share(before) - shift;
    const weight = (before.total * after.total) / (before.total + after.total);
    weights += weight;
    difference += weight * d;
    variance += weight ** 2 * (agrestiCaffoVariance(after, before) + scatter);
  }
  return { estimate: difference / weights, error: Math.sqrt(variance) / weights };
}
