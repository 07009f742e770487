interface Normal {
  /** XᵀX, an intercept first. */
  matrix: number[][];
  /** Xᵀy. */
  right: number[];
}

function normal(rows: readonly (readonly number[])[], values: readonly number[]): Normal {
  const width = (rows[0]?.length ?? -1) + 1;
  if (width === 0 || rows.length !== values.length) throw new RangeError('invalid rows');
  const full = rows.map((row) => [1, ...row]);
  const indices = Array.from({ length: width }, (_, i) => i);
  const product = (i: number, j: number) => full.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
  return {
    matrix: indices.map((i) => indices.map((j) => product(i, j))),
    right: indices.map((i) => full.reduce((sum, row, n) => sum + (row[i] ?? 0) * (values[n] ?? 0), 0)),
  };
}

export interface Fit {
  /** Intercept first. */
  coefficients: number[];
  /** Variance of the values about the fit, with the degrees of freedom that the coefficients leave. */
  residual: number;
  /** Variance of the fitted difference between two rows, given their difference column by column. */
  varianceOf(difference: readonly number[]): number;
}

/**
 * Ordinary least squares of an intercept and the columns of `rows`, by the normal equations with Gaussian elimination and
 * partial pivoting (G. H. Golub and C. F. Van Loan, Matrix Computations, 5.3.2). A column that the others determine gets
 * the coefficient 0. The variance of a fitted difference g is residual·gᵀ(XᵀX)⁻¹g.
 * @throws RangeError when there are no rows, or as many values as rows are not given
 */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): Fit {
  const { matrix, right } = normal(rows, values);
  const coefficients = solve(matrix, right);
  const fitted = (row: readonly number[]) =>
    row.reduce((sum, value, i) => sum + value * (coefficients[i + 1] ?? 0), coefficients[0] ?? 0);
  const squares = rows.reduce((sum, row, n) => sum + ((values[n] ?? 0) - fitted(row)) ** 2, 0);
  const residual = squares / Math.max(1, rows.length - coefficients.length);
  return {
    coefficients,
    residual,
    varianceOf(difference) {
      const g = [0, ...difference];
      const half = solve(matrix, g);
      return residual * g.reduce((sum, value, i) => sum + value * (half[i] ?? 0), 0);
    },
  };
}

function solve(given: readonly (readonly number[])[], right: readonly number[]): number[] {
  const width = given.length;
  const matrix = given.map((row, i) => [...row, right[i] ?? 0]);
  const scale = given.map((row, i) => row[i] ?? 0);
  const used = new Map<number, number>();
  const free = new Set(matrix.keys());
  for (let column = 0; column < width; column += 1) {
    const at = (row: number) => Math.abs(matrix[row]?.[column] ?? 0);
    const pivot = [...free].reduce((best, row) => (at(row) > at(best) ? row : best), [...free][0] ?? 0);
    if (!(at(pivot) > 1e-9 * (scale[column] ?? 0))) continue;
    free.delete(pivot);
    used.set(column, pivot);
    const top = matrix[pivot] ?? [];
    for (const [row, cells] of matrix.entries()) {
      if (row === pivot) continue;
      const factor = (cells[column] ?? 0) / (top[column] ?? 1);
      for (let i = column; i <= width; i += 1) cells[i] = (cells[i] ?? 0) - factor * (top[i] ?? 0);
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const row = matrix[used.get(column) ?? -1];
    return row ? (row[width] ?? 0) / (row[column] ?? 1) : 0;
  });
}
