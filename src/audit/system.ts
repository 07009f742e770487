import type { Step } from './finding.ts';

/** A published count: known, or hidden behind a variable. */
export type Amount = { readonly exact: number } | { readonly id: number };
/** An amount and its coefficient. */
export type Term = readonly [amount: Amount, coefficient: number];

/** What a hidden count is, and what its range must be: `null` ends where nothing is published of it. */
export interface Hidden<Cell> {
  cell: Cell;
  published: readonly [low: number, high: number] | null;
  /** Counts that belong together; an equation over several groups is a link. */
  group: string;
}

/** Sparse rows `low ≤ Σ coefficient·x ≤ high` over whole numbers in a box, by row and by column. */
export interface Sparse {
  low: Float64Array;
  high: Float64Array;
  rowLow: Float64Array;
  rowHigh: Float64Array;
  rowStart: Int32Array;
  index: Int32Array;
  coefficient: Float64Array;
  columnStart: Int32Array;
  columnRows: Int32Array;
  columnValues: Float64Array;
}

interface Row {
  index: number[];
  coefficient: number[];
  low: number;
  high: number;
}

// Rates are published with six decimals: what they say is true to a few millionths of the counts.
const tolerance = 1e-6;

/** Hidden counts and every equation that a reader could write about them. Known amounts are folded away. */
export class System<Cell> {
  readonly hidden: Hidden<Cell>[] = [];
  /** Why each equation holds. */
  readonly steps: (() => Step)[] = [];
  /** Equations between known amounts that do not hold. */
  readonly contradictions: (() => Step)[] = [];
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  readonly #rows: Row[] = [];

  /** A hidden count within `low` and `high`, whatever is published of it. */
  add(cell: Cell, low: number, high: number, published: Hidden<Cell>['published'], group = ''): Amount {
    this.hidden.push({ cell, published, group });
    this.#low.push(low);
    this.#high.push(high);
    return { id: this.hidden.length - 1 };
  }

  bounds(id: number): readonly [low: number, high: number] {
    return [this.#low[id] ?? 0, this.#high[id] ?? 0];
  }

  /** Takes a further published range of the same count into account. */
  restrict(id: number, low: number, high: number): void {
    this.#low[id] = Math.max(this.#low[id] ?? low, low);
    this.#high[id] = Math.min(this.#high[id] ?? high, high);
  }

  /** `low ≤ Σ terms ≤ high`. One that no value in the published ranges could break is left out. */
  equation(terms: readonly Term[], low: number, high: number, step: () => Step): void {
    let [known, least, most] = [0, 0, 0];
    for (const [amount, coefficient] of terms) {
      if ('exact' in amount) known += amount.exact * coefficient;
      else {
        const [from, to] = [this.#low[amount.id] as number, this.#high[amount.id] as number];
        least += coefficient > 0 ? coefficient * from : coefficient * to;
        most += coefficient > 0 ? coefficient * to : coefficient * from;
      }
    }
    if (known + least >= low - tolerance && known + most <= high + tolerance) return;
    const sums = new Map<number, number>();
    for (const [amount, coefficient] of terms)
      if ('id' in amount) sums.set(amount.id, (sums.get(amount.id) ?? 0) + coefficient);
    if (sums.size === 0) this.contradictions.push(step);
    else {
      this.#rows.push({
        index: [...sums.keys()],
        coefficient: [...sums.values()],
        low: low - known,
        high: high - known,
      });
      this.steps.push(step);
    }
  }

  get equations(): number {
    return this.#rows.length;
  }

  sparse(): Sparse {
    return sparseOf(this.#low, this.#high, this.#rows);
  }
}

/** Compresses rows; column lists follow. */
function sparseOf(low: ArrayLike<number>, high: ArrayLike<number>, rows: readonly Row[]): Sparse {
  const entries = rows.reduce((sum, row) => sum + row.index.length, 0);
  const rowStart = new Int32Array(rows.length + 1);
  const index = new Int32Array(entries);
  const coefficient = new Float64Array(entries);
  const columnStart = new Int32Array(low.length + 1);
  let at = 0;
  rows.forEach((row, r) => {
    row.index.forEach((id, i) => {
      index[at] = id;
      coefficient[at] = row.coefficient[i] ?? 0;
      columnStart[id + 1] = (columnStart[id + 1] ?? 0) + 1;
      at++;
    });
    rowStart[r + 1] = at;
  });
  for (let c = 0; c < low.length; c++) columnStart[c + 1] = (columnStart[c + 1] ?? 0) + (columnStart[c] ?? 0);
  const columnRows = new Int32Array(entries);
  const columnValues = new Float64Array(entries);
  const next = columnStart.slice();
  for (let r = 0; r < rows.length; r++) {
    for (let i = rowStart[r] ?? 0; i < (rowStart[r + 1] ?? 0); i++) {
      const id = index[i] ?? 0;
      const place = next[id] ?? 0;
      columnRows[place] = r;
      columnValues[place] = coefficient[i] ?? 0;
      next[id] = place + 1;
    }
  }
  return {
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    rowLow: Float64Array.from(rows, (row) => row.low),
    rowHigh: Float64Array.from(rows, (row) => row.high),
    rowStart,
    index,
    coefficient,
    columnStart,
    columnRows,
    columnValues,
  };
}

/** The part of a system about some of its variables, the others fixed at `values`. `ids`: own index → index there. */
export interface Part {
  sparse: Sparse;
  ids: Int32Array;
  /** Own row → row there. */
  rows: Int32Array;
}

/**
 * Cuts a part out of a system.
 * @param values of the others; without them they may take any value of their range, each for itself: what is impossible
 * then is impossible in the whole
 */
export function partOf(whole: Sparse, ids: readonly number[], values?: Float64Array): Part {
  const own = new Map(ids.map((id, i) => [id, i]));
  const touched = new Set<number>();
  for (const id of ids)
    for (let i = whole.columnStart[id] ?? 0; i < (whole.columnStart[id + 1] ?? 0); i++)
      touched.add(whole.columnRows[i] ?? 0);
  const numbers = [...touched].sort((a, b) => a - b);
  const rows = numbers.map((r) => {
    const row: Row = { index: [], coefficient: [], low: whole.rowLow[r] ?? 0, high: whole.rowHigh[r] ?? 0 };
    for (let i = whole.rowStart[r] ?? 0; i < (whole.rowStart[r + 1] ?? 0); i++) {
      const id = whole.index[i] ?? 0;
      const coefficient = whole.coefficient[i] ?? 0;
      const mine = own.get(id);
      if (mine === undefined) {
        const [from, to] = coefficient > 0 ? [whole.low, whole.high] : [whole.high, whole.low];
        row.low -= coefficient * ((values ?? to)[id] ?? 0);
        row.high -= coefficient * ((values ?? from)[id] ?? 0);
      } else {
        row.index.push(mine);
        row.coefficient.push(coefficient);
      }
    }
    return row;
  });
  const low = ids.map((id) => whole.low[id] ?? 0);
  const high = ids.map((id) => whole.high[id] ?? 0);
  return { sparse: sparseOf(low, high, rows), ids: Int32Array.from(ids), rows: Int32Array.from(numbers) };
}
