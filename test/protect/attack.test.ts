import { describe, expect, it } from 'vitest';
import { attack, type KnownRow } from '../../src/cli/disclosure/attack.ts';
import { rng } from '../../src/stats/rng.ts';

/** Every row of one whole number and two parts inside the ends. */
function fillings({ low, high }: KnownRow): number[][] {
  const found: number[][] = [];
  for (let a = low[1] ?? 0; a <= (high[1] ?? 0); a++)
    for (let b = low[2] ?? 0; b <= (high[2] ?? 0); b++)
      if (a + b >= (low[0] ?? 0) && a + b <= (high[0] ?? 0)) found.push([a + b, a, b]);
  return found;
}

const tables = (rows: readonly KnownRow[]): number[][][] =>
  rows.reduce<number[][][]>(
    (made, row) => made.flatMap((table) => fillings(row).map((one) => [...table, one])),
    [[]],
  );

describe('the attack by linear programming', () => {
  it('finds the same ranges as trying every table of at most twelve numbers', async () => {
    const random = rng(3);
    const upTo = (n: number) => Math.floor(random() * (n + 1));
    let compared = 0;
    let narrowed = 0;
    for (let round = 0; round < 40; round++) {
      const rows = Array.from({ length: 2 + upTo(1) }, (): KnownRow => {
        const [a, b] = [upTo(2), upTo(2)];
        const high = [a + 1 + upTo(2), b + 1 + upTo(2)];
        return { low: [a + b, a, b], high: [a + b + 1 + upTo(3), high[0] ?? 0, high[1] ?? 0] };
      });
      const all = tables(rows);
      const sums = all.map((table) =>
        [0, 1, 2].map((c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
      );
      const truth = sums[upTo(sums.length - 1)] as number[];
      const total: KnownRow = {
        low: truth.map((value) => value - upTo(1)),
        high: truth.map((value) => value + upTo(1)),
      };
      const allowed = all.filter((_, i) =>
        (sums[i] ?? []).every((sum, c) => sum >= (total.low[c] ?? 0) && sum <= (total.high[c] ?? 0)),
      );
      for (const { row, column, published, feasible } of await attack(rows, total, [0, 1, 2])) {
        const values = allowed.map((table) => table[row]?.[column] as number);
        expect(feasible).toEqual([Math.min(...values), Math.max(...values)]);
        compared++;
        if (feasible[0] > published[0] || feasible[1] < published[1]) narrowed++;
      }
    }
    expect(compared).toBeGreaterThan(200);
    expect(narrowed).toBeGreaterThan(50);
  });
});
