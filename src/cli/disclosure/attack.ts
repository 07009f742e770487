import loadHighs from 'highs';

/** One row as an attacker reads it: the ends of its counts, `null` where nothing is told. */
export interface KnownRow {
  /** Participants, then the parts that make them up. */
  low: (number | null)[];
  high: (number | null)[];
}

/** The range of a hidden number that an attacker computes. */
export interface Found {
  row: number;
  column: number;
  published: [low: number, high: number];
  feasible: [low: number, high: number];
}

type Solver = Awaited<ReturnType<typeof loadHighs>>;
let solver: Promise<Solver> | undefined;

const name = (row: number, column: number): string => `x${row}_${column}`;

interface Program {
  rows: string[];
  bounds: string[];
}

/** Every equation of a total and its rows: parts sum to participants in each row, rows sum to the total in each column. */
function programOf(children: readonly KnownRow[], total: KnownRow): Program {
  const rows: string[] = [];
  const bounds: string[] = [];
  const columns = total.low.length;
  for (const [r, { low, high }] of children.entries()) {
    const most = high[0] ?? total.high[0] ?? 0;
    for (let c = 0; c < columns; c++) bounds.push(`${low[c] ?? 0} <= ${name(r, c)} <= ${high[c] ?? most}`);
    const parts = Array.from({ length: columns - 1 }, (_, i) => name(r, i + 1)).join(' + ');
    rows.push(`${parts} - ${name(r, 0)} = 0`);
  }
  for (let c = 0; c < columns; c++) {
    const sum = children.map((_, r) => name(r, c)).join(' + ');
    const [least, most] = [total.low[c], total.high[c]];
    if (least === null || most === null || least === undefined || most === undefined) continue;
    rows.push(`${sum} >= ${least}`, `${sum} <= ${most}`);
  }
  return { rows, bounds };
}

function solve(
  highs: Solver,
  { rows, bounds }: Program,
  sense: 'Minimize' | 'Maximize',
  target: string,
): number {
  const constraints = rows.map((row, i) => ` c${i}: ${row}`).join('\n');
  const text = `${sense}\n obj: ${target}\nSubject To\n${constraints}\nBounds\n ${bounds.join('\n ')}\nEnd`;
  const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false } as never);
  if (Status !== 'Optimal') throw new Error(`${Status} for ${target}`);
  return Math.round(ObjectiveValue * 1e6) / 1e6;
}

/**
 * Attacks one total by linear programming: the least and greatest value that every number of a row that is not told
 * exactly may have.
 * @param columns which columns to attack
 * @throws Error when the system has no solution, which means that what is published is not true
 */
export async function attack(
  children: readonly KnownRow[],
  total: KnownRow,
  columns: readonly number[],
): Promise<Found[]> {
  solver ??= loadHighs();
  const highs = await solver;
  const program = programOf(children, total);
  return children.flatMap(({ low, high }, row) =>
    columns.flatMap((column): Found[] => {
      const published: [number, number] = [low[column] ?? 0, high[column] ?? high[0] ?? total.high[0] ?? 0];
      if (published[0] === published[1]) return [];
      const ends = (['Minimize', 'Maximize'] as const).map((sense) =>
        solve(highs, program, sense, name(row, column)),
      );
      return [{ row, column, published, feasible: [ends[0] as number, ends[1] as number] }];
    }),
  );
}
