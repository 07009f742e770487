import type { Methodology } from '../../src/contract/methodology.ts';

/** One published row of the brute force: counts as ranges. */
export interface Cell {
  year: number;
  procedure: string;
  subject: string;
  grade: number;
  comparability: string;
  n: [number, number];
  x: [number, number];
}

type Point = { n: number; x: number };

/** Every pair of whole numbers inside the ranges with x ≤ n. */
function points({ n, x }: Cell): Point[] {
  const found: Point[] = [];
  for (let i = n[0]; i <= n[1]; i += 1)
    for (let j = x[0]; j <= x[1]; j += 1) if (j <= i) found.push({ n: i, x: j });
  return found;
}

export const size = (cells: readonly Cell[]): number =>
  cells.reduce((product, cell) => product * points(cell).length, 1);

/** Every table that the ranges of the cells allow, as one point per cell. */
function* tables(cells: readonly Cell[]): Generator<Point[]> {
  const [first, ...rest] = cells;
  if (!first) {
    yield [];
    return;
  }
  for (const tail of tables(rest)) for (const point of points(first)) yield [point, ...tail];
}

const unitOf = (cell: Cell, kind: Methodology['identification']['procedure_unit']): string => {
  if (kind === 'procedure') return `${cell.procedure}|${cell.comparability}`;
  if (kind === 'procedure_subject') return `${cell.procedure}|${cell.subject}|${cell.comparability}`;
  return `${cell.procedure}|${cell.subject}|${cell.grade}|${cell.comparability}`;
};

/** Whether a unit of one exact table is low; `null` with too few participants. Compared in whole numbers. */
const isLow = ({ n, x }: Point, rule: Methodology['identification']): boolean | null =>
  n < rule.min_participants ? null : x * 100 >= Math.round(rule.threshold * 100) * n;

/** Sums of one exact table: year → unit → counts. */
function units(cells: readonly Cell[], table: readonly Point[], rule: Methodology['identification']) {
  const sums = new Map<number, Map<string, Point>>();
  cells.forEach((cell, i) => {
    const year = sums.get(cell.year) ?? new Map<string, Point>();
    const sum = year.get(unitOf(cell, rule.procedure_unit)) ?? { n: 0, x: 0 };
    year.set(unitOf(cell, rule.procedure_unit), {
      n: sum.n + (table[i]?.n ?? 0),
      x: sum.x + (table[i]?.x ?? 0),
    });
    sums.set(cell.year, year);
  });
  return sums;
}

export type State = 'identified' | 'not-identified' | 'insufficient-data' | 'undetermined';

function stateOf(year: number, sums: ReturnType<typeof units>, rule: Methodology['identification']): State {
  const own = [...(sums.get(year) ?? new Map<string, Point>())];
  const judged = own.map(([unit, point]) => ({ unit, low: isLow(point, rule) }));
  const low = judged.filter((one) => one.low === true);
  if (low.length >= rule.min_units_same_year) return 'identified';
  const inRun = low.some(({ unit }) =>
    Array.from({ length: rule.consecutive_years }, (_, i) => sums.get(year - i)?.get(unit)).every(
      (point) => point !== undefined && isLow(point, rule) === true,
    ),
  );
  if (rule.rule_set === 'units' && rule.consecutive_years > 1 && inRun) return 'identified';
  return judged.every((one) => one.low === null) ? 'insufficient-data' : 'not-identified';
}

/** State of a school by year, by trying every table. One answer for all tables, or `undetermined`. */
export function bruteForce(
  cells: readonly Cell[],
  rule: Methodology['identification'],
): Map<number, { state: State; possible: Set<State> }> {
  const years = [...new Set(cells.map((cell) => cell.year))];
  const found = new Map(years.map((year) => [year, new Set<State>()]));
  for (const table of tables(cells)) {
    const sums = units(cells, table, rule);
    for (const year of years) found.get(year)?.add(stateOf(year, sums, rule));
  }
  return new Map(
    [...found].map(([year, possible]) => {
      const [only, ...others] = possible;
      return [year, { state: only && others.length === 0 ? only : 'undetermined', possible }];
    }),
  );
}
