import { nearestPoint } from './nearest.ts';
import type { Sparse } from './system.ts';
import { Walk } from './walk.ts';

/** Pseudo-random whole numbers below a bound, the same on every run (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The least and the greatest value that any table found so far gives to each hidden count. */
export interface Seen {
  least: Float64Array;
  most: Float64Array;
}

export const nothingSeen = (size: number): Seen => ({
  least: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  most: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
});

/** Remembers a table, or the counts of it that have changed. */
export function see(seen: Seen, values: ArrayLike<number>, ids?: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) seeOne(seen, ids ? (ids[i] as number) : i, values[i] as number);
}

function seeOne({ least, most }: Seen, id: number, value: number): void {
  if (value < (least[id] as number)) least[id] = value;
  if (value > (most[id] as number)) most[id] = value;
}

/** Which ends still have no table that reaches them. */
export interface Goals {
  /** Ends that must be reached. */
  low: Float64Array;
  high: Float64Array;
  /** For a count of which nothing is published: two different values are enough. */
  anyTwo: Uint8Array;
}

export const lowOpen = (goals: Goals, seen: Seen, id: number): boolean =>
  goals.anyTwo[id]
    ? (seen.least[id] as number) >= (seen.most[id] as number) && goals.low[id] !== goals.high[id]
    : (seen.least[id] as number) > (goals.low[id] as number);

export const highOpen = (goals: Goals, seen: Seen, id: number): boolean =>
  goals.anyTwo[id] ? lowOpen(goals, seen, id) : (seen.most[id] as number) < (goals.high[id] as number);

const stepsFor = ({ rowLow }: Sparse): number => 20 * rowLow.length + 1000;

/**
 * Looks for some table: a point that agrees with nearly everything, rounded up or down at random in proportion (sums
 * of many rounded numbers stay near their middle), then mended.
 * @param looser the same rows with more room, where the first have too little: what is then found is near them
 * @returns the walk that stands at it, or null when none was found (which proves nothing)
 */
export function someTable(sparse: Sparse, roll: (below: number) => number, looser?: Sparse): Walk | null {
  const point = nearestPoint(sparse);
  const rounded = point.map((value) => {
    const down = Math.floor(value);
    return roll(1024) < 1024 * (value - down) ? down + 1 : down;
  });
  const walk = new Walk(sparse, rounded, roll);
  if (walk.mend(stepsFor(sparse))) return walk;
  const again = looser && new Walk(looser, walk.table, roll);
  return again?.mend(stepsFor(looser as Sparse)) ? again : null;
}

// Most ends are reached in ten steps or never.
const stepsForOne = 1000;

/**
 * Walks from table to table, each time to one that gives one count the value at an open end. Every table is a proof: it
 * agrees with everything published.
 */
export function reachEnds(walk: Walk, { low, high, ...goals }: Goals, seen: Seen): void {
  const all: Goals = { low, high, ...goals };
  const step = (id: number, value: number): boolean => {
    const found = walk.reach(id, value, stepsForOne);
    for (const changed of found ?? []) seeOne(seen, changed, walk.table[changed] as number);
    return found !== null;
  };
  // At once, or where too many others would have to give way, by one at a time.
  const toward = (id: number, value: number): void => {
    if (step(id, value)) return;
    for (let now = walk.table[id] as number; now !== value; now = walk.table[id] as number)
      if (!step(id, now + Math.sign(value - now))) return;
  };
  for (let id = 0; id < low.length; id++) {
    const [from, to] = [low[id] as number, high[id] as number];
    if (lowOpen(all, seen, id)) {
      const now = walk.table[id] as number;
      // Of which nothing is published: any other value will do.
      for (const value of goals.anyTwo[id] ? [now - 1, now + 1, from, to] : [from])
        if (value >= from && value <= to && lowOpen(all, seen, id)) toward(id, value);
    }
    if (!goals.anyTwo[id] && highOpen(all, seen, id)) toward(id, to);
  }
}
