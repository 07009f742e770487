import type { Sparse } from './system.ts';

/**
 * Hidden counts that no equation links are independent: each list can be studied alone. Fixed ones are in none.
 * @param isLeftOut by row: 1 for equations that shall not count
 */
export function components(sparse: Sparse, isLeftOut?: Uint8Array): number[][] {
  const size = sparse.low.length;
  const parent = Int32Array.from({ length: size }, (_, id) => id);
  const root = (id: number): number => {
    let at = id;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const isOpen = (id: number): boolean => (sparse.low[id] as number) < (sparse.high[id] as number);
  for (let row = 0; row < sparse.rowLow.length; row++) {
    if (isLeftOut?.[row]) continue;
    let first = -1;
    for (let i = sparse.rowStart[row] as number; i < (sparse.rowStart[row + 1] as number); i++) {
      const id = sparse.index[i] as number;
      if (!isOpen(id)) continue;
      if (first === -1) first = root(id);
      else parent[root(id)] = first;
    }
  }
  const lists = new Map<number, number[]>();
  for (let id = 0; id < size; id++) {
    if (!isOpen(id)) continue;
    const at = root(id);
    const list = lists.get(at);
    if (list) list.push(id);
    else lists.set(at, [id]);
  }
  return [...lists.values()];
}

/**
 * Variables by their distance from some, nearest first, up to a number of them. A variable no row links is left out
 * unless it is a start.
 */
export function spread(sparse: Sparse, starts: readonly number[], most = Number.POSITIVE_INFINITY): number[] {
  const { columnStart, columnRows, rowStart, index } = sparse;
  const found = [...starts];
  const known = new Uint8Array(sparse.low.length);
  for (const id of starts) known[id] = 1;
  const used = new Uint8Array(sparse.rowLow.length);
  for (let at = 0; at < found.length; at++) {
    const id = found[at] as number;
    for (let c = columnStart[id] as number; c < (columnStart[id + 1] as number); c++) {
      const row = columnRows[c] as number;
      if (used[row]) continue;
      used[row] = 1;
      for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
        const other = index[i] as number;
        if (known[other]) continue;
        if (found.length >= most) return found;
        known[other] = 1;
        found.push(other);
      }
    }
  }
  return found;
}
