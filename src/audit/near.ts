import { components } from './components.ts';
import { Linear } from './linear.ts';
import { solveOpen } from './programs.ts';
import { type Progress, wholeNumbers } from './progress.ts';
import { type Part, partOf, type Sparse } from './system.ts';
import { dice } from './witness.ts';

/** A part as groups of counts that only its longest equations tie: schools and their municipality, totals of the region. */
interface Groups {
  lists: readonly (readonly number[])[];
  /** By group: the long equations that it has a member of, shortest first. */
  long: readonly (readonly number[])[];
  /** By long equation: its groups, and the one whose count is the sum of the others; −1: none is. */
  members: ReadonlyMap<number, { groups: readonly number[]; total: number }>;
}

/** Leaves out the longest equations until no group is larger than `most`. */
export function groupsOf({ sparse }: Part, most: number): Groups {
  const { rowStart } = sparse;
  const lengths = Array.from(
    sparse.rowLow,
    (_, row) => (rowStart[row + 1] as number) - (rowStart[row] as number),
  );
  let limit = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  let lists = components(sparse);
  while (limit > 2 && lists.some((ids) => ids.length > most)) {
    limit = Math.floor(0.8 * limit);
    lists = components(
      sparse,
      Uint8Array.from(lengths, (length) => Number(length > limit)),
    );
  }
  const groupOf = new Int32Array(sparse.low.length).fill(-1);
  for (const [group, ids] of lists.entries()) for (const id of ids) groupOf[id] = group;
  const long: number[][] = lists.map(() => []);
  const members: Groups['members'] & Map<number, unknown> = new Map();
  const rows = [...lengths.keys()].filter((row) => (lengths[row] as number) > limit);
  for (const row of rows.sort(
    (one, other) => (lengths[one] as number) - (lengths[other] as number) || one - other,
  )) {
    const own = membersOf(sparse, row, groupOf);
    members.set(row, own);
    for (const group of own.groups) long[group]?.push(row);
  }
  return { lists, long, members };
}

function membersOf(
  { rowStart, index, coefficient }: Sparse,
  row: number,
  groupOf: Int32Array,
): { groups: number[]; total: number } {
  const groups = new Set<number>();
  const bySign: number[][] = [[], []];
  for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
    const group = groupOf[index[i] as number] as number;
    groups.add(group);
    bySign[(coefficient[i] as number) > 0 ? 1 : 0]?.push(group);
  }
  const alone = bySign.find((one) => one.length === 1);
  return { groups: [...groups], total: alone?.[0] ?? -1 };
}

/**
 * The groups that long equations tie to one: the totals above it, and all others, in a random order, those that are
 * nearest first and each with what it is the total of.
 */
function beside({ long, members }: Groups, start: number, roll: Roll): { above: number[]; others: number[] } {
  const told = new Set<number>();
  const above: number[] = [];
  const others: number[] = [];
  const used = new Set<number>();
  const takeAll = (row: number): void => {
    if (used.has(row)) return;
    used.add(row);
    for (const other of shuffled(members.get(row)?.groups ?? [], roll)) take(other, others);
  };
  const take = (group: number, into: number[]): void => {
    if (told.has(group)) return;
    told.add(group);
    into.push(group);
    for (const row of long[group] ?? []) if (members.get(row)?.total === group) takeAll(row);
  };
  take(start, []);
  // Grows while it is read: totals of those that were found are found after them.
  for (const group of told) {
    const rows = (long[group] ?? []).filter((row) => members.get(row)?.total !== group);
    for (const row of rows) {
      const total = members.get(row)?.total ?? -1;
      if (total === -1 || told.has(total)) continue;
      told.add(total);
      above.push(total);
    }
    for (const row of rows) takeAll(row);
  }
  return { above, others };
}

type Roll = (below: number) => number;

function shuffled(list: readonly number[], roll: Roll): number[] {
  const left = [...list];
  for (let last = left.length - 1; last > 0; last--) {
    const at = roll(last + 1);
    [left[last], left[at]] = [left[at] as number, left[last] as number];
  }
  return left;
}

/** A part of a part, the others as in a table of it. */
function within(part: Part, own: readonly number[], table: Float64Array): Part {
  const inner = partOf(part.sparse, own, table);
  return {
    sparse: inner.sparse,
    ids: inner.ids.map((id) => part.ids[id] as number),
    rows: inner.rows.map((row) => part.rows[row] as number),
  };
}

// A part of this size is solved in milliseconds.
const handy = 300;
const sizes = [handy, 1500];
// Ends that cannot be reached are for a program over the whole part, which proves it.
const patience = 3;

/**
 * Looks for tables that reach open ends of a large part by changing one group of it at a time, with the totals above and
 * some other groups that make up for it. What is found is a table like any other; what is not proves nothing.
 */
export async function studyNear<Cell>(progress: Progress<Cell>, part: Part): Promise<void> {
  const roll = dice((progress.options.seed ?? 1) + part.ids.length);
  const table = Float64Array.from(part.ids, (id) => progress.table[id] as number);
  const groups = groupsOf(part, handy);
  for (const [group, ids] of groups.lists.entries()) {
    const open = ids.filter((id) => progress.isOpen(part.ids[id] as number));
    if (open.length === 0) continue;
    const { above, others } = beside(groups, group, roll);
    const own = [group, ...above].flatMap((one) => groups.lists[one] ?? []);
    for (let at = 0; at < others.length && own.length < handy; at++)
      own.push(...(groups.lists[others[at] as number] ?? []));
    const ends = open.map((id) => part.ids[id] as number);
    await solveOpen(progress, within(part, own, table), 'inside', ends);
  }
  let failed = 0;
  for (const [group, ids] of groups.lists.entries())
    for (const id of ids)
      for (const end of [0, 1] as const) {
        if (failed >= patience || !progress.isOpenEnd(part.ids[id] as number, end, progress.seen)) continue;
        if (!(await climb(progress, part, { groups, id, end, group, table: table.slice(), roll }))) failed++;
      }
}

interface Climb {
  groups: Groups;
  id: number;
  end: 0 | 1;
  group: number;
  /** The table to start from; changed. */
  table: Float64Array;
  roll: Roll;
}

/**
 * Moves one count toward its end, from whole table to whole table: each time as far as its own group and some of the
 * others allow, until it is there or no others bring it nearer. @returns whether it is there
 */
async function climb<Cell>(progress: Progress<Cell>, part: Part, to: Climb): Promise<boolean> {
  const { groups, id, end, group, table } = to;
  const { above, others } = beside(groups, group, to.roll);
  const always = [group, ...above].flatMap((one) => groups.lists[one] ?? []).filter((one) => one !== id);
  for (const size of sizes)
    for (let at = 0, idle = 0; idle < others.length; ) {
      const own = [id, ...always];
      const from = at;
      for (; at - from < others.length && own.length < size; at++)
        own.push(...(groups.lists[others[at % others.length] as number] ?? []));
      if (at === from) break;
      const point = await farthest(progress, within(part, own, table), end);
      const before = table[id] as number;
      for (const [i, one] of own.entries()) if (point) table[one] = point[i] as number;
      if (!progress.isOpenEnd(part.ids[id] as number, end, progress.seen)) return true;
      idle = table[id] === before ? idle + at - from : 0;
    }
  return false;
}

/** The whole table of a part in which its first count is farthest toward an end. */
async function farthest<Cell>(
  progress: Progress<Cell>,
  part: Part,
  end: 0 | 1,
): Promise<Float64Array | null> {
  const linear = await Linear.over(part.sparse, progress.options.seconds);
  const solve = (by: Linear): Float64Array | null => {
    progress.result.effort.programs++;
    const { status, point } = by.extreme([0], end === 0);
    if (status !== 'optimal') return null;
    progress.seeReal(point, part);
    return wholeNumbers(point);
  };
  try {
    const point = solve(linear);
    if (point) return point;
    linear.inWholeNumbers();
    return solve(linear);
  } finally {
    linear.close();
  }
}
