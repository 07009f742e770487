import { expect, it } from 'vitest';
import { logisticRegression, type Observation } from '../../src/stats/logistic-regression.ts';
import { logistic } from '../../src/stats/logit.ts';
import { rng } from '../../src/stats/rng.ts';

const dose = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.861, 1.8839];
const beetles = [59, 60, 62, 56, 63, 59, 62, 60];
const killed = [6, 13, 18, 28, 52, 53, 61, 60];
const alone = (died: boolean, x: number): Observation => ({
  counts: { count: Number(died), total: 1 },
  row: [x],
  offset: 0,
});

it('is the published fit of the beetles of Bliss (1935): Dobson and Barnett, table 7.4', () => {
  const one = dose.flatMap((x, i) =>
    Array.from({ length: beetles[i] ?? 0 }, (_, n) => alone(n < (killed[i] ?? 0), x)),
  );
  const fit = logisticRegression(one);
  expect(fit.coefficients[0]).toBeCloseTo(-60.72, 2);
  expect(fit.coefficients[1]).toBeCloseTo(34.27, 2);
  expect(Math.sqrt(fit.varianceAlong([1, 0]))).toBeCloseTo(5.18, 2);
  expect(Math.sqrt(fit.varianceAlong([0, 1]))).toBeCloseTo(2.91, 2);
  const expected = dose.map((x, i) => (beetles[i] ?? 0) * fit.expected([x], 0));
  const published = [3.46, 9.84, 22.45, 33.9, 50.1, 53.29, 59.22, 58.74];
  for (const [i, value] of published.entries()) expect(expected[i]).toBeCloseTo(value, 1);
});

it('of two groups is the log odds ratio with the variance of Woolf', () => {
  const group = (x: number, count: number, total: number): Observation => ({
    counts: { count, total },
    row: [x],
    offset: 0,
  });
  const fit = logisticRegression([group(0, 20, 100), group(1, 45, 90)]);
  expect(fit.coefficients[1]).toBeCloseTo(Math.log((45 * 80) / (45 * 20)), 8);
  expect(fit.correlation).toBe(0);
  expect(fit.varianceAlong([0, 1])).toBeCloseTo(1 / 20 + 1 / 80 + 1 / 45 + 1 / 45, 8);
});

/** Groups whose log odds scatter beyond what the column explains. */
function scattered(): Observation[] {
  const random = rng(11);
  return Array.from({ length: 80 }, () => {
    const [x, total] = [2 * random() - 1, 20 + Math.floor(200 * random())];
    const p = logistic(-1 + 0.8 * x + 0.3 + 1.4 * (random() + random() - 1));
    const count = Array.from({ length: total }, random).filter((u) => u < p).length;
    return { counts: { count, total }, row: [x], offset: 0.3 };
  });
}

it('solves the equations of Williams: weighted residuals without a slope, and Pearson’s statistic at its expectation', () => {
  const groups = scattered();
  const { coefficients, correlation, expected, varianceOf } = logisticRegression(groups);
  expect(correlation).toBeGreaterThan(0.02);
  let [score, slope, pearson] = [0, 0, 0];
  for (const { counts, row, offset } of groups) {
    const p = logistic(offset + (coefficients[0] ?? 0) + (coefficients[1] ?? 0) * (row[0] ?? 0));
    expect(expected(row, offset)).toBeCloseTo(p, 12);
    const weight = counts.total / (1 + correlation * (counts.total - 1));
    const residual = counts.count / counts.total - p;
    score += weight * residual;
    slope += weight * residual * (row[0] ?? 0);
    pearson += residual ** 2 / varianceOf(p, counts.total);
  }
  // β is solved at the correlation of the round before: what is left of the equations is of that order.
  expect(Math.abs(score)).toBeLessThan(0.01);
  expect(Math.abs(slope)).toBeLessThan(0.01);
  expect(pearson).toBeCloseTo(groups.length - 2, 4);
  expect(coefficients[1]).toBeGreaterThan(0.5);
  expect(coefficients[1]).toBeLessThan(1.1);
});

it('gives 0 to a column that another determines, stays finite where nobody failed, and refuses nothing at all', () => {
  const twice = scattered().map((one) => ({ ...one, row: [one.row[0] ?? 0, 2 * (one.row[0] ?? 0)] }));
  expect(logisticRegression(twice).coefficients.filter((value) => value === 0)).toHaveLength(1);
  const none = scattered().map((one) => ({ ...one, counts: { ...one.counts, count: 0 } }));
  const fit = logisticRegression(none);
  expect(fit.expected([0.5], 0)).toBeLessThan(1e-6);
  expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  expect(() => logisticRegression([])).toThrow(RangeError);
});
