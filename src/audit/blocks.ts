import { components } from './components.ts';
import { linksOf, withRoom } from './links.ts';
import type { Progress } from './progress.ts';
import { type Part, partOf, type Sparse } from './system.ts';
import { dice, someTable } from './witness.ts';

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
 * A whole table of a large component. First one that leaves room in every link, so that any block may change by itself;
 * where some links have too little, one near to that; else any.
 */
export function middleTable<Cell>(
  progress: Progress<Cell>,
  ids: readonly number[],
  { roomy }: Blocks,
): { part: Part; table: Float64Array } | null {
  const roll = dice(progress.options.seed ?? 1);
  const part = partOf(progress.sparse, ids, progress.table);
  const walk =
    someTable(partOf(roomy, ids, progress.table).sparse, roll, part.sparse) ?? someTable(part.sparse, roll);
  return walk && { part, table: walk.table };
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
