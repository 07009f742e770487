import type { Step } from '../../src/audit/finding.ts';
import { type Amount, System, type Term } from '../../src/audit/system.ts';

/** A small problem: boxes of hidden counts, and rows over them. */
export interface Problem {
  ends: [low: number, high: number][];
  rows: { members: number[]; by: number[]; low: number; high: number }[];
}

const step: () => Step = () => ({
  relation: 'derived-range',
  of: { table: '', key: {}, column: '' },
  total: null,
  hidden: [],
  known: { count: 0, sum: 0 },
  release: 0,
});

export function systemOf({ ends, rows }: Problem): System<number> {
  const system = new System<number>();
  const amounts: Amount[] = ends.map(([low, high], id) => system.add(id, low, high, [low, high]));
  for (const { members, by, low, high } of rows) {
    const terms = members.map((id, i): Term => [amounts[id] as Amount, by[i] as number]);
    system.equation(terms, low, high, step);
  }
  return system;
}

/** The range of every count over all whole-number tables, by listing them. `null`: there is none. */
export function listed({ ends, rows }: Problem): [number, number][] | null {
  const ranges = ends.map((): [number, number] => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const values = ends.map(([low]) => low);
  const fits = () =>
    rows.every(({ members, by, low, high }) => {
      const sum = members.reduce((total, id, i) => total + (values[id] as number) * (by[i] as number), 0);
      return sum >= low && sum <= high;
    });
  const walk = (at: number): void => {
    if (at === ends.length) {
      if (!fits()) return;
      values.forEach((value, id) => {
        const range = ranges[id] as [number, number];
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      });
      return;
    }
    const [low, high] = ends[at] as [number, number];
    for (let value = low; value <= high; value++) {
      values[at] = value;
      walk(at + 1);
    }
  };
  walk(0);
  return ranges[0]?.[0] === Number.POSITIVE_INFINITY ? null : ranges;
}

/**
 * A table of rows × columns with exact margins, some of whose cells are ranges of two or three values around the truth.
 * At most twelve cells, so that every table can be listed.
 */
export function randomProblem(roll: (below: number) => number): Problem {
  const height = 2 + roll(2);
  const width = 2 + roll(height === 2 ? 5 : 3);
  const truth = Array.from({ length: height * width }, () => roll(7));
  const ends = truth.map((value): [number, number] => {
    const kind = roll(4);
    if (kind === 0) return [value, value];
    const below = roll(3);
    return [Math.max(0, value - below), value + roll(3 - Math.min(below, 1))];
  });
  const rows: Problem['rows'] = [];
  const add = (members: number[]) => {
    const sum = members.reduce((total, id) => total + (truth[id] as number), 0);
    const spare = roll(3) === 0 ? roll(2) : 0;
    rows.push({ members, by: members.map(() => 1), low: sum - spare, high: sum + roll(1 + spare) });
  };
  for (let r = 0; r < height; r++) add(Array.from({ length: width }, (_, c) => r * width + c));
  for (let c = 0; c < width; c++) add(Array.from({ length: height }, (_, r) => r * width + c));
  if (roll(2) === 0) add([0, width + 1]);
  return { ends, rows };
}
