import { posterior } from './beta-binomial.ts';
import { commonShare, fitBetaBinomial } from './beta-binomial-fit.ts';
import { type Context, traitScales } from './distance.ts';
import { type LogisticFit, logisticRegression } from './logistic-regression.ts';
import { logistic, logit } from './logit.ts';
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
  /** The whole population's share in the works of this member, before and after, strictly between 0 and 1. */
  usualBefore: number;
  usualAfter: number;
  /** Half the width of what the counts leave open, as a share of `after`: 0 for exact counts. */
  open?: number;
}

export interface MatchOptions {
  /** Matches of each treated unit. */
  neighbours: number;
  /** Weights of the traits; that of the share before, as log odds beside the population's, is `baseWeight`. */
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
  /** Log odds of the first share, shrunk to the population's, less those of the population in the same works. */
  base: number;
  /** Share after less what the first share and the population's change led one to expect. */
  excess: number;
  /** The share that units without treatment have afterwards at this base and context. */
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

/**
 * Log odds of each first share, shrunk to the population's: posterior means under the beta-binomial prior of all.
 * A change of difficulty moves odds rather than points, and rates of the worst are bent most by it.
 */
export function shrunkOdds(counts: readonly Proportion[]): number[] {
  const prior = fitBetaBinomial(counts) ?? commonShare(counts);
  return counts.map((one) => {
    const { a, b } = posterior(prior, one);
    return logit(a / (a + b));
  });
}

/** What each unit was expected to show, and what units without treatment show at its base and context. */
function measure(units: readonly Unit[]): { measured: Measured[]; fit: LogisticFit } | null {
  const odds = shrunkOdds(units.map(({ before }) => before));
  const first = units.map((unit, i) => {
    const base = (odds[i] ?? 0) - logit(unit.usualBefore);
    return { ...unit, base, excess: share(unit.after) - logistic(base + logit(unit.usualAfter)) };
  });
  const rows = covariates(first);
  const plain = first.flatMap(({ treated, after, usualAfter }, i) =>
    treated ? [] : [{ counts: after, row: rows[i] ?? [], offset: logit(usualAfter) }],
  );
  // Fewer observations than twice the coefficients fit themselves, and would be sure of it.
  if (plain.length < 2 * (1 + (rows[0]?.length ?? 0))) return null;
  const fit = logisticRegression(plain);
  const measured = first.map((unit, i) => {
    const row = rows[i] ?? [];
    return { ...unit, row, usual: fit.expected(row, logit(unit.usualAfter)) };
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
 * correction, JBES 29 (2011) 1–11). The regression is logistic: the worst have no untreated like them, and a straight line
 * in shares, drawn through better ones, leads one to expect too little of them after an easier year and the other way
 * round. Variance, conditional on who was matched: s²/N of the treated + Σ(K/(MN))²·σ², where a control of variance σ²
 * serves K times among M matches each, + the variance of the regression at the difference of means; a Student interval
 * with N − 1 degrees of freedom, since N is small.
 *
 * @returns `null` when fewer than two treated units can be compared, or there are fewer controls than `neighbours` or
 *   than twice the coefficients of the regression
 * @throws RangeError when a proportion or an option is not one
 */
export function matchedEffect(units: readonly Unit[], options: MatchOptions): MatchedEffect | null {
  if (units.filter(({ treated }) => !treated).length < options.neighbours) return null;
  const known = measure(units);
  if (known === null) return null;
  const { measured, fit } = known;
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

/** How the expectation of a unit moves with each coefficient of the regression. */
const slope = ({ usual, row }: Measured): number[] => [1, ...row].map((value) => usual * (1 - usual) * value);

/** What chance makes of the estimate: the treated, the matches as often as each serves, and the regression. */
function chance(pairs: readonly Pair[], fit: LogisticFit, m: number): number {
  const n = pairs.length;
  const used = new Map<Measured, number>();
  for (const { matches } of pairs) for (const one of matches) used.set(one, (used.get(one) ?? 0) + 1);
  const served = [...used].reduce(
    (sum, [one, k]) => sum + fit.varianceOf(one.usual, one.after.total) * (k / (m * n)) ** 2,
    0,
  );
  const columns = fit.coefficients.map((_, i) => i);
  const apart = columns.map((i) =>
    mean(
      pairs.map(
        ({ unit, matches }) => (slope(unit)[i] ?? 0) - mean(matches.map((one) => slope(one)[i] ?? 0)),
      ),
    ),
  );
  const treated = variance(pairs.map(({ unit }) => left(unit))) / n;
  return treated + served + fit.varianceAlong(apart);
}

/** The share after less what units without treatment show at this base and context. */
const left = ({ after, usual }: Measured): number => share(after) - usual;

function summary(pairs: readonly Pair[], fit: LogisticFit, options: MatchOptions): MatchedEffect {
  const { neighbours, confidence } = options;
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
