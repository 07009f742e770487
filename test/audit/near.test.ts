import { expect, it } from 'vitest';
import { Linear } from '../../src/audit/linear.ts';
import { groupsOf } from '../../src/audit/near.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { partOf } from '../../src/audit/system.ts';
import { dice } from '../../src/audit/witness.ts';
import { type Problem, systemOf } from './tables.ts';

const [municipalities, schools, columns] = [24, 4, 4];

/** A region of 125 rows of four counts, the first the sum of the others; schools add up, row by row and column by column. */
function region(roll: (below: number) => number): Problem {
  const ends: Problem['ends'] = [];
  const truth: number[] = [];
  const rows: Problem['rows'] = [];
  const row = (values: number[], width: number): number[] => {
    const ids = values.map((value) => {
      const below = Math.min(value, roll(width + 1));
      truth.push(value);
      ends.push([value - below, value + roll(width + 1)]);
      return ends.length - 1;
    });
    const by = ids.map((_, column) => (column === 0 ? 1 : -1));
    rows.push({ members: ids, by, low: 0, high: 0 });
    return ids;
  };
  const total = (members: number[][], width: number): number[] => {
    const sums = Array.from({ length: columns }, (_, c) =>
      members.reduce((sum, ids) => sum + (truth[ids[c] as number] as number), 0),
    );
    const ids = row(sums, width);
    for (const [c, id] of ids.entries()) {
      const parts = members.map((one) => one[c] as number);
      rows.push({ members: [id, ...parts], by: [1, ...parts.map(() => -1)], low: 0, high: 0 });
    }
    return ids;
  };
  const school = (): number[] => {
    const parts = Array.from({ length: columns - 1 }, () => roll(5));
    return row([parts.reduce((sum, part) => sum + part, 0), ...parts], 3);
  };
  total(
    Array.from({ length: municipalities }, () => total(Array.from({ length: schools }, school), 5)),
    30,
  );
  return { ends, rows };
}

it('ranges of regions that are studied group by group are those of a program in whole numbers over all of them', async () => {
  const roll = dice(3);
  let [narrowed, tried] = [0, 0];
  for (let n = 0; n < 2; n++) {
    const problem = region(roll);
    const system = systemOf(problem);
    const { narrowed: found, unsolved, impossible } = await rangesOf(system);
    expect([unsolved, impossible]).toEqual([[], []]);
    const linear = await Linear.over(system.sparse());
    linear.inWholeNumbers();
    // Totals of the region and of two municipalities, and every tenth count.
    for (const id of problem.ends.keys()) {
      if (id % 10 !== 0 && id < problem.ends.length - columns) continue;
      const { low, high } = found.get(id) ?? { low: problem.ends[id]?.[0], high: problem.ends[id]?.[1] };
      const [least, most] = [linear.extreme([id], true), linear.extreme([id], false)];
      expect([low, high], `count ${id}`).toEqual([Math.round(least.value), Math.round(most.value)]);
      if (found.has(id)) narrowed++;
      tried++;
    }
    linear.close();
  }
  expect(tried).toBeGreaterThan(80);
  expect(narrowed).toBeGreaterThan(20);
});

it('a region falls into its municipalities where the equations of the region are left out', () => {
  const problem = region(dice(3));
  const system = systemOf(problem);
  const part = partOf(system.sparse(), [...problem.ends.keys()], new Float64Array(problem.ends.length));
  const { lists, members } = groupsOf(part, 50);
  const open = (ids: readonly number[]) =>
    ids.filter((id) => (problem.ends[id]?.[0] ?? 0) < (problem.ends[id]?.[1] ?? 0));
  expect(lists.flat().toSorted((a, b) => a - b)).toEqual(open([...problem.ends.keys()]));
  expect(lists.length).toBeGreaterThan(municipalities);
  const totals = new Set([...members.values()].map(({ total }) => total));
  expect(totals.size).toBeGreaterThan(0);
  expect(totals.has(-1)).toBe(false);
});
