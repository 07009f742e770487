import { drawBeta, drawBinomial, drawNormal } from '../draw.ts';
import { logistic, logit } from '../logit.ts';
import { type MatchOptions, matchedEffect, type Unit } from '../matched-effect.ts';
import { share } from '../proportion.ts';
import { type Rng, rng } from '../rng.ts';
import { count, type Tally, tally } from './tally.ts';

/** How a programme chooses its schools. */
export type Choice = 'observed' | 'social' | 'chance';

/** An invented region with a programme; docs/programme-effect.md says it in words. */
export interface ProgrammeModel {
  schools: number;
  participants: number;
  choice: Choice;
  /** True change that the programme makes, a fraction; 0: a placebo. */
  effect: number;
  /** Standard deviation of a school's true change beside the region's and the programme's. */
  drift: number;
  /** Log odds by which the second year is easier (negative) or harder, beside the drawn points: bends shares. */
  odds: number;
  /** Correlation of a school's social position with its true share, negative side. */
  social: number;
}

export const programmeBase: ProgrammeModel = {
  schools: 200,
  participants: 15,
  choice: 'observed',
  effect: 0,
  drift: 0.04,
  odds: 0,
  social: 0.6,
};

export const programmeOptions: MatchOptions = {
  neighbours: 5,
  weights: { wellbeing: 1, size: 1 },
  baseWeight: 2,
  /** Nominal: what is left out of the variance makes the measured coverage lower, at worst 95 %; see the document. */
  confidence: 0.98,
};

const inside = (value: number) => Math.min(0.97, Math.max(0.01, value));

interface Drawn extends Unit {
  wellbeing: number;
}

function drawSchools(random: Rng, model: ProgrammeModel): Drawn[] {
  const shift = 0.1 * random() - 0.05;
  return Array.from({ length: model.schools }, (_, i) => {
    const base = drawBeta(random, { a: 3, b: 9 });
    const score = (base - 0.25) / 0.12;
    const wellbeing = -model.social * score + Math.sqrt(1 - model.social ** 2) * drawNormal(random);
    const size = Math.round(60 * 10 ** random());
    const before = { count: drawBinomial(random, size, inside(base)), total: size };
    const moved = logistic(logit(inside(base)) + model.odds);
    const later = inside(moved + shift + model.drift * drawNormal(random));
    const context = { wellbeing, size: Math.log(size) };
    return {
      id: String(i),
      treated: false,
      context,
      wellbeing,
      before,
      after: { count: later, total: size },
      ...{ usualBefore: 0.5, usualAfter: 0.5 },
    };
  });
}

/** The schools that the programme takes: the worst as observed, the poorest, or anybody. */
function chosen(
  random: Rng,
  schools: readonly Drawn[],
  { choice, participants }: ProgrammeModel,
): Set<string> {
  const rank = new Map(
    schools.map((school) => {
      const value = { observed: -share(school.before), social: school.wellbeing, chance: random() }[choice];
      return [school.id, value] as const;
    }),
  );
  const sorted = schools.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return new Set(sorted.slice(0, participants).map(({ id }) => id));
}

/** One region: who took part, what followed, and the true mean effect on them. */
function drawProgramme(random: Rng, model: ProgrammeModel): { units: Unit[]; truth: number } {
  const schools = drawSchools(random, model);
  const taking = chosen(random, schools, model);
  let truth = 0;
  const units = schools.map(({ wellbeing, ...school }) => {
    const treated = taking.has(school.id);
    const { count: alone, total } = school.after;
    const real = inside(treated ? alone + model.effect : alone);
    if (treated) truth += (real - alone) / taking.size;
    return { ...school, treated, after: { count: drawBinomial(random, total, real), total } };
  });
  const rate = (of: 'before' | 'after') =>
    units.reduce((sum, unit) => sum + unit[of].count, 0) /
    units.reduce((sum, unit) => sum + unit[of].total, 0);
  const usual = { usualBefore: rate('before'), usualAfter: rate('after') };
  return { units: units.map((unit) => ({ ...unit, ...usual })), truth };
}

export interface Recovery {
  /** The interval holds the true effect. */
  covered: Tally;
  /** The interval excludes 0 on the side of fewer failures, on the side of more. */
  fewer: Tally;
  more: Tally;
  /** The plain comparison of both groups' changes is wrong by more than half of the interval. */
  naive: Tally;
  /** Mean estimate less truth, of the matched and of the plain comparison, fractions. */
  bias: number;
  naiveBias: number;
  /** Mean half-width of the interval. */
  reach: number;
}

const changeOf = (units: readonly Unit[]): number =>
  units.reduce((sum, { before, after }) => sum + share(after) - share(before), 0) / units.length;

/** How the matched effect does over many regions of a model. */
export function recovery(
  model: ProgrammeModel,
  regions: number,
  seed: number,
  options = programmeOptions,
): Recovery {
  const found = { covered: tally(), fewer: tally(), more: tally(), naive: tally() };
  let [bias, naiveBias, reach] = [0, 0, 0];
  for (let region = 0; region < regions; region += 1) {
    const { units, truth } = drawProgramme(rng(seed + region), model);
    const result = matchedEffect(units, options);
    if (!result) throw new Error('invalid model: nothing to match');
    const { effect, interval } = result;
    const half = (interval.high - interval.low) / 2;
    const naive =
      changeOf(units.filter(({ treated }) => treated)) - changeOf(units.filter(({ treated }) => !treated));
    count(found.covered, interval.low <= truth && truth <= interval.high);
    count(found.fewer, interval.high < 0);
    count(found.more, interval.low > 0);
    count(found.naive, Math.abs(naive - truth) > half);
    bias += (effect - truth) / regions;
    naiveBias += (naive - truth) / regions;
    reach += half / regions;
  }
  return { ...found, bias, naiveBias, reach };
}
