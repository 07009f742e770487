import { posterior } from './beta-binomial.ts';
import { commonShare, fitBetaBinomial } from './beta-binomial-fit.ts';
import { type Context, traitScales } from './distance.ts';
import { type Fit, leastSquares } from './least-squares.ts';
import { nearest } from './nearest.ts';
import { type Proportion, share } from './proportion.ts';
import { studentQuantile } from './student-quantile.ts';
import type { Interval } from './wilson.ts';

/** A mean of the treated and of their matches. */
export interface Both {
  treated: number;
  controls: number;
}

/** A member of the population at two times. */
export interface Unit {
  id: string;
  treated: boolean;
  /** Traits to match by, beside the share before. */
  context: Context;
  before: Proportion;
  after: Proportion;
  /** What the whole population changed by in the works of this member, a fraction. */
  shift: number;
  /** Half the width of what the counts leave open, as a share of `after`: 0 for exact counts. */
  open?: number;
}

export interface MatchOptions {
  /** Matches of each treated unit. */
  neighbours: number;
  /** Weights of the traits; that of the share before is `baseWeight`. */
  weights: Readonly<Record<string, number>>;
  baseWeight: number;
  confidence: number;
}

export interface MatchedEffect {
  treated: number;
  /** Different units that served as matches. */
  controls: number;
  /** Mean of (after − expected) of the treated and of their matches, fractions. */
  excess: number;
  excessControls: number;
  /** Their difference, less what base and context explain of it. */
  effect: number;
  interval: Interval;
  before: Both;
  after: Both;
  /** Mean distance of a match. */
  distance: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1);
}

interface Measured extends Unit {
  /** The first share, shrunk to the population's. */
  base: number;
  /** Share after less what was expected. */
  excess: number;
  /** The excess that units without treatment have at this base and context. */
  usual: number;
  /** Base and numeric traits. */
  row: number[];
}

/** Base and numeric traits of a unit; a trait that is not known has the mean of those that are. */
function covariates(units: readonly { base: number; context: Context }[]): number[][] {
  const traits = Object.keys(units[0]?.context ?? {});
  const numeric = traits.filter((trait) => units.some(({ context }) => typeof context[trait] === 'number'));
  const means = numeric.map((trait) =>
    mean(
      units.flatMap(({ context }) => (typeof context[trait] === 'number' ? [Number(context[trait])] : [])),
    ),
  );
  return units.map(({ base, context }) => [
    base,
    ...numeric.map((trait, i) => Number(context[trait] ?? means[i])),
  ]);
}

/** What each unit was expected to show: its first share shrunk to the population's, moved by the population's change. */
function measure(units: readonly Unit[]): { measured: Measured[]; fit: Fit } {
  const befores = units.map(({ before }) => before);
  const prior = fitBetaBinomial(befores) ?? commonShare(befores);
  const first = units.map((unit) => {
    const { a, b } = posterior(prior, unit.before);
    const base = a / (a + b);
    const expected = Math.min(1, Math.max(0, base + unit.shift));
    return { ...unit, base, excess: share(unit.after) - expected };
  });
  const rows = covariates(first);
  const plain = first.map(({ treated }, i) => (treated ? -1 : i)).filter((i) => i >= 0);
  const fit = leastSquares(
    plain.map((i) => rows[i] ?? []),
    plain.map((i) => first[i]?.excess ?? 0),
  );
  const [intercept = 0, ...slopes] = fit.coefficients;
  const measured = first.map((unit, i) => {
    const row = rows[i] ?? [];
    const usual = row.reduce((sum, value, n) => sum + value * (slopes[n] ?? 0), intercept);
    return { ...unit, row, usual };
  });
  return { measured, fit };
}

/**
 * The effect on treated units: how much further from expectation they ended than the untreated units nearest to them.
 * Expectation takes out the population's change and regression to the mean; matching takes out what units with the same
 * first share and context share beyond that. A negative effect is a lower share. Not an experiment: whatever else
 * distinguished the treated is in it.
 *
 * Nearest-neighbour matching with replacement (A. Abadie and G. Imbens, Econometrica 74 (2006) 235–267); what matching
 * leaves of a difference in base and numeric traits is taken out by a regression over the untreated (their bias
 * correction, JBES 29 (2011) 1–11). Variance, conditional on who was matched: s²/N of the treated + σ²·ΣK²/(MN)², where a
 * control serves K times among M matches each, + the variance of the regression at the difference of means; a Student
 * interval with N − 1 degrees of freedom, since N is small.
 *
 * @returns `null` when fewer than two treated units or fewer controls than `neighbours` can be compared
 * @throws RangeError when a proportion or an option is not one
 */
export function matchedEffect(units: readonly Unit[], options: MatchOptions): MatchedEffect | null {
  if (units.filter(({ treated }) => !treated).length < options.neighbours) return null;
  const { measured, fit } = measure(units);
  const members = measured.map(({ id, context, base }) => ({ id, context: { ...context, before: base } }));
  const scales = traitScales(
    members.map(({ context }) => context),
    { ...options.weights, before: options.baseWeight },
  );
  const controls = new Map(measured.filter(({ treated }) => !treated).map((unit) => [unit.id, unit]));
  const pool = members.filter(({ id }) => controls.has(id));
  const pairs = measured.flatMap((unit, i) => {
    const member = members[i];
    if (!unit.treated || !member) return [];
    const near = nearest(member, pool, scales, options.neighbours);
    const matches = near.flatMap(({ id }) => controls.get(id) ?? []);
    return matches.length === options.neighbours
      ? [{ unit, matches, distance: mean(near.map(({ value }) => value)) }]
      : [];
  });
  if (pairs.length < 2) return null;
  return summary(pairs, fit, options);
}

interface Pair {
  unit: Measured;
  matches: Measured[];
  distance: number;
}

/** What chance makes of the estimate: the treated, the matches as often as each serves, and the regression. */
function chance(pairs: readonly Pair[], fit: Fit, m: number): number {
  const n = pairs.length;
  const used = new Map<string, number>();
  for (const { matches } of pairs) for (const { id } of matches) used.set(id, (used.get(id) ?? 0) + 1);
  const served = [...used.values()].reduce((sum, k) => sum + k ** 2, 0) / (m * n) ** 2;
  const columns = pairs[0]?.unit.row.length ?? 0;
  const apart = Array.from({ length: columns }, (_, i) =>
    mean(pairs.map(({ unit, matches }) => (unit.row[i] ?? 0) - mean(matches.map(({ row }) => row[i] ?? 0)))),
  );
  const treated = variance(pairs.map(({ unit }) => unit.excess - unit.usual)) / n;
  return treated + fit.residual * served + fit.varianceOf(apart);
}

function summary(pairs: readonly Pair[], fit: Fit, options: MatchOptions): MatchedEffect {
  const { neighbours, confidence } = options;
  const left = ({ excess, usual }: Measured) => excess - usual;
  const differences = pairs.map(({ unit, matches }) => left(unit) - mean(matches.map(left)));
  const effect = mean(differences);
  const controls = new Set(pairs.flatMap(({ matches }) => matches.map(({ id }) => id)));
  const open = mean(
    pairs.map(({ unit, matches }) => (unit.open ?? 0) + mean(matches.map((match) => match.open ?? 0))),
  );
  const reach =
    studentQuantile(1 - confidence, pairs.length - 1) * Math.sqrt(chance(pairs, fit, neighbours)) + open;
  const over = (value: (unit: Measured) => number): Both => ({
    treated: mean(pairs.map(({ unit }) => value(unit))),
    controls: mean(pairs.map(({ matches }) => mean(matches.map(value)))),
  });
  const excess = over((unit) => unit.excess);
  return {
    treated: pairs.length,
    controls: controls.size,
    excess: excess.treated,
    excessControls: excess.controls,
    effect,
    interval: { low: effect - reach, high: effect + reach },
    before: over((unit) => share(unit.before)),
    after: over((unit) => share(unit.after)),
    distance: mean(pairs.map(({ distance }) => distance)),
  };
}
