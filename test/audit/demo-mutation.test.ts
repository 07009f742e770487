import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Blocks, blocksOf, middleTable, standsAlone } from '../../src/audit/blocks.ts';
import { Box } from '../../src/audit/box.ts';
import { components } from '../../src/audit/components.ts';
import { equationsOf } from '../../src/audit/equations.ts';
import type { Step } from '../../src/audit/finding.ts';
import type { Cell } from '../../src/audit/model.ts';
import { Progress } from '../../src/audit/progress.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { openRelease } from '../../src/audit/release.ts';
import { type Amount, partOf, System } from '../../src/audit/system.ts';
import { dice } from '../../src/audit/witness.ts';
import type { Row } from '../../src/contract/engine.ts';
import { openNative } from '../../src/query/native.ts';
import { demoRun } from '../demo-run.ts';

const columns = ['participants', 'below_threshold', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];
const series = 'year, procedure, subject, grade, session';

/** True counts by `level|entity|series|column`, as only the operator has them. */
async function truthOf(work: string, release: string): Promise<Map<string, number>> {
  const engine = await openNative({ threads: 2 });
  const results = `read_parquet('${join(work, 'demo', 'results.parquet')}')`;
  const places = ['schools', 'municipalities']
    .map((name) => `read_parquet('${join(release, `${name}.parquet`)}') AS ${name}`)
    .join(' JOIN ');
  const sums = columns.map((name) => `CAST(sum(${name}) AS INTEGER) AS ${name}`).join(', ');
  const level = (name: string, id: string) =>
    `SELECT '${name}' AS level, CAST(${id} AS VARCHAR) AS entity, ${series}, ${sums} 
      FROM ${results} AS r JOIN (SELECT school_id, municipality_id, region_id FROM ${places} USING (municipality_id)) USING (school_id) GROUP BY ALL`;
  const rows = await engine.query<Row>(
    [
      level('school', 'school_id'),
      level('municipality', 'municipality_id'),
      level('region', 'region_id'),
    ].join(' UNION ALL '),
  );
  await engine.close();
  return new Map(
    rows.flatMap((row) =>
      columns.map((name): [string, number] => [
        [row.level, row.entity, row.year, row.procedure, row.subject, row.grade, row.session, name].join('|'),
        Number(row[name]),
      ]),
    ),
  );
}
const nameOf = ({ row, column }: Cell): string => [row.level, row.entity, row.series, column].join('|');

async function attackOn(folder: string) {
  const engine = await openNative({ threads: 2 });
  const { model } = await equationsOf(engine, [await openRelease(engine, folder, 0)]);
  await engine.close();
  const progress = new Progress(model.system, {});
  progress.settle();
  const blocks = blocksOf(progress);
  for (const ids of components(progress.sparse)) {
    const middle = middleTable(progress, ids, blocks);
    if (middle) progress.keep(middle.table, middle.part);
  }
  return { progress, blocks };
}

const step: () => Step = () => ({
  relation: 'derived-range',
  of: { table: '', key: {}, column: '' },
  total: null,
  hidden: [],
  known: { count: 0, sum: 0 },
  release: 0,
});

/** The block of a count as a system of its own, in which that count is told exactly. */
function mutated(
  progress: Progress<Cell>,
  block: readonly number[],
  id: number,
  value: number,
): System<Cell> {
  const { sparse } = partOf(progress.sparse, block, progress.table);
  const system = new System<Cell>();
  const amounts = block.map((own, at): Amount => {
    const hidden = progress.system.hidden[own];
    if (!hidden) throw new RangeError('no such count');
    return own === id
      ? { exact: value }
      : system.add(
          hidden.cell,
          sparse.low[at] as number,
          sparse.high[at] as number,
          hidden.published,
          hidden.group,
        );
  });
  for (let row = 0; row < sparse.rowLow.length; row++) {
    const [from, to] = [sparse.rowStart[row] as number, sparse.rowStart[row + 1] as number];
    const terms = Array.from({ length: to - from }, (_, i) => from + i).map(
      (at) => [amounts[sparse.index[at] as number] as Amount, sparse.coefficient[at] as number] as const,
    );
    system.equation(terms, sparse.rowLow[row] as number, sparse.rowHigh[row] as number, step);
  }
  return system;
}

/** Whether equations one by one narrow another published range already: most do, and this is cheap. */
function isCaughtAtOnce(
  progress: Progress<Cell>,
  block: readonly number[],
  id: number,
  value: number,
): boolean {
  const { sparse } = partOf(progress.sparse, block, progress.table);
  const own = block.indexOf(id);
  const box = new Box({ ...sparse, low: sparse.low.with(own, value), high: sparse.high.with(own, value) });
  expect(box.settle()).toBe(true);
  return block.some((other, at) => {
    const published = progress.system.hidden[other]?.published;
    if (!published || other === id) return false;
    return (box.low[at] as number) > published[0] || (box.high[at] as number) < published[1];
  });
}

/** Counts that are told exactly one after another: at random among those of a kind whose true number is known. */
function targets(
  progress: Progress<Cell>,
  { lists }: Blocks,
  truth: ReadonlyMap<string, number>,
  count: number,
) {
  const roll = dice(5);
  const blockOf = new Map(lists.flatMap((list) => list.map((id) => [id, list] as const)));
  const known = [...progress.system.hidden.keys()].filter((id) => {
    const { cell, published } = progress.system.hidden[id] ?? {};
    return cell && published && blockOf.has(id) && columns.includes(cell.column) && truth.has(nameOf(cell));
  });
  // As many complements inside rows of schools as totals.
  const isTotal = (id: number) => progress.system.hidden[id]?.cell.row.level !== 'school';
  const isCover = (id: number) => {
    const { row, column } = progress.system.hidden[id]?.cell ?? {};
    return row?.protection === 'few-failing' && column !== 'below_threshold' && column !== 'mark_2';
  };
  return [known.filter(isTotal), known.filter(isCover)].flatMap((ids) =>
    Array.from({ length: count / 2 }, () => ids[roll(ids.length)] as number).map((id) => ({
      id,
      block: blockOf.get(id) as readonly number[],
    })),
  );
}

it('every one of 1,000 hidden complements of the demo region betrays another number once it is told, or provably tells nothing', async () => {
  const { folder, work } = await demoRun();
  const truth = await truthOf(work, folder);
  const { progress, blocks } = await attackOn(folder);
  const tally = { caught: 0, redundant: 0, missed: 0 };
  for (const { id, block } of targets(progress, blocks, truth, 1000)) {
    const cell = progress.system.hidden[id]?.cell as Cell;
    expect(standsAlone(progress.sparse, partOf(progress.sparse, block, progress.table))).toBe(true);
    if (isCaughtAtOnce(progress, block, id, truth.get(nameOf(cell)) as number)) {
      tally.caught++;
      continue;
    }
    const system = mutated(progress, block, id, truth.get(nameOf(cell)) as number);
    const { narrowed, impossible, unsolved, effort } = await rangesOf(system);
    expect(impossible).toEqual([]);
    const ends = 2 * system.hidden.filter(({ published }) => published !== null).length;
    if ([...narrowed.keys()].some((own) => system.hidden[own]?.published)) tally.caught++;
    else if (unsolved.length === 0 && effort.attained === ends) tally.redundant++;
    else tally.missed++;
  }
  expect(tally.missed).toBe(0);
  expect(tally.caught).toBeGreaterThan(900);
}, 300_000);
