/** A trait of a school's context: a number, a category, or not known. */
export type Trait = number | string | null;
export type Context = Readonly<Record<string, Trait>>;

/** How one trait enters the distance. */
export interface TraitScale {
  trait: string;
  /** Squared difference that counts as 1: the variance, for categories half the chance that two members differ. */
  unit: number;
  /** 0 or more; 1 unless told. */
  weight: number;
}

export interface Distance {
  value: number;
  /** The share of each trait in the squared distance, by trait; not known on either side: absent. */
  parts: Record<string, number>;
}

const known = (population: readonly Context[], trait: string): (number | string)[] =>
  population.map((context) => context[trait] ?? null).filter((value) => value !== null);

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** (1 − Σf²)/2 over the shares f of each category: for two categories the variance of a 0/1 variable. */
function diversity(values: readonly (number | string)[]): number {
  if (values.length === 0) return 0;
  const counts = new Map<number | string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let same = 0;
  for (const count of counts.values()) same += (count / values.length) ** 2;
  return (1 - same) / 2;
}

/**
 * Scales of the named traits over a population, so that each adds the same, 2 per unit of weight, to the squared
 * distance of two members taken at random. A trait that does not vary or that nobody has gets no scale.
 * @param weights traits to use, each with its weight, 0 or more
 * @throws RangeError when a trait holds numbers and categories at once, or a weight is negative
 */
export function traitScales(
  population: readonly Context[],
  weights: Readonly<Record<string, number>>,
): TraitScale[] {
  return Object.entries(weights).flatMap(([trait, weight]) => {
    if (!(weight >= 0)) throw new RangeError(`invalid weight of ${trait}: ${weight}`);
    const values = known(population, trait);
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length > 0 && numbers.length < values.length) throw new RangeError(`invalid trait: ${trait}`);
    const unit = numbers.length > 0 ? variance(numbers) : diversity(values);
    return unit > 0 && weight > 0 ? [{ trait, unit, weight }] : [];
  });
}

function squared(a: Trait, b: Trait): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) ** 2;
  return a === b ? 0 : 1;
}

/**
 * Standardised Euclidean distance √(Σ weight·(a − b)²/unit) of two contexts; two different categories differ by 1.
 * A trait not known on either side is left out and the sum scaled up in proportion to the weights, as R's `dist` does.
 * @returns `null` when less than half of the weight is known on both sides: such a pair is not comparable
 */
export function distance(a: Context, b: Context, scales: readonly TraitScale[]): Distance | null {
  const parts: Record<string, number> = {};
  let shared = 0;
  let total = 0;
  let sum = 0;
  for (const { trait, unit, weight } of scales) {
    total += weight;
    const difference = squared(a[trait] ?? null, b[trait] ?? null);
    if (difference === null) continue;
    shared += weight;
    parts[trait] = (weight * difference) / unit;
    sum += parts[trait];
  }
  if (total === 0 || shared < total / 2) return null;
  const scaleUp = total / shared;
  for (const trait of Object.keys(parts)) parts[trait] = (parts[trait] ?? 0) * scaleUp;
  return { value: Math.sqrt(sum * scaleUp), parts };
}
