import { describe, expect, it } from 'vitest';
import { greaterEq, lessEq, solve } from 'yalps';
import { Linear } from '../../src/audit/linear.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { dice } from '../../src/audit/witness.ts';
import { listed, type Problem, randomProblem, systemOf } from './tables.ts';

const size = ({ ends }: Problem): number => ends.reduce((n, [low, high]) => n * (high - low + 1), 1);

const problems = (count: number, seed: number): Problem[] => {
  const roll = dice(seed);
  const found: Problem[] = [];
  while (found.length < count) {
    const problem = randomProblem(roll);
    if (size(problem) <= 60_000) found.push(problem);
  }
  return found;
};

describe('feasible ranges', () => {
  it('agree with the list of all whole-number tables, 400 tables of at most twelve cells', async () => {
    let narrowed = 0;
    for (const problem of problems(400, 7)) {
      const expected = listed(problem);
      const found = await rangesOf(systemOf(problem));
      if (expected === null) {
        expect(found.impossible.length).toBeGreaterThan(0);
        continue;
      }
      expect(found.impossible).toEqual([]);
      const ranges = problem.ends.map(([low, high], id) => {
        const range = found.narrowed.get(id);
        return range ? [range.low, range.high] : [low, high];
      });
      expect(ranges).toEqual(expected);
      narrowed += found.narrowed.size;
    }
    // Otherwise the tables would prove nothing.
    expect(narrowed).toBeGreaterThan(500);
  });

  it('agree with a second solver on real-number extremes', async () => {
    for (const problem of problems(60, 11)) {
      const linear = await Linear.over(systemOf(problem).sparse());
      for (let id = 0; id < problem.ends.length; id += 3) {
        for (const isLeast of [true, false]) {
          const own = linear.extreme([id], isLeast);
          const other = yalps(problem, id, isLeast);
          expect(own.status).toBe(other.status === 'infeasible' ? 'infeasible' : 'optimal');
          if (own.status === 'optimal') expect(own.value).toBeCloseTo(other.value, 6);
        }
      }
      linear.close();
    }
  });

  it('name the equations that narrow, and no others', async () => {
    // 0 + 1 = 5 with 1 at most 2, beside an equation that has nothing to do with it.
    const problem: Problem = {
      ends: [
        [0, 9],
        [0, 2],
        [0, 4],
        [0, 4],
      ],
      rows: [
        { members: [2, 3], by: [1, 1], low: 3, high: 5 },
        { members: [0, 1], by: [1, 1], low: 5, high: 5 },
      ],
    };
    const { narrowed } = await rangesOf(systemOf(problem));
    expect([...narrowed]).toEqual([[0, { low: 3, high: 5, rows: [1] }]]);
  });

  it('need a linear program where no single equation tells: a triangle of sums', async () => {
    const sum = (members: number[], total: number) => ({ members, by: [1, 1], low: total, high: total });
    const problem: Problem = {
      ends: [
        [0, 10],
        [0, 10],
        [0, 10],
      ],
      rows: [sum([0, 1], 10), sum([1, 2], 10), sum([0, 2], 10)],
    };
    const { narrowed, effort } = await rangesOf(systemOf(problem));
    expect([...narrowed.values()].map(({ low, high, rows }) => [low, high, rows.length])).toEqual([
      [5, 5, 3],
      [5, 5, 3],
      [5, 5, 3],
    ]);
    expect(effort.programs).toBeGreaterThan(0);
  });

  it('say so when no table fits at all', async () => {
    const problem: Problem = {
      ends: [
        [0, 2],
        [0, 2],
      ],
      rows: [{ members: [0, 1], by: [1, 1], low: 5, high: 5 }],
    };
    expect((await rangesOf(systemOf(problem))).impossible).toEqual([[0]]);
  });
});

function yalps({ ends, rows }: Problem, id: number, isLeast: boolean): { status: string; value: number } {
  const constraints = new Map([
    ...ends.flatMap(([low, high], at): [string, ReturnType<typeof lessEq>][] => [
      [`low${at}`, greaterEq(low)],
      [`high${at}`, lessEq(high)],
    ]),
    ...rows.map(({ low, high }, at): [string, { min: number; max: number }] => [
      `row${at}`,
      { min: low, max: high },
    ]),
  ]);
  const variables = ends.map((_, at): [string, Map<string, number>] => [
    `x${at}`,
    new Map([
      ['goal', at === id ? 1 : 0],
      [`low${at}`, 1],
      [`high${at}`, 1],
      ...rows.flatMap(({ members, by }, row): [string, number][] =>
        members.includes(at) ? [[`row${row}`, by[members.indexOf(at)] as number]] : [],
      ),
    ]),
  ]);
  const direction = isLeast ? 'minimize' : 'maximize';
  const { status, result } = solve({ direction, objective: 'goal', constraints, variables });
  return { status, value: result };
}
