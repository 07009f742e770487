import { drawNormal } from '../draw.ts';
import { meanInterval } from '../mean-interval.ts';
import { type Rng, rng } from '../rng.ts';
import { count, type Tally, tally } from './tally.ts';

/** Pupils of one school's work: evenly on a logarithmic scale. */
const sizes = { low: 12, high: 120 };
const schoolsOfRegion = 100;

interface Sample {
  n: number;
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
}

/** The scores of one honest school: nobody is helped, pupils have deviation 1. */
function drawSchool(random: Rng, between: number): Sample {
  const n = Math.round(sizes.low * (sizes.high / sizes.low) ** random());
  const level = between * drawNormal(random);
  let mean = 0;
  let squares = 0;
  for (let i = 1; i <= n; i += 1) {
    const score = level + drawNormal(random);
    const distance = score - mean;
    mean += distance / i;
    squares += distance * (score - mean);
  }
  return { n, mean, squares };
}

const deviation = ({ n, squares }: Sample) => Math.sqrt(squares / (n - 1));

function pooled(schools: readonly Sample[]): Sample {
  const n = schools.reduce((sum, one) => sum + one.n, 0);
  const mean = schools.reduce((sum, one) => sum + one.n * one.mean, 0) / n;
  const squares = schools.reduce((sum, one) => sum + one.squares + one.n * (one.mean - mean) ** 2, 0);
  return { n, mean, squares };
}

/**
 * How often the federal marker "inflated mean" (lower end of the school's interval above the upper end of the
 * region's) meets schools that inflate nothing, by the number of pupils.
 * @param between deviation of schools' true means, in deviations of pupils inside a school
 */
export function inflatedByChance(between: number, regions: number, seed: number): Record<string, Tally> {
  const found = { '12–24': tally(), '25–59': tally(), '60–120': tally(), all: tally() };
  for (let region = 0; region < regions; region += 1) {
    const random = rng(seed + region);
    const schools = Array.from({ length: schoolsOfRegion }, () => drawSchool(random, between));
    const whole = pooled(schools);
    const bound = meanInterval(whole.mean, deviation(whole), whole.n).high;
    for (const school of schools) {
      const met = meanInterval(school.mean, deviation(school), school.n).low > bound;
      count(found[school.n < 25 ? '12–24' : school.n < 60 ? '25–59' : '60–120'], met);
      count(found.all, met);
    }
  }
  return found;
}
