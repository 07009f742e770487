import type { Sparse } from './system.ts';

// As in the box: larger than any error of a sum, smaller than any step of a count.
const tolerance = 1e-6;
// A count just changed is left alone for so many steps, or two rows would push it to and fro.
const rest = 8;
// Members of a long row that are looked at for one that can give way.
const looks = 24;

/**
 * A table of whole numbers and how far it is from agreeing with every row. Steps change one count at a time so that a
 * broken row holds, preferring counts whose other rows then hold as well. When no row is broken, the table is a proof.
 */
export class Walk {
  readonly table: Float64Array;
  readonly #sparse: Sparse;
  readonly #roll: (below: number) => number;
  readonly #sums: Float64Array;
  readonly #broken: number[] = [];
  /** Place of a row in `#broken`; −1: it holds. */
  readonly #placeOf: Int32Array;
  readonly #changedAt: Float64Array;
  #log: { id: number; from: number }[] = [];
  #time = 0;

  /** @param table whole numbers inside the box; taken over */
  constructor(sparse: Sparse, table: Float64Array, roll: (below: number) => number) {
    this.#sparse = sparse;
    this.table = table;
    this.#roll = roll;
    const { rowStart, index, coefficient, rowLow } = sparse;
    this.#sums = new Float64Array(rowLow.length);
    this.#placeOf = new Int32Array(rowLow.length).fill(-1);
    this.#changedAt = new Float64Array(table.length).fill(Number.NEGATIVE_INFINITY);
    for (let row = 0; row < rowLow.length; row++) {
      let sum = 0;
      for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++)
        sum += (coefficient[i] as number) * (table[index[i] as number] as number);
      this.#sums[row] = sum;
      this.#mark(row);
    }
  }

  /** Rows that do not hold. */
  get broken(): number {
    return this.#broken.length;
  }

  /**
   * Steps until every row holds.
   * @returns false when it did not in that many steps; the table is as it is
   */
  mend(steps: number, fixed = -1): boolean {
    for (let step = 0; step < steps && this.#broken.length > 0; step++) {
      const row = this.#broken[this.#roll(this.#broken.length)] as number;
      this.#time++;
      this.#giveWay(row, fixed);
    }
    return this.#broken.length === 0;
  }

  /**
   * Gives one count a value and lets others make up for it.
   * @returns the counts that were changed, or null when it did not succeed; then the table is as before
   */
  reach(id: number, value: number, steps: number): number[] | null {
    this.#log = [];
    this.#set(id, value);
    if (this.mend(steps, id)) return this.#log.map((change) => change.id);
    const log = this.#log.reverse();
    this.#log = [];
    for (const change of log) this.#set(change.id, change.from);
    return null;
  }

  #lack(row: number, sum: number): number {
    const { rowLow, rowHigh } = this.#sparse;
    if (sum < (rowLow[row] as number) - tolerance) return (rowLow[row] as number) - sum;
    if (sum > (rowHigh[row] as number) + tolerance) return (rowHigh[row] as number) - sum;
    return 0;
  }

  #mark(row: number): void {
    const isBroken = this.#lack(row, this.#sums[row] as number) !== 0;
    const place = this.#placeOf[row] as number;
    if (isBroken && place === -1) {
      this.#placeOf[row] = this.#broken.length;
      this.#broken.push(row);
    } else if (!isBroken && place !== -1) {
      const last = this.#broken.pop() as number;
      if (last !== row) {
        this.#broken[place] = last;
        this.#placeOf[last] = place;
      }
      this.#placeOf[row] = -1;
    }
  }

  #set(id: number, value: number): void {
    const by = value - (this.table[id] as number);
    if (by === 0) return;
    this.#log.push({ id, from: this.table[id] as number });
    this.table[id] = value;
    this.#changedAt[id] = this.#time;
    const { columnStart, columnRows, columnValues } = this.#sparse;
    for (let i = columnStart[id] as number; i < (columnStart[id + 1] as number); i++) {
      const row = columnRows[i] as number;
      this.#sums[row] = (this.#sums[row] as number) + by * (columnValues[i] as number);
      this.#mark(row);
    }
  }

  /** How much farther from agreeing the rows of a count are after a change. */
  #costOf(id: number, by: number): number {
    const { columnStart, columnRows, columnValues } = this.#sparse;
    let cost = 0;
    for (let i = columnStart[id] as number; i < (columnStart[id + 1] as number); i++) {
      const row = columnRows[i] as number;
      const sum = this.#sums[row] as number;
      cost +=
        Math.abs(this.#lack(row, sum + by * (columnValues[i] as number))) - Math.abs(this.#lack(row, sum));
    }
    return cost;
  }

  /** Changes the member of a broken row that costs least. */
  #giveWay(row: number, fixed: number): void {
    const { rowStart, index, coefficient, low, high } = this.#sparse;
    const lack = this.#lack(row, this.#sums[row] as number);
    const from = rowStart[row] as number;
    const length = (rowStart[row + 1] as number) - from;
    const start = this.#roll(length);
    let best = -1;
    let bestBy = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0, looked = 0; i < length && looked < looks; i++) {
      const at = from + ((start + i) % length);
      const id = index[at] as number;
      if (id === fixed || this.#time - (this.#changedAt[id] as number) < rest) continue;
      const wish = lack / (coefficient[at] as number);
      const value = this.table[id] as number;
      const whole = wish > 0 ? Math.ceil(wish - tolerance) : Math.floor(wish + tolerance);
      const to = Math.min(high[id] as number, Math.max(low[id] as number, value + whole));
      if (to === value) continue;
      looked++;
      const cost = this.#costOf(id, to - value);
      if (cost < least) [best, bestBy, least] = [id, to - value, cost];
    }
    if (best !== -1) this.#set(best, (this.table[best] as number) + bestBy);
  }
}
