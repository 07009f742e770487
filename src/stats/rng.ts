/** A source of uniform numbers in [0, 1), 53 random bits each. */
export type Rng = () => number;

/**
 * A seeded generator for simulations: the same seed gives the same numbers on every machine. C. Doty-Humphrey's sfc32
 * from PractRand: four 32-bit words of state, period at least 2³². Not for secrets.
 * @param seed whole number; only its low 32 bits count
 */
export function rng(seed: number): Rng {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let i = 0; i < 15; i += 1) next();
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 2 ** 53;
}
