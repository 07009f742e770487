import { Box } from './box.ts';
import { spread } from './components.ts';
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
  // A table with an open place is no proof of anything.
  const isWhole = box.low.every((low, id) => low === box.high[id]);
  const values = isWhole ? box.low.slice() : null;
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

/**
 * Finds some table, as a first base. Neighbours are filled one after another; where it gets stuck, the last few are
 * taken back and tried in another order with other values, more of them after each failure.
 * @param wishes values to try for one, best first; some in the middle of its range otherwise
 */
export function construct(
  sparse: Sparse,
  box: Box,
  roll: (below: number) => number,
  wishes?: (id: number) => readonly number[],
): Float64Array | null {
  const order = spread(sparse, [roll(sparse.low.length)]);
  const before: number[] = [];
  const start = box.moves.length;
  const middle = (id: number): number[] => {
    const [low, high] = [box.low[id] as number, box.high[id] as number];
    return [low + Math.round((high - low) * (0.25 + roll(512) / 1024))];
  };
  let back = 24;
  let furthest = 0;
  for (let at = 0, stuck = 0; at < order.length; ) {
    const id = order[at] as number;
    before[at] = box.moves.length;
    if (settleOne(box, id, wishes?.(id) ?? middle(id))) {
      at++;
      if (at > furthest + 200) {
        [back, furthest] = [24, at];
      }
      continue;
    }
    if (++stuck > 2000) break;
    const from = Math.max(0, at - back);
    box.undo(before[from] as number);
    const again = [id, ...shuffled(order.slice(from, at), roll)];
    for (const [i, other] of again.entries()) order[from + i] = other;
    back = Math.min(order.length, Math.ceil(back * 1.3));
    furthest = Math.max(furthest, at);
    at = from;
  }
  const isWhole = box.low.every((low, id) => low === box.high[id]);
  const values = isWhole ? box.low.slice() : null;
  box.undo(start);
  return values;
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
 * everything published. Changes a share of the open ends at a time, fewer after each failure.
 * @param patience rounds without a gain before it stops
 * @param worth share of the open ends that counts as a gain
 * @param base a table known to fit
 * @returns the last table found, or null when none was
 */
export function reachMany(
  sparse: Sparse,
  goals: Goals,
  seen: Seen,
  seed: number,
  {
    patience = 12,
    worth = 0,
    base = null,
  }: { patience?: number; worth?: number; base?: Float64Array | null } = {},
): Float64Array | null {
  const roll = dice(seed);
  const box = new Box(sparse);
  if (!box.settle()) return null;
  const isOpen = (id: number): boolean => lowOpen(goals, seen, id) || highOpen(goals, seen, id);
  const ids = Array.from(sparse.low, (_, id) => id);
  let last = base ?? construct(sparse, box, roll);
  if (last) see(seen, last);
  let share = base ? 1 / 4 : 1;
  for (let idle = 0; idle < patience; ) {
    const open = ids.filter(isOpen);
    if (open.length === 0 && last) break;
    const tried = new Set(open.filter(() => roll(1024) < 1024 * share));
    tried.add((open.length > 0 ? open : ids)[roll(open.length || ids.length)] as number);
    const first = shuffled([...tried], roll);
    // What is far from a change keeps its value and comes first; what is near comes last and gives way.
    const rest = last ? spread(sparse, first).slice(first.length).reverse() : shuffled(ids, roll);
    const previous = last;
    const wishes = (id: number): number[] => {
      if (!tried.has(id)) return previous ? [previous[id] as number] : [];
      const ends = [goals.low[id] as number, goals.high[id] as number];
      const isHigh = !lowOpen(goals, seen, id) || (highOpen(goals, seen, id) && roll(2) === 0);
      return isHigh ? ends.reverse() : ends;
    };
    const found = fill(box, [...first, ...rest], wishes);
    if (found) {
      last = found;
      see(seen, found);
    } else share = Math.max(share / 2, 1 / 256);
    const gain = found ? open.filter((id) => !isOpen(id)).length : 0;
    idle = gain > worth * open.length ? 0 : idle + 1;
  }
  return last;
}

function shuffled(list: number[], roll: (below: number) => number): number[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = roll(i + 1);
    [list[i], list[j]] = [list[j] as number, list[i] as number];
  }
  return list;
}
