import type { Sparse } from './system.ts';

/** One end of one range moved, because of one row. `row` is −1 where a value was tried. */
export interface Move {
  id: number;
  isLow: boolean;
  from: number;
  to: number;
  row: number;
}

// Larger than any error of a sum of some hundred numbers, smaller than any step of a count.
const tolerance = 1e-6;

/**
 * Ranges of whole numbers that only ever shrink: each row says how much room the other members leave to one
 * (bounds consistency). What is left may still be too wide, never too narrow.
 */
export class Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Every move so far, oldest first. */
  readonly moves: Move[] = [];
  /** The row that could not hold, once something failed. */
  broken = -1;
  readonly #sparse: Sparse;
  readonly #queue: number[] = [];
  readonly #queued: Uint8Array;

  constructor(sparse: Sparse) {
    this.#sparse = sparse;
    this.low = sparse.low.slice();
    this.high = sparse.high.slice();
    this.#queued = new Uint8Array(sparse.rowLow.length);
  }

  /** Uses every row until nothing moves. @returns false when some range is empty: no table fits */
  settle(): boolean {
    for (let row = 0; row < this.#queued.length; row++) this.#enqueue(row);
    return this.#run();
  }

  /** Fixes a value and settles what follows. @returns false when no table fits; then `undo` */
  assign(id: number, value: number): boolean {
    return this.#move(id, true, value, -1) && this.#move(id, false, value, -1) && this.#run();
  }

  /** Takes back every move after a count of moves. */
  undo(moves: number): void {
    while (this.moves.length > moves) {
      const move = this.moves.pop();
      if (move) (move.isLow ? this.low : this.high)[move.id] = move.from;
    }
    for (const row of this.#queue) this.#queued[row] = 0;
    this.#queue.length = 0;
  }

  #enqueue(row: number): void {
    if (this.#queued[row]) return;
    this.#queued[row] = 1;
    this.#queue.push(row);
  }

  #run(): boolean {
    // Index, not shift(): the queue is long.
    for (let at = 0; at < this.#queue.length; at++) {
      const row = this.#queue[at] as number;
      this.#queued[row] = 0;
      if (!this.#tighten(row)) {
        this.broken = row;
        for (let rest = at + 1; rest < this.#queue.length; rest++)
          this.#queued[this.#queue[rest] as number] = 0;
        this.#queue.length = 0;
        return false;
      }
      if (at > 4096) {
        this.#queue.splice(0, at + 1);
        at = -1;
      }
    }
    this.#queue.length = 0;
    return true;
  }

  #tighten(row: number): boolean {
    const { rowStart, index, coefficient, rowLow, rowHigh } = this.#sparse;
    const from = rowStart[row] as number;
    const to = rowStart[row + 1] as number;
    let least = 0;
    let most = 0;
    for (let i = from; i < to; i++) {
      const id = index[i] as number;
      const by = coefficient[i] as number;
      least += by * ((by > 0 ? this.low[id] : this.high[id]) as number);
      most += by * ((by > 0 ? this.high[id] : this.low[id]) as number);
    }
    const above = (rowHigh[row] as number) - least;
    const below = most - (rowLow[row] as number);
    if (above < -tolerance || below < -tolerance) return false;
    for (let i = from; i < to; i++) {
      const id = index[i] as number;
      const by = coefficient[i] as number;
      const low = this.low[id] as number;
      const high = this.high[id] as number;
      const width = Math.abs(by) * (high - low);
      if (width <= above && width <= below) continue;
      const size = Math.abs(by);
      // Room above limits the end that makes the sum larger.
      const [least_, most_] =
        by > 0 ? [high - below / size, low + above / size] : [high - above / size, low + below / size];
      if (!this.#move(id, true, Math.ceil(least_ - tolerance), row)) return false;
      if (!this.#move(id, false, Math.floor(most_ + tolerance), row)) return false;
    }
    return true;
  }

  #move(id: number, isLow: boolean, to: number, row: number): boolean {
    const ends = isLow ? this.low : this.high;
    const from = ends[id] as number;
    if (isLow ? to <= from : to >= from) return true;
    this.moves.push({ id, isLow, from, to, row });
    ends[id] = to;
    const { columnStart, columnRows } = this.#sparse;
    for (let i = columnStart[id] as number; i < (columnStart[id + 1] as number); i++)
      this.#enqueue(columnRows[i] as number);
    return (this.low[id] as number) <= (this.high[id] as number);
  }
}

/** An end of a range at a moment: the number of moves before it. */
export interface Reach {
  id: number;
  isLow: boolean;
  before: number;
}

/** Answers why a range is what it is, from the moves of a box. */
export class Reasons {
  readonly #sparse: Sparse;
  readonly #moves: readonly Move[];
  readonly #times = new Map<number, number[]>();

  constructor(sparse: Sparse, moves: readonly Move[]) {
    this.#sparse = sparse;
    this.#moves = moves;
    moves.forEach(({ id, isLow }, time) => {
      const end = 2 * id + (isLow ? 1 : 0);
      const times = this.#times.get(end);
      if (times) times.push(time);
      else this.#times.set(end, [time]);
    });
  }

  /** Rows that together moved some ends to where they are, in the order they were used. */
  rowsFor(wanted: readonly Reach[]): number[] {
    const open = [...wanted];
    const rows = new Map<number, number>();
    const seen = new Set<number>();
    for (let reach = open.pop(); reach; reach = open.pop()) {
      const { id, isLow, before } = reach;
      const time = this.#times.get(2 * id + (isLow ? 1 : 0))?.findLast((at) => at < before);
      const move = time === undefined ? undefined : this.#moves[time];
      if (time === undefined || !move || move.row < 0 || seen.has(time)) continue;
      seen.add(time);
      rows.set(move.row, Math.max(rows.get(move.row) ?? 0, time));
      open.push(...this.#used(move, time));
    }
    return [...rows].sort(([, a], [, b]) => a - b).map(([row]) => row);
  }

  /** Rows that moved any end of the members of a row. */
  rowsInto(row: number): number[] {
    const { rowStart, index } = this.#sparse;
    const ids = [...index.slice(rowStart[row], rowStart[row + 1])];
    const before = this.#moves.length;
    return this.rowsFor(ids.flatMap((id) => [true, false].map((isLow) => ({ id, isLow, before }))));
  }

  /** The ends of the other members that a move was computed from. */
  #used({ id, isLow, row }: Move, time: number): Reach[] {
    const { rowStart, index, coefficient } = this.#sparse;
    const from = rowStart[row] ?? 0;
    const to = rowStart[row + 1] ?? 0;
    const own = coefficient[index.indexOf(id, from)] ?? 1;
    const usesMost = isLow === own > 0;
    const ends: Reach[] = [];
    for (let i = from; i < to; i++) {
      const other = index[i] ?? 0;
      if (other === id) continue;
      ends.push({ id: other, isLow: (coefficient[i] ?? 1) > 0 !== usesMost, before: time });
    }
    return ends;
  }
}
