import { Box, Reasons } from './box.ts';
import { components, spread } from './components.ts';
import { type Extreme, Linear } from './linear.ts';
import { type Part, partOf, type Sparse, type System } from './system.ts';
import {
  dice,
  fill,
  type Goals,
  highOpen,
  lowOpen,
  nothingSeen,
  reachMany,
  type Seen,
  see,
} from './witness.ts';

/** What the published numbers allow for one hidden count. */
export interface Range {
  low: number;
  high: number;
  /** Equations that narrow it, as numbers of the system's steps, in the order of use. */
  rows: number[];
}

/** How much work the ranges took. */
export interface Effort {
  hidden: number;
  equations: number;
  components: number;
  /** Hidden counts of the largest component. */
  largest: number;
  /** Linear programs solved, on a part or on a whole component. */
  programs: number;
  /** Ends that only a table with fractions reaches: whole numbers may leave less. */
  fractional: number;
}

export interface Ranges {
  /** Hidden counts that are not as free as published, by number. */
  narrowed: Map<number, Range>;
  /** No table at all agrees with what is published; the equations say where. */
  impossible: number[][];
  /** Hidden counts whose program had no optimum. */
  unsolved: number[];
  effort: Effort;
}

export interface RangeOptions {
  /** For one linear program. */
  seconds?: number;
  seed?: number;
}

/** An end of a range proven by a program. */
interface Held {
  value: number;
  extreme: Extreme;
  part: Part;
}

// A part of this size is solved in milliseconds.
const handy = 300;
// Whole numbers are asked for in components up to this size.
const wholeLimit = 2000;
// Larger components are studied around one count at a time, in parts of growing size.
const sizes = [handy, 1500];
const tolerance = 1e-6;

/**
 * The feasible range of every hidden count of a system: equations one by one, then whole tables that prove ends to be
 * reachable, then linear programs for what is left. Ranges are never narrower than the truth; they may be wider where
 * only fractions reach an end (`effort.fractional`).
 */
export async function rangesOf<Cell>(system: System<Cell>, options: RangeOptions = {}): Promise<Ranges> {
  const search = new Search(system, options);
  if (search.settle()) for (const ids of components(search.sparse)) await search.component(ids);
  return search.conclude();
}

class Search<Cell> {
  readonly sparse: Sparse;
  readonly #system: System<Cell>;
  readonly #options: RangeOptions;
  readonly #box: Box;
  /** Of tables of whole numbers. */
  readonly #seen: Seen;
  /** Of tables that may have fractions as well. */
  readonly #real: Seen;
  readonly #goals: Goals;
  readonly #held = [new Map<number, Held>(), new Map<number, Held>()] as const;
  /** A table known to fit, as far as components were filled. */
  readonly #table: Float64Array;
  readonly #result: Ranges;

  constructor(system: System<Cell>, options: RangeOptions) {
    this.#system = system;
    this.#options = options;
    this.sparse = system.sparse();
    this.#box = new Box(this.sparse);
    const hidden = system.hidden.length;
    this.#seen = nothingSeen(hidden);
    this.#real = nothingSeen(hidden);
    this.#goals = {
      low: this.#box.low,
      high: this.#box.high,
      anyTwo: Uint8Array.from(system.hidden, ({ published }) => (published === null ? 1 : 0)),
    };
    this.#table = new Float64Array(hidden);
    const effort = {
      hidden,
      equations: system.equations,
      components: 0,
      largest: 0,
      programs: 0,
      fractional: 0,
    };
    this.#result = { narrowed: new Map(), impossible: [], unsolved: [], effort };
  }

  /** Lets the equations shrink the ranges as far as they do one by one. @returns false when no table fits */
  settle(): boolean {
    const fits = this.#box.settle();
    const { low, high, moves } = this.#box;
    if (fits) {
      this.sparse.low.set(low);
      this.sparse.high.set(high);
      this.#table.set(low);
      return true;
    }
    const empty = low.findIndex((from, id) => from > (high[id] as number));
    const row = this.#box.broken;
    const reasons = new Reasons(this.sparse, moves);
    const ends = [true, false].map((isLow) => ({ id: empty, isLow, before: moves.length }));
    const rows = empty === -1 ? [...reasons.rowsInto(row), row] : reasons.rowsFor(ends);
    this.#result.impossible.push(rows);
    return false;
  }

  async component(ids: readonly number[]): Promise<void> {
    const { effort } = this.#result;
    effort.components++;
    effort.largest = Math.max(effort.largest, ids.length);
    const part = partOf(this.sparse, ids, this.#table);
    const seen = nothingSeen(ids.length);
    const isLarge = ids.length > wholeLimit;
    const effortful = isLarge ? { patience: 2, worth: 0.02, base: await this.#centred(part) } : {};
    const seed = (this.#options.seed ?? 1) + (ids[0] ?? 0);
    const base = reachMany(part.sparse, this.#goalsOf(part), seen, seed, effortful);
    if (base) {
      this.#see(seen.least, part);
      this.#see(seen.most, part);
      part.ids.forEach((id, own) => {
        this.#table[id] = base[own] as number;
      });
      if (ids.length > handy)
        for (const id of ids) if (this.#isOpen(id)) await this.#nearby(id, isLarge ? sizes : [handy]);
    }
    const open = ids.filter((id) => this.#isOpen(id));
    if (isLarge) this.#result.unsolved.push(...open);
    else {
      if (open.length > 0) await this.#programs(part, true);
      await this.#wholeNumbers(part);
    }
  }

  /** What is narrower than published, and the effort. */
  conclude(): Ranges {
    if (this.#result.impossible.length > 0) return this.#result;
    const reasons = new Reasons(this.sparse, this.#box.moves);
    this.#system.hidden.forEach(({ published }, id) => {
      const ends = this.#held.map((held) => held.get(id));
      const low = ends[0]?.value ?? (this.#box.low[id] as number);
      const high = ends[1]?.value ?? (this.#box.high[id] as number);
      const isNarrow = published ? low > published[0] || high < published[1] : low === high;
      if (isNarrow) {
        const wanted = [published === null || low > published[0], published === null || high < published[1]];
        const rows = wanted.flatMap((is, end) => (is ? this.#rowsFor(id, end === 0, reasons) : []));
        this.#result.narrowed.set(id, { low, high, rows: [...new Set(rows)] });
      }
      const isFixed = this.#box.low[id] === this.#box.high[id];
      const reached = [this.#seen.least[id] as number, this.#seen.most[id] as number].map(
        (value, end) => isFixed || (end === 0 ? value <= low : value >= high),
      );
      if (published) this.#result.effort.fractional += reached.filter((is) => !is).length;
    });
    return this.#result;
  }

  #isOpen(id: number): boolean {
    return (
      (!this.#held[0].has(id) && lowOpen(this.#goals, this.#real, id)) ||
      (!this.#held[1].has(id) && highOpen(this.#goals, this.#real, id))
    );
  }

  #goalsOf({ ids }: Part): Goals {
    const pick = (from: ArrayLike<number>) => Array.from(ids, (id) => from[id] as number);
    const { low, high, anyTwo } = this.#goals;
    return {
      low: Float64Array.from(pick(low)),
      high: Float64Array.from(pick(high)),
      anyTwo: Uint8Array.from(pick(anyTwo)),
    };
  }

  /** A first table of a large component: the middle of all tables, rounded one place after another. */
  async #centred({ sparse }: Part): Promise<Float64Array | null> {
    const linear = await Linear.over(sparse, this.#options.seconds);
    const centre = linear.centre();
    linear.close();
    this.#result.effort.programs++;
    if (!centre) return null;
    const box = new Box(sparse);
    if (!box.settle()) return null;
    const roll = dice(this.#options.seed ?? 1);
    const wishes = (id: number): number[] => {
      const value = centre[id] as number;
      return [Math.round(value), Math.floor(value), Math.ceil(value)];
    };
    for (let attempt = 0; attempt < 20; attempt++) {
      const table = fill(box, spread(sparse, [roll(sparse.low.length)]), wishes);
      if (table) return table;
    }
    return null;
  }

  /** Changes the known table around one count only: enough to reach most ends of a large component. */
  async #nearby(id: number, most: readonly number[]): Promise<void> {
    for (const size of most) {
      const ids = spread(this.sparse, [id], size).filter(
        (own) => own === id || (this.sparse.low[own] as number) < (this.sparse.high[own] as number),
      );
      const part = partOf(this.sparse, ids, this.#table);
      const goals = this.#goalsOf(part);
      const seen: Seen = {
        least: Float64Array.from(part.ids, (own) => this.#seen.least[own] as number),
        most: Float64Array.from(part.ids, (own) => this.#seen.most[own] as number),
      };
      const base = Float64Array.from(part.ids, (own) => this.#table[own] as number);
      const last = reachMany(part.sparse, goals, seen, id, { patience: 4, base });
      this.#see(seen.least, part);
      this.#see(seen.most, part);
      part.ids.forEach((own, at) => {
        if (last) this.#table[own] = last[at] as number;
      });
      if (this.#isOpen(id)) await this.#programs(partOf(this.sparse, ids, this.#table), false, [id]);
      if (!this.#isOpen(id)) return;
      // Too few even when all others are free for themselves: proven for the whole.
      if (most.length > 1) await this.#programs(partOf(this.sparse, ids), true, [id], true);
      if (!this.#isOpen(id)) return;
    }
  }

  /** Solves for the open ends of some variables. On a whole component an end that is not reached is proven. */
  async #programs(part: Part, isWhole: boolean, only?: readonly number[], isLoose = false): Promise<void> {
    const linear = await Linear.over(part.sparse, this.#options.seconds);
    const own = new Map(Array.from(part.ids, (id, at) => [id, at]));
    try {
      const open = (only ?? [...part.ids]).filter((id) => this.#isOpen(id));
      if (open.length > 1) this.#together(linear, part, open, own);
      for (const id of open) {
        for (const end of [0, 1] as const) {
          const isOpen = end === 0 ? lowOpen : highOpen;
          if (!isOpen(this.#goals, this.#real, id)) continue;
          this.#solve(linear, part, id, own.get(id) as number, end, isWhole, isLoose);
        }
        if (this.#result.impossible.length > 0) return;
      }
    } finally {
      linear.close();
    }
  }

  /** One program for many ends at once, as long as that reaches new ones. */
  #together(linear: Linear, part: Part, open: readonly number[], own: ReadonlyMap<number, number>): void {
    for (let left = open.length + 1; ; ) {
      const still = open.filter((id) => this.#isOpen(id));
      if (still.length === 0 || still.length >= left) return;
      left = still.length;
      for (const end of [lowOpen, highOpen]) {
        const ids = still.filter((id) => end(this.#goals, this.#real, id)).map((id) => own.get(id) as number);
        if (ids.length === 0) continue;
        this.#result.effort.programs++;
        const extreme = linear.extreme(ids, end === lowOpen);
        if (extreme.status === 'optimal') this.#seeReal(extreme.point, part);
      }
    }
  }

  #solve(
    linear: Linear,
    part: Part,
    id: number,
    own: number,
    end: 0 | 1,
    isWhole: boolean,
    isLoose: boolean,
  ): void {
    this.#result.effort.programs++;
    const extreme = linear.extreme([own], end === 0);
    if (extreme.status === 'optimal') {
      if (!isLoose) this.#seeReal(extreme.point, part);
      const value = end === 0 ? Math.ceil(extreme.value - tolerance) : Math.floor(extreme.value + tolerance);
      const limit = (end === 0 ? this.#box.low : this.#box.high)[id];
      // With the others free, only what is impossible is proven.
      if (isWhole && !(isLoose && value === limit)) this.#held[end].set(id, { value, extreme, part });
    } else if (isWhole && extreme.status === 'infeasible') this.#result.impossible.push([...part.rows]);
    else if (isWhole && !isLoose) this.#result.unsolved.push(id);
  }

  #see(values: Float64Array, { ids }: Part): void {
    see(this.#seen, values, ids);
    see(this.#real, values, ids);
  }

  #seeReal(point: Float64Array, part: Part): void {
    const near = point.map(Math.round);
    if (point.every((value, own) => Math.abs(value - (near[own] as number)) < tolerance))
      this.#see(near, part);
    else {
      // Rounded inwards: a count is a whole number even where the rest of the table is not.
      see(
        this.#real,
        Float64Array.from(point, (value) => Math.ceil(value - tolerance)),
        part.ids,
      );
      see(
        this.#real,
        Float64Array.from(point, (value) => Math.floor(value + tolerance)),
        part.ids,
      );
    }
  }

  /** Asks for whole numbers where only fractions reach an end. */
  async #wholeNumbers(part: Part): Promise<void> {
    const isPinned = (id: number): boolean => {
      const [low, high] = this.#held.map((held) => held.get(id)?.value);
      return low !== undefined && low === high;
    };
    const open = [...part.ids].filter(
      (id) =>
        !isPinned(id) && (lowOpen(this.#goals, this.#seen, id) || highOpen(this.#goals, this.#seen, id)),
    );
    if (open.length === 0) return;
    const linear = await Linear.over(part.sparse, this.#options.seconds);
    linear.inWholeNumbers();
    const own = new Map(Array.from(part.ids, (id, at) => [id, at]));
    for (const id of open) {
      for (const end of [0, 1] as const) {
        const reached = end === 0 ? this.#seen.least[id] : this.#seen.most[id];
        const limit = this.#held[end].get(id)?.value ?? (end === 0 ? this.#box.low : this.#box.high)[id];
        if (reached === limit) continue;
        this.#result.effort.programs++;
        const extreme = linear.extreme([own.get(id) as number], end === 0);
        if (extreme.status === 'failed') continue;
        if (extreme.status === 'infeasible') this.#result.impossible.push([...part.rows]);
        else {
          this.#seeReal(extreme.point, part);
          const rows = [...part.rows.keys()];
          this.#held[end].set(id, {
            value: Math.round(extreme.value),
            extreme: { ...extreme, rows, ends: [] },
            part,
          });
        }
      }
    }
    linear.close();
  }

  #rowsFor(id: number, isLow: boolean, reasons: Reasons): number[] {
    const before = this.#box.moves.length;
    const held = this.#held[isLow ? 0 : 1].get(id);
    if (!held) return reasons.rowsFor([{ id, isLow, before }]);
    const { extreme, part } = held;
    const ends = extreme.ends.map((end) => ({ id: part.ids[end.id] as number, isLow: end.isLow, before }));
    return [...reasons.rowsFor(ends), ...extreme.rows.map((row) => part.rows[row] as number)];
  }
}
