/** A source of pseudo-random numbers that depends on nothing but its key. */
export interface Stream {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Mean 0, deviation 1, between -6 and 6. */
  normal(): number;
  /** Whole number, both ends included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
}

/** The one seed of the demo set. Another one is another region: only scripts/programme-seeds.ts asks for it. */
export const seed = Number(process.env.DINAMIKA_DEMO_SEED ?? 20250901);

/** Element of a list; a list that is too short is a fault of the generator, not of its input. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that near keys give far states. */
function hash(key: string): number {
  let h = 2166136261;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The stream of one key. Every school, cohort and work has its own, so that changing one leaves the others' bytes
 * alone. Normals are sums of twelve uniforms (Irwin–Hall): additions are exact on every engine, logarithms are not.
 */
export function stream(...key: readonly (string | number)[]): Stream {
  const uniform = mulberry32(hash(`${seed}|${key.join('|')}`));
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    integer,
    normal() {
      let sum = -6;
      for (let i = 0; i < 12; i += 1) sum += uniform();
      return sum;
    },
    pick: (items) => at(items, integer(0, items.length - 1)),
    shuffle(items) {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [at(copy, j), at(copy, i)];
      }
      return copy;
    },
  };
}

/** One standard normal of a key, rounded so that truth.json holds exactly what the model used. */
export function effect(deviation: number, ...key: readonly (string | number)[]): number {
  return round(deviation * stream(...key).normal(), 3);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
