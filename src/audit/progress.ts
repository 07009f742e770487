import { Box, Reasons } from './box.ts';
import type { Extreme } from './linear.ts';
import type { Part, Sparse, System } from './system.ts';
import { type Goals, highOpen, lowOpen, nothingSeen, type Seen, see } from './witness.ts';

/** What the published numbers allow for one hidden count. */
export interface Range {
  low: number;
  high: number;
  /** Equations that narrow it, as numbers of the system's steps, in the order of use. */
  rows: number[];
}

/** How much work the ranges took, and by what they are proven. */
export interface Effort {
  hidden: number;
  equations: number;
  components: number;
  /** Hidden counts of the largest component. */
  largest: number;
  /** Parts of large components that could be studied alone, because what links them leaves room. */
  blocks: number;
  /** Hidden counts of parts that what links them might hold, studied with it. */
  held: number;
  /** Linear programs solved, on a part or on a whole component. */
  programs: number;
  /** Ends of published ranges that a table of whole numbers attains. */
  attained: number;
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

export const tolerance = 1e-6;

/** A point of a program as the whole numbers that it stands for; null where some are fractions. */
export function wholeNumbers(point: Float64Array): Float64Array | null {
  const near = point.map(Math.round);
  return point.every((value, id) => Math.abs(value - (near[id] as number)) < tolerance) ? near : null;
}

/** What is known so far of the ranges of a system. */
export class Progress<Cell> {
  readonly system: System<Cell>;
  readonly options: RangeOptions;
  readonly sparse: Sparse;
  readonly box: Box;
  /** Of tables of whole numbers. */
  readonly seen: Seen;
  /** Of tables that may have fractions as well. */
  readonly real: Seen;
  /** By end: what programs proved. */
  readonly held = [new Map<number, Held>(), new Map<number, Held>()] as const;
  /** A table known to fit, as far as components were filled. */
  readonly table: Float64Array;
  readonly result: Ranges;
  readonly #goals: Goals;

  constructor(system: System<Cell>, options: RangeOptions) {
    this.system = system;
    this.options = options;
    this.sparse = system.sparse();
    this.box = new Box(this.sparse);
    const hidden = system.hidden.length;
    this.seen = nothingSeen(hidden);
    this.real = nothingSeen(hidden);
    this.#goals = {
      low: this.box.low,
      high: this.box.high,
      anyTwo: Uint8Array.from(system.hidden, ({ published }) => (published === null ? 1 : 0)),
    };
    this.table = new Float64Array(hidden);
    const effort = { components: 0, largest: 0, blocks: 0, held: 0, programs: 0, attained: 0 };
    this.result = {
      narrowed: new Map(),
      impossible: [],
      unsolved: [],
      effort: { hidden, equations: system.equations, ...effort },
    };
  }

  /** Lets the equations shrink the ranges as far as they do one by one. @returns false when no table fits */
  settle(): boolean {
    const fits = this.box.settle();
    const { low, high, moves } = this.box;
    if (fits) {
      this.sparse.low.set(low);
      this.sparse.high.set(high);
      this.table.set(low);
      return true;
    }
    const empty = low.findIndex((from, id) => from > (high[id] as number));
    const row = this.box.broken;
    const reasons = new Reasons(this.sparse, moves);
    const ends = [true, false].map((isLow) => ({ id: empty, isLow, before: moves.length }));
    const rows = empty === -1 ? [...reasons.rowsInto(row), row] : reasons.rowsFor(ends);
    this.result.impossible.push(rows);
    return false;
  }

  /** Whether an end is neither reached nor proven; with `seen`, reached by whole numbers. */
  isOpenEnd(id: number, end: 0 | 1, by: Seen = this.real): boolean {
    return (end === 0 ? lowOpen : highOpen)(this.#goals, by, id);
  }

  isOpen(id: number): boolean {
    return ([0, 1] as const).some((end) => !this.held[end].has(id) && this.isOpenEnd(id, end));
  }

  goalsOf({ ids }: Part): Goals {
    const pick = (from: ArrayLike<number>) => Array.from(ids, (id) => from[id] as number);
    const { low, high, anyTwo } = this.#goals;
    return {
      low: Float64Array.from(pick(low)),
      high: Float64Array.from(pick(high)),
      anyTwo: Uint8Array.from(pick(anyTwo)),
    };
  }

  /** Remembers values of whole tables. */
  see(values: Float64Array, { ids }: Part): void {
    see(this.seen, values, ids);
    see(this.real, values, ids);
  }

  /** Remembers a table that a program found. */
  seeReal(point: Float64Array, part: Part): void {
    const near = wholeNumbers(point);
    if (near) {
      this.see(near, part);
      return;
    }
    // Rounded inwards: a count is a whole number even where the rest of the table is not.
    for (const round of [
      (value: number) => Math.ceil(value - tolerance),
      (value: number) => Math.floor(value + tolerance),
    ])
      see(this.real, Float64Array.from(point, round), part.ids);
  }

  /** Remembers a whole table of a part as the one known to fit. */
  keep(values: Float64Array, { ids }: Part): void {
    ids.forEach((id, own) => {
      this.table[id] = values[own] as number;
    });
  }
}
