import loadHighs, { type Highs, type Model } from 'highs';
import type { Sparse } from './system.ts';

/** What a solver says of one end of one range. */
export interface Extreme {
  /** `optimal`, or why there is no answer. */
  status: 'optimal' | 'infeasible' | 'failed';
  value: number;
  /** A table with real numbers that attains the value. */
  point: Float64Array;
  /** Rows that hold the value where it is: those with a price. */
  rows: number[];
  /** Variables whose own range holds it, and which end. */
  ends: { id: number; isLow: boolean }[];
}

const noPoint = new Float64Array(0);
const price = 1e-7;
// Between two programs only the goal changes: the last table stays a table, and the primal simplex starts from it.
const primal = 4;

/** Linear programs over one system, solved one after another by HiGHS; each starts from the basis of the last. */
export class Linear {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #size: number;
  #costs: readonly number[] = [];

  private constructor(highs: Highs, sparse: Sparse, seconds: number) {
    this.#highs = highs;
    this.#size = sparse.low.length;
    const { low, high, rowLow, rowHigh, rowStart, index, coefficient } = sparse;
    this.#model = highs.createModel({
      numCols: low.length,
      numRows: rowLow.length,
      colCost: new Float64Array(low.length),
      colLower: low,
      colUpper: high,
      rowLower: rowLow,
      rowUpper: rowHigh,
      matrix: {
        format: 'csr',
        numRows: rowLow.length,
        numCols: low.length,
        starts: rowStart,
        indices: index,
        values: coefficient,
      },
    });
    this.#model.options.set({ output_flag: false, time_limit: seconds, simplex_strategy: primal });
  }

  static async over(sparse: Sparse, seconds = 60): Promise<Linear> {
    shared ??= loadHighs();
    return new Linear(await shared, sparse, seconds);
  }

  /** A table with fractions, far from the ends of every range; null where there is none. */
  centre(): Float64Array | null {
    this.#model.options.set({ solver: 'ipm', run_crossover: 'off' });
    this.#model.run();
    const isFound = this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    const point = isFound ? this.#model.getSolution().colValue : null;
    this.#model.options.set({ solver: 'choose', run_crossover: 'on' });
    return point;
  }

  /** From here on whole numbers only: slower, and without prices. */
  inWholeNumbers(): void {
    const { integer } = this.#highs.constants.variableType;
    for (let id = 0; id < this.#size; id++) this.#model.changeColIntegrality(id, integer);
  }

  /** The least or the greatest sum of some variables. */
  extreme(ids: readonly number[], isLeast: boolean): Extreme {
    for (const id of this.#costs) this.#model.changeColCost(id, 0);
    for (const id of ids) this.#model.changeColCost(id, isLeast ? 1 : -1);
    this.#costs = ids;
    this.#model.run();
    const status = this.#model.getModelStatus();
    const { optimal, infeasible } = this.#highs.constants.modelStatus;
    if (status !== optimal) {
      const said = status === infeasible ? 'infeasible' : 'failed';
      return { status: said, value: Number.NaN, point: noPoint, rows: [], ends: [] };
    }
    const { colValue, rowDual, colDual } = this.#model.getSolution();
    return {
      status: 'optimal',
      value: ids.reduce((sum, id) => sum + (colValue[id] ?? 0), 0),
      point: colValue,
      rows: [...rowDual.keys()].filter((row) => Math.abs(rowDual[row] ?? 0) > price),
      ends: [...colDual.keys()]
        .filter((id) => Math.abs(colDual[id] ?? 0) > price)
        .map((id) => ({ id, isLow: (colDual[id] ?? 0) > 0 })),
    };
  }

  close(): void {
    this.#model.dispose();
  }
}

let shared: Promise<Highs> | undefined;
