import { Linear } from './linear.ts';
import { type Progress, tolerance } from './progress.ts';
import type { Part } from './system.ts';

/** What an optimum over a part says of the whole system. */
export type Scope =
  /** The others are fixed at a known table: what is reached is reachable. */
  | 'inside'
  /** The part stands alone: what is not reached is impossible. */
  | 'whole'
  /** The others may take any value: what is not reached is impossible, what is reached proves nothing. */
  | 'loose';

/** Solves for the open ends of some variables of a part. */
export async function solveOpen<Cell>(
  progress: Progress<Cell>,
  part: Part,
  scope: Scope,
  only?: readonly number[],
): Promise<void> {
  const open = (only ?? [...part.ids]).filter((id) => progress.isOpen(id));
  if (open.length === 0) return;
  const linear = await Linear.over(part.sparse, progress.options.seconds);
  const own = new Map(Array.from(part.ids, (id, at) => [id, at]));
  try {
    if (open.length > 1 && scope !== 'loose') solveTogether(progress, linear, part, open, own);
    for (const id of open) {
      for (const end of [0, 1] as const)
        if (progress.isOpenEnd(id, end))
          solveOne(progress, linear, part, id, own.get(id) as number, end, scope);
      if (progress.result.impossible.length > 0) return;
    }
  } finally {
    linear.close();
  }
}

/** One program for many ends at once, as long as that reaches new ones. */
function solveTogether<Cell>(
  progress: Progress<Cell>,
  linear: Linear,
  part: Part,
  open: readonly number[],
  own: ReadonlyMap<number, number>,
): void {
  for (let left = open.length + 1; ; ) {
    const still = open.filter((id) => progress.isOpen(id));
    if (still.length === 0 || still.length >= left) return;
    left = still.length;
    for (const end of [0, 1] as const) {
      const ids = still.filter((id) => progress.isOpenEnd(id, end)).map((id) => own.get(id) as number);
      if (ids.length === 0) continue;
      progress.result.effort.programs++;
      const extreme = linear.extreme(ids, end === 0);
      if (extreme.status === 'optimal') progress.seeReal(extreme.point, part);
    }
  }
}

function solveOne<Cell>(
  progress: Progress<Cell>,
  linear: Linear,
  part: Part,
  id: number,
  own: number,
  end: 0 | 1,
  scope: Scope,
): void {
  const { result, box, held } = progress;
  result.effort.programs++;
  const extreme = linear.extreme([own], end === 0);
  if (extreme.status === 'optimal') {
    if (scope !== 'loose') progress.seeReal(extreme.point, part);
    const value = end === 0 ? Math.ceil(extreme.value - tolerance) : Math.floor(extreme.value + tolerance);
    const limit = (end === 0 ? box.low : box.high)[id];
    if (scope === 'whole' || (scope === 'loose' && value !== limit))
      held[end].set(id, { value, extreme, part });
  } else if (scope !== 'inside' && extreme.status === 'infeasible') result.impossible.push([...part.rows]);
  else if (scope === 'whole') result.unsolved.push(id);
}

// Whole numbers are asked for in parts up to this size.
export const wholeLimit = 2000;

/**
 * Asks for whole numbers where only fractions reach an end of a part that stands alone. In a larger part such an end is
 * neither proven nor excluded.
 */
export async function solveWhole<Cell>(progress: Progress<Cell>, part: Part): Promise<void> {
  const { held, seen, box, result } = progress;
  const isPinned = (id: number): boolean => {
    const [low, high] = held.map((one) => one.get(id)?.value);
    return low !== undefined && low === high;
  };
  const ends = [0, 1] as const;
  const open = [...part.ids].filter(
    (id) => !isPinned(id) && ends.some((end) => progress.isOpenEnd(id, end, seen)),
  );
  if (open.length === 0) return;
  if (part.ids.length > wholeLimit) {
    for (const id of open) result.unsolved.push(id);
    return;
  }
  const linear = await Linear.over(part.sparse, progress.options.seconds);
  linear.inWholeNumbers();
  const own = new Map(Array.from(part.ids, (id, at) => [id, at]));
  for (const id of open) {
    for (const end of ends) {
      const reached = (end === 0 ? seen.least : seen.most)[id];
      const limit = held[end].get(id)?.value ?? (end === 0 ? box.low : box.high)[id];
      if (reached === limit) continue;
      result.effort.programs++;
      const extreme = linear.extreme([own.get(id) as number], end === 0);
      if (extreme.status === 'failed') result.unsolved.push(id);
      else if (extreme.status === 'infeasible') result.impossible.push([...part.rows]);
      else {
        progress.seeReal(extreme.point, part);
        const rows = [...part.rows.keys()];
        held[end].set(id, {
          value: Math.round(extreme.value),
          extreme: { ...extreme, rows, ends: [] },
          part,
        });
      }
    }
  }
  linear.close();
}
