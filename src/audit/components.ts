import type { Sparse } from './system.ts';

/** Hidden counts that no equation links are independent: each list can be studied alone. Fixed ones are in none. */
export function components(sparse: Sparse): number[][] {
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

/** Variables around one, nearest first, up to a number of them. */
export function around(sparse: Sparse, start: number, most: number): number[] {
  const found = new Set([start]);
  for (const id of found) {
    for (let c = sparse.columnStart[id] as number; c < (sparse.columnStart[id + 1] as number); c++) {
      const row = sparse.columnRows[c] as number;
      for (let i = sparse.rowStart[row] as number; i < (sparse.rowStart[row + 1] as number); i++) {
        if (found.size >= most) return [...found];
        found.add(sparse.index[i] as number);
      }
    }
  }
  return [...found];
}
