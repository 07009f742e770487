import { binomialUpperTail } from './binomial.ts';

export interface BoundarySpike {
  /** Count at the boundary that a straight line through its two neighbours gives. */
  expected: number;
  /** Observed − expected, in participants. */
  surplus: number;
  /** Surplus in standard errors. */
  z: number;
  /** Probability of so many or more at the boundary when the three counts lie on a line. */
  pValue: number;
  /** Whether the whole sample is large enough to conclude anything from it. */
  informative: boolean;
}

/** Under this number of participants nothing is computed. */
const leastSample = 20;
/** From this number on the test is informative. */
const informativeSample = 50;

/**
 * Surplus at the lowest score of a mark against its neighbours. If the score distribution is straight over the scores
 * b − 1, b, b + 1, then given their sum m the count at b is Binomial(m, 1/3) whatever the slope: expected (c₋ + c₊)/2,
 * z = (c − m/3)/√(m·2/9), p-value the exact binomial upper tail. Pupils lifted from b − 1 to b raise it twice.
 * At the top of a bell-shaped distribution with standard deviation s the line lies lower by about 1/(2s²) of the count
 * (3 % at s = 4), far less than chance in one school.
 *
 * The conditional test of Poisson counts: J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313–323; the idea of a
 * gap between a count and its interpolated neighbours: J. McCrary, Journal of Econometrics 142 (2008) 698–714.
 *
 * @param counts `counts[s]` participants with score s, from 0 to the maximum
 * @param boundary lowest score of the mark; a score must lie on either side
 * @returns `null` under 20 participants, or when nobody has any of the three scores
 * @throws RangeError when the boundary has no neighbour or a count is negative
 */
export function boundarySpike(counts: readonly number[], boundary: number): BoundarySpike | null {
  const below = counts[boundary - 1];
  const at = counts[boundary];
  const above = counts[boundary + 1];
  if (below === undefined || at === undefined || above === undefined)
    throw new RangeError(`invalid boundary: ${boundary}`);
  if (counts.some((count) => !(count >= 0))) throw new RangeError('invalid score distribution');
  const sample = counts.reduce((total, count) => total + count, 0);
  const near = below + at + above;
  if (sample < leastSample || near === 0) return null;
  const expected = (below + above) / 2;
  return {
    expected,
    surplus: at - expected,
    z: (at - near / 3) / Math.sqrt((near * 2) / 9),
    pValue: binomialUpperTail(at, near, 1 / 3),
    informative: sample >= informativeSample,
  };
}
