/**
 * The solution of a square system of linear equations by Gaussian elimination with partial pivoting (G. H. Golub and
 * C. F. Van Loan, Matrix Computations, 3.4). A column that the others determine gets the value 0.
 */
export function solve(given: readonly (readonly number[])[], right: readonly number[]): number[] {
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
