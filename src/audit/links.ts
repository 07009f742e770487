import type { Sparse } from './system.ts';

/** Rows whose open members are of more than one group: what ties series that no total ties. */
export function linksOf(sparse: Sparse, groups: ArrayLike<number>): Uint8Array {
  const { rowStart, index, low, high } = sparse;
  const isLink = new Uint8Array(sparse.rowLow.length);
  for (let row = 0; row < isLink.length; row++) {
    let first = -1;
    for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
      const id = index[i] as number;
      if (low[id] === high[id]) continue;
      if (first === -1) first = groups[id] as number;
      else if (groups[id] !== first) isLink[row] = 1;
    }
  }
  return isLink;
}

/** The width of each block's own part of a row: as much as any change inside one block can move the row. */
function widthsIn(sparse: Sparse, row: number, blocks: ArrayLike<number>): Map<number, number> {
  const widths = new Map<number, number>();
  for (let i = sparse.rowStart[row] as number; i < (sparse.rowStart[row + 1] as number); i++) {
    const id = sparse.index[i] as number;
    const width =
      Math.abs(sparse.coefficient[i] as number) * ((sparse.high[id] as number) - (sparse.low[id] as number));
    const block = blocks[id] as number;
    if (width > 0) widths.set(block, (widths.get(block) ?? 0) + width);
  }
  return widths;
}

/** The same system with links that keep room for whatever happens inside any one block; as much as there is of it. */
export function withRoom(sparse: Sparse, isLink: Uint8Array, blocks: ArrayLike<number>): Sparse {
  const [rowLow, rowHigh] = [sparse.rowLow.slice(), sparse.rowHigh.slice()];
  for (const row of isLink.keys()) {
    if (isLink[row] === 0) continue;
    const room = Math.max(0, ...widthsIn(sparse, row, blocks).values());
    let [least, most] = [0, 0];
    for (let i = sparse.rowStart[row] as number; i < (sparse.rowStart[row + 1] as number); i++) {
      const id = sparse.index[i] as number;
      const by = sparse.coefficient[i] as number;
      const ends = [by * (sparse.low[id] as number), by * (sparse.high[id] as number)];
      least += Math.min(...ends);
      most += Math.max(...ends);
    }
    // An end that no value can break needs no room.
    const low = least >= (rowLow[row] as number) ? least : (rowLow[row] as number) + room;
    const high = most <= (rowHigh[row] as number) ? most : (rowHigh[row] as number) - room;
    if (low > high) {
      // Too narrow for that: the middle leaves as much as can be.
      const middle = (low + high) / 2;
      rowLow[row] = Math.min(Math.floor(middle), most);
      rowHigh[row] = Math.max(Math.ceil(middle), least);
    } else [rowLow[row], rowHigh[row]] = [low, high];
  }
  return { ...sparse, rowLow, rowHigh };
}
