import { type Blocks, blocksOf, middleTable, standsAlone } from './blocks.ts';
import { Reasons } from './box.ts';
import { components, spread } from './components.ts';
import { studyNear } from './near.ts';
import { solveOpen, solveWhole, wholeLimit } from './programs.ts';
import { Progress, type RangeOptions, type Ranges } from './progress.ts';
import { type Part, partOf, type System } from './system.ts';
import { Walk } from './walk.ts';
import { dice, reachEnds, type Seen, someTable } from './witness.ts';

export type { Effort, Range, RangeOptions, Ranges } from './progress.ts';

// A part of this size is solved in milliseconds.
const handy = 300;
// Larger parts are not solved as one: only around one count at a time, in parts of growing size.
const solveLimit = 50_000;
const sizes = [handy, 1500];

/**
 * The feasible range of every hidden count of a system: equations one by one, then whole tables that prove ends to be
 * reachable, then linear programs for what is left. Ranges are exact, or the count is `unsolved`.
 */
export async function rangesOf<Cell>(system: System<Cell>, options: RangeOptions = {}): Promise<Ranges> {
  const progress = new Progress(system, options);
  if (progress.settle()) {
    const blocks = blocksOf(progress);
    for (const ids of components(progress.sparse)) await component(progress, ids, blocks);
  }
  return conclude(progress);
}

async function component<Cell>(
  progress: Progress<Cell>,
  ids: readonly number[],
  blocks: Blocks,
): Promise<void> {
  const { effort, unsolved } = progress.result;
  effort.components++;
  effort.largest = Math.max(effort.largest, ids.length);
  if (ids.length <= wholeLimit) {
    await studyAlone(progress, ids);
    return;
  }
  const middle = middleTable(progress, ids, blocks);
  if (!middle) {
    for (const id of ids) if (progress.isOpen(id)) unsolved.push(id);
    return;
  }
  progress.keep(middle.table, middle.part);
  progress.see(middle.table, middle.part);
  const own = new Set(ids);
  for (const block of blocks.lists) if (own.has(block[0] as number)) await studyBlock(progress, block);
}

/**
 * A block of a component of which a table is known. Where whatever links it to others leaves room at that table, the
 * others can stay as they are: then the block's tables are those of the block alone.
 */
async function studyBlock<Cell>(progress: Progress<Cell>, ids: readonly number[]): Promise<void> {
  const { sparse, table, result } = progress;
  const inside = partOf(sparse, ids, table);
  if (standsAlone(sparse, inside)) {
    result.effort.blocks++;
    await studyAlone(progress, ids, false);
    return;
  }
  result.effort.held += ids.length;
  reach(progress, inside, false);
  await solveOpen(progress, partOf(sparse, ids, table), 'inside');
  await solveOpen(progress, partOf(sparse, ids), 'loose');
  for (const id of ids) if (progress.isOpen(id)) await studyAround(progress, id);
  for (const id of ids) if (progress.isOpen(id)) result.unsolved.push(id);
}

/**
 * A component, or a block that stands alone: here what is not reached is impossible.
 * @param isFresh no table of it is known yet
 */
async function studyAlone<Cell>(
  progress: Progress<Cell>,
  ids: readonly number[],
  isFresh = true,
): Promise<void> {
  const { unsolved } = progress.result;
  const found = reach(progress, partOf(progress.sparse, ids, progress.table), isFresh);
  // After it: a first table may have been found only now.
  const part = partOf(progress.sparse, ids, progress.table);
  if (found && ids.length > handy) await studyNear(progress, part);
  if (ids.length > solveLimit) {
    for (const id of ids) if (progress.isOpen(id)) await studyAround(progress, id);
    for (const id of ids) if (progress.isOpen(id)) unsolved.push(id);
    return;
  }
  await solveOpen(progress, part, 'whole');
  await solveWhole(progress, part);
}

/** Looks for tables of a part that reach many ends. @returns false when not one was found */
function reach<Cell>(progress: Progress<Cell>, part: Part, isFresh: boolean): boolean {
  const pick = (values: Float64Array) => Float64Array.from(part.ids, (id) => values[id] as number);
  const roll = dice((progress.options.seed ?? 1) + (part.ids[0] ?? 0));
  const walk = isFresh ? someTable(part.sparse, roll) : new Walk(part.sparse, pick(progress.table), roll);
  if (!walk) return false;
  // Only a first table: the others of a component are proven beside the one that is known.
  if (isFresh) progress.keep(walk.table, part);
  progress.see(walk.table, part);
  const seen: Seen = { least: pick(progress.seen.least), most: pick(progress.seen.most) };
  reachEnds(walk, progress.goalsOf(part), seen);
  progress.see(seen.least, part);
  progress.see(seen.most, part);
  return true;
}

/** Changes the known table around one count only: enough to reach most ends of a large part. */
async function studyAround<Cell>(progress: Progress<Cell>, id: number): Promise<void> {
  const { sparse, table } = progress;
  for (const size of sizes) {
    const ids = spread(sparse, [id], size).filter(
      (own) => own === id || (sparse.low[own] as number) < (sparse.high[own] as number),
    );
    await solveOpen(progress, partOf(sparse, ids, table), 'inside', [id]);
    // Too few even when all others are free for themselves: proven for the whole.
    await solveOpen(progress, partOf(sparse, ids), 'loose', [id]);
    if (!progress.isOpen(id)) return;
  }
}

/** What is narrower than published, and the effort. */
function conclude<Cell>(progress: Progress<Cell>): Ranges {
  const { result, box, held, seen, system } = progress;
  if (result.impossible.length > 0) return result;
  const reasons = new Reasons(progress.sparse, box.moves);
  system.hidden.forEach(({ published }, id) => {
    const low = held[0].get(id)?.value ?? (box.low[id] as number);
    const high = held[1].get(id)?.value ?? (box.high[id] as number);
    const isNarrow = published ? low > published[0] || high < published[1] : low === high;
    if (isNarrow) {
      const wanted = [published === null || low > published[0], published === null || high < published[1]];
      const rows = wanted.flatMap((is, end) => (is ? rowsFor(progress, id, end === 0, reasons) : []));
      result.narrowed.set(id, { low, high, rows: [...new Set(rows)] });
    }
    if (!published) return;
    const isFixed = box.low[id] === box.high[id];
    const ends = [(seen.least[id] as number) <= low, (seen.most[id] as number) >= high];
    const attained = isFixed ? 2 : ends.filter((is) => is).length;
    result.effort.attained += attained;
  });
  return result;
}

function rowsFor<Cell>(
  { box, held }: Progress<Cell>,
  id: number,
  isLow: boolean,
  reasons: Reasons,
): number[] {
  const before = box.moves.length;
  const found = held[isLow ? 0 : 1].get(id);
  if (!found) return reasons.rowsFor([{ id, isLow, before }]);
  const { extreme, part } = found;
  const ends = extreme.ends.map((end) => ({ id: part.ids[end.id] as number, isLow: end.isLow, before }));
  return [...reasons.rowsFor(ends), ...extreme.rows.map((row) => part.rows[row] as number)];
}
