import { logistic } from './logit.ts';
import { type Proportion, share } from './proportion.ts';
import { solve } from './solve.ts';

/** One group: its counts, the columns that may explain them, and log odds known beforehand. */
export interface Observation {
  counts: Proportion;
  row: readonly number[];
  /** Added to the fitted log odds with the coefficient 1. */
  offset: number;
}

export interface LogisticFit {
  /** Intercept first. */
  coefficients: number[];
  /** Correlation of two members of one group beyond what the columns explain, 0…1. */
  correlation: number;
  /** The share that is expected of a group, a fraction. */
  expected(row: readonly number[], offset: number): number;
  /** Variance of a group's share about its expectation: that of chance and of groups that differ. */
  varianceOf(share: number, total: number): number;
  /** Variance of Σ gᵢ·(coefficient i), the intercept first. */
  varianceAlong(gradient: readonly number[]): number;
}

const product = (row: readonly number[], coefficients: readonly number[], offset: number): number =>
  row.reduce((sum, value, i) => sum + value * (coefficients[i + 1] ?? 0), offset + (coefficients[0] ?? 0));

const inflation = (correlation: number, total: number): number => 1 + correlation * (total - 1);

/** XᵀWX and Xᵀ(w·r) at the given coefficients. */
function normal(observations: readonly Observation[], coefficients: readonly number[], correlation: number) {
  const size = coefficients.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  for (const { counts, row, offset } of observations) {
    const p = logistic(product(row, coefficients, offset));
    const scale = counts.total / inflation(correlation, counts.total);
    const [weight, residual] = [scale * p * (1 - p), scale * (share(counts) - p)];
    for (let i = 0; i < size; i += 1) {
      const a = i === 0 ? 1 : (row[i - 1] ?? 0);
      right[i] = (right[i] ?? 0) + residual * a;
      const line = matrix[i] ?? [];
      for (let j = 0; j < size; j += 1)
        line[j] = (line[j] ?? 0) + weight * a * (j === 0 ? 1 : (row[j - 1] ?? 0));
    }
  }
  return { matrix, right };
}

/** Newton's steps from the given coefficients, none longer than 2 in log odds of any group. */
function climb(
  observations: readonly Observation[],
  start: readonly number[],
  correlation: number,
): number[] {
  let coefficients = [...start];
  for (let step = 0; step < 30; step += 1) {
    const { matrix, right } = normal(observations, coefficients, correlation);
    const change = solve(matrix, right);
    const longest = observations.reduce(
      (most, { row }) => Math.max(most, Math.abs(product(row, change, 0))),
      0,
    );
    const factor = Math.min(1, 2 / longest);
    coefficients = coefficients.map((value, i) => value + factor * (change[i] ?? 0));
    if (longest < 1e-9) break;
  }
  return coefficients;
}

/** The correlation at which Pearson's statistic is what the degrees of freedom lead one to expect; 0 when it is less. */
function correlationOf(observations: readonly Observation[], coefficients: readonly number[]): number {
  const freedom = Math.max(1, observations.length - coefficients.length);
  const squares = observations.map(({ counts, row, offset }) => {
    const p = logistic(product(row, coefficients, offset));
    return { total: counts.total, square: ((share(counts) - p) ** 2 * counts.total) / (p * (1 - p)) };
  });
  const excess = (correlation: number): number =>
    squares.reduce((sum, { square, total }) => sum + square / inflation(correlation, total), -freedom);
  if (excess(0) <= 0) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Logistic regression of shares of groups that differ by more than chance: logit(p) = offset + β₀ + Σ βᵢxᵢ, variance
 * p(1 − p)/n · (1 + ρ(n − 1)). β by weighted quasi-likelihood, ρ from Pearson's statistic, in turn.
 *
 * D. A. Williams, "Extra-binomial variation in logistic linear models", Applied Statistics 31 (1982) 144–148, model II.
 *
 * @throws RangeError when there are no observations, or a proportion is not one
 */
export function logisticRegression(observations: readonly Observation[]): LogisticFit {
  const [first] = observations;
  if (!first) throw new RangeError('invalid observations: none');
  let coefficients = new Array<number>(first.row.length + 1).fill(0);
  let correlation = 0;
  for (let round = 0; round < 4; round += 1) {
    coefficients = climb(observations, coefficients, correlation);
    correlation = correlationOf(observations, coefficients);
  }
  const { matrix } = normal(observations, coefficients, correlation);
  return {
    coefficients,
    correlation,
    expected: (row, offset) => logistic(product(row, coefficients, offset)),
    varianceOf: (p, total) => (p * (1 - p) * inflation(correlation, total)) / total,
    varianceAlong: (gradient) => {
      const half = solve(matrix, gradient);
      return gradient.reduce((sum, value, i) => sum + value * (half[i] ?? 0), 0);
    },
  };
}
