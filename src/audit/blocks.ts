import { Box } from './box.ts';
import { components } from './components.ts';
import { Linear } from './linear.ts';
import { linksOf, withRoom } from './links.ts';
import type { Progress } from './progress.ts';
import { type Part, partOf, type Sparse } from './system.ts';
import { construct, dice } from './witness.ts';

/**
 * How a system falls apart where links (pooled rows: equations over several series) are left out, and the same system
 * with links that keep room for whatever happens inside one block.
 */
export interface Blocks {
  lists: readonly (readonly number[])[];
  roomy: Sparse;
}

export function blocksOf<Cell>({ sparse, system }: Progress<Cell>): Blocks {
  const numbers = new Map<string, number>();
  const groups = Int32Array.from(system.hidden, ({ group }) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const isLink = linksOf(sparse, groups);
  const lists = components(sparse, isLink);
  const blockOf = new Int32Array(sparse.low.length).fill(-1);
  for (const [number, ids] of lists.entries()) for (const id of ids) blockOf[id] = number;
  return { lists, roomy: withRoom(sparse, isLink, blockOf) };
}

/**
 * A whole table of a large component, as far from every limit as can be: the middle of all tables, rounded. First one
 * that leaves room in every link, so that any block may change by itself; else any.
 */
export async function middleTable<Cell>(
  progress: Progress<Cell>,
  ids: readonly number[],
  { roomy }: Blocks,
): Promise<{ part: Part; table: Float64Array } | null> {
  for (const sparse of [roomy, progress.sparse]) {
    const part = partOf(sparse, ids, progress.table);
    const linear = await Linear.over(part.sparse, progress.options.seconds);
    const centre = linear.centre();
    linear.close();
    progress.result.effort.programs++;
    const box = new Box(part.sparse);
    if (!centre || !box.settle()) continue;
    const roll = dice(progress.options.seed ?? 1);
    // Up or down at random, in proportion: sums of many rounded numbers stay near their middle.
    const wishes = (id: number): number[] => {
      const value = centre[id] as number;
      const down = Math.floor(value);
      return roll(1024) < 1024 * (value - down) ? [down + 1, down] : [down, down + 1];
    };
    for (let attempt = 0; attempt < 5; attempt++) {
      const table = construct(part.sparse, box, roll, wishes);
      if (table) return { part, table };
    }
  }
  return null;
}

/** Whether no value inside a part can break an equation that has open members outside it. */
export function standsAlone(whole: Sparse, { sparse, rows }: Part): boolean {
  const { rowStart, index, coefficient, rowLow, rowHigh, low, high } = sparse;
  for (const [own, row] of rows.entries()) {
    const [from, to] = [rowStart[own] as number, rowStart[own + 1] as number];
    if (openMembers(whole, row) === to - from) continue;
    let [least, most] = [0, 0];
    for (let i = from; i < to; i++) {
      const by = coefficient[i] as number;
      const ends = [by * (low[index[i] as number] as number), by * (high[index[i] as number] as number)];
      least += Math.min(...ends);
      most += Math.max(...ends);
    }
    if (least < (rowLow[own] as number) || most > (rowHigh[own] as number)) return false;
  }
  return true;
}

function openMembers({ rowStart, index, low, high }: Sparse, row: number): number {
  let open = 0;
  for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
    const id = index[i] as number;
    if (low[id] !== high[id]) open++;
  }
  return open;
}
