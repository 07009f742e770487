import { Box } from './box.ts';
import type { Sparse } from './system.ts';

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

/** Remembers a table. */
export function see(seen: Seen, values: ArrayLike<number>, ids?: Int32Array): void {
  for (let i = 0; i < values.length; i++) {
    const id = ids ? (ids[i] as number) : i;
    const value = values[i] as number;
    if (value < (seen.least[id] as number)) seen.least[id] = value;
    if (value > (seen.most[id] as number)) seen.most[id] = value;
  }
}

/**
 * Fills a table with whole numbers, one variable at a time, each time ruling out what no longer fits.
 * @param order which variable is filled when
 * @param wishes values to try for one, best first; the ends of its range are tried after them
 * @returns the table, or null where it got stuck (which proves nothing)
 */
export function fill(
  box: Box,
  order: Iterable<number>,
  wishes: (id: number) => readonly number[],
): Float64Array | null {
  const start = box.moves.length;
  for (const id of order) {
    if (box.low[id] === box.high[id]) continue;
    if (!settleOne(box, id, wishes(id))) {
      box.undo(start);
      return null;
    }
  }
  const values = box.low.slice();
  box.undo(start);
  return values;
}

function settleOne(box: Box, id: number, wishes: readonly number[]): boolean {
  const low = box.low[id] as number;
  const high = box.high[id] as number;
  const tried = new Set<number>();
  for (const wish of [...wishes, low, high, Math.floor((low + high) / 2)]) {
    const value = Math.min(high, Math.max(low, wish));
    if (tried.has(value)) continue;
    tried.add(value);
    const before = box.moves.length;
    if (box.assign(id, value)) return true;
    box.undo(before);
  }
  return false;
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

/**
 * Looks for tables that reach many open ends at once. Each is a proof: a whole table of whole numbers that agrees with
 * everything published.
 * @param patience rounds without a new end before it stops
 * @returns the last table found, or null when none was
 */
export function reachMany(
  sparse: Sparse,
  goals: Goals,
  seen: Seen,
  seed: number,
  patience = 4,
): Float64Array | null {
  const roll = dice(seed);
  const ids = Array.from(sparse.low, (_, id) => id);
  const box = new Box(sparse);
  if (!box.settle()) return null;
  let last: Float64Array | null = null;
  let open = Number.POSITIVE_INFINITY;
  for (let idle = 0; idle < patience && open > 0; ) {
    const previous = last;
    const wishes = (id: number): number[] => {
      const low = lowOpen(goals, seen, id);
      const high = highOpen(goals, seen, id);
      const ends = [goals.low[id] as number, goals.high[id] as number];
      if (low && high) return roll(2) === 0 ? ends : ends.reverse();
      if (low) return ends;
      if (high) return ends.reverse();
      return previous ? [previous[id] as number] : [];
    };
    const found = fill(box, byNeed(ids, goals, seen, roll), wishes);
    if (found) {
      last = found;
      see(seen, found);
    }
    const left = ids.filter((id) => lowOpen(goals, seen, id) || highOpen(goals, seen, id)).length;
    idle = left < open ? 0 : idle + 1;
    open = left;
  }
  return last;
}

/** Open ones first, each group shuffled. */
function byNeed(ids: readonly number[], goals: Goals, seen: Seen, roll: (below: number) => number): number[] {
  const open = ids.filter((id) => lowOpen(goals, seen, id) || highOpen(goals, seen, id));
  const done = ids.filter((id) => !lowOpen(goals, seen, id) && !highOpen(goals, seen, id));
  for (const list of [open, done])
    for (let i = list.length - 1; i > 0; i--) {
      const j = roll(i + 1);
      [list[i], list[j]] = [list[j] as number, list[i] as number];
    }
  return [...open, ...done];
}
