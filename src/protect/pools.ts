import type { Cell, Engine, Row } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { published } from '../contract/published.ts';
import type { Box } from './base-polyhedron.ts';
import { type Grain, type HiddenKind, type Node, nodeOfRows, publishTotal } from './partition.ts';
import { areaPools, makePoolKinds, poolElements, poolKey, wantedKinds } from './pool-sql.ts';
import { hiddenOf, numberIn, tableOf } from './rows.ts';

const keyNames = poolKey.split(', ');

type Range = readonly [low: number, high: number];

/** A pool of a school, with the ranges that may be published of it. */
export interface Pool {
  key: Row;
  cells: number;
  hiddenCells: number;
  participants: Range;
  belowThreshold: Range;
}

/** The widest range of one row in an element: as much as one row can change a pool. */
const widest = (kinds: readonly HiddenKind[], element: number): number =>
  kinds.reduce((most, { widths }) => Math.max(most, widths[element] ?? 0), 0);

/** Steps of a fixed grid, one number longer than the widest range below them. */
const gridOf = (kinds: readonly HiddenKind[]): Grain => {
  const steps = Array.from({ length: poolElements }, (_, i) => widest(kinds, i) + 1);
  return (element, value) => {
    const step = steps[element] as number;
    const low = Math.floor(value / step) * step;
    return [low, low + step - 1];
  };
};

/**
 * The published ranges of one pool. The sum of its hidden rows is told as a step of a fixed grid (alone, it leaves
 * every hidden row its whole range), then widened on both sides by the most that one row can change it.
 *
 * Why that is enough for every pool at once: each hidden number can stand at either end of its range in some table of
 * its own series that fits all published totals, because totals are published so. Put that table in place of the series
 * in the true one: other series, and with them their totals, stay; a pool has at most one row in a series, so it changes
 * by no more than the width of that row, which every published pool leaves room for.
 */
export function poolRanges(
  kinds: readonly HiddenKind[],
  base: readonly number[],
  truth: readonly number[],
  boxOf = boxes(),
): { participants: Range; belowThreshold: Range } {
  const whole = kinds.reduce(
    (sum, { widths, count }) => sum.map((value, i) => value + count * (widths[i] ?? 0)),
    base.map(() => 0),
  );
  const box = kinds.length === 0 ? { low: whole, high: whole } : boxOf(kinds, truth);
  const range = (element: number): Range => {
    const room = widest(kinds, element);
    const start = base[element] ?? 0;
    const low = Math.max(0, (box.low[element] ?? 0) - room);
    const high = Math.min(whole[element] ?? 0, (box.high[element] ?? 0) + room);
    return [start + low, start + high];
  };
  const [low, high] = range(0);
  const [belowLow, belowHigh] = range(1);
  // Participants of whom the publisher does not tell whether they passed may all be below the threshold.
  const unknown = (base[3] ?? 0) + (whole[3] ?? 0);
  return {
    participants: [-high, -low],
    belowThreshold: [belowLow, Math.min(-low, belowHigh + unknown)],
  };
}

/** What is published of the hidden rows alone; the same rows come again and again, so it is remembered. */
function boxes(): (kinds: readonly HiddenKind[], truth: readonly number[]) => Box {
  const nodes = new Map<string, Node>();
  const known = new Map<string, Box>();
  return (kinds, truth) => {
    const alike = JSON.stringify(kinds);
    const key = `${alike} ${truth.join(' ')}`;
    const found = known.get(key);
    if (found) return found;
    const node = nodes.get(alike) ?? nodeOfRows(poolElements, kinds);
    nodes.set(alike, node);
    const box = publishTotal(node, [0, 1], truth, gridOf(kinds));
    known.set(key, box);
    return box;
  };
}

function poolOf(rows: readonly Row[], boxOf: ReturnType<typeof boxes>): Pool {
  const [first = {}] = rows;
  const { base, truth, kinds } = hiddenOf(rows, poolElements);
  const total = (list: readonly { count?: unknown }[]) =>
    list.reduce((sum, { count }) => sum + Number(count), 0);
  return {
    key: Object.fromEntries(keyNames.map((name) => [name, first[name] ?? null])),
    cells: total(rows),
    hiddenCells: total(kinds),
    ...poolRanges(kinds, base, truth, boxOf),
  };
}

const isWindow = ({ key }: Pool): boolean => key.year_from !== key.year_to;
const at = (pool: Pool, ...names: string[]): string =>
  [
    pool.key.entity_id,
    pool.key.procedure,
    pool.key.comparability,
    ...names.map((name) => pool.key[name]),
  ].join(' ');

/**
 * The pools that surely hold the minimum of different pupils. One pupil is in one grade, so all grades of a subject in
 * one year, or one grade over years, count pupils; a pool over subjects, or over grades and years, may count a pupil
 * again and is taken only with such a pool inside it. Judged from published ends, so the choice tells nothing.
 */
export function largeEnough(pools: readonly Pool[], least: number): Pool[] {
  const enough = (pool: Pool) => pool.participants[0] >= least;
  const ofOneYear = new Set<string>();
  const inYear = new Set<string>();
  for (const pool of pools)
    if (!isWindow(pool) && pool.key.subject !== '' && enough(pool)) {
      ofOneYear.add(at(pool, 'subject', 'year_to'));
      inYear.add(at(pool, 'year_to'));
    }
  const grades = new Set(
    pools
      .filter((pool) => isWindow(pool) && pool.key.grade !== 0 && enough(pool))
      .map((pool) => at(pool, 'subject', 'year_to')),
  );
  const years = (pool: Pool) =>
    Array.from({ length: numberIn(pool.key, 'year_to') - numberIn(pool.key, 'year_from') + 1 }, (_, i) =>
      [
        pool.key.entity_id,
        pool.key.procedure,
        pool.key.comparability,
        pool.key.subject,
        numberIn(pool.key, 'year_from') + i,
      ].join(' '),
    );
  return pools.filter((pool) => {
    if (!enough(pool)) return false;
    if (!isWindow(pool)) return pool.key.subject !== '' || inYear.has(at(pool, 'year_to'));
    return (
      pool.key.grade !== 0 ||
      grades.has(at(pool, 'subject', 'year_to')) ||
      years(pool).some((one) => ofOneYear.has(one))
    );
  });
}

const columns = Object.fromEntries(
  Object.entries(published.pooled_results.columns).map(([name, { sql }]) => [name, sql]),
);

function valuesOf({ key, cells, hiddenCells, participants, belowThreshold }: Pool): (Cell | undefined)[] {
  const known: Record<string, Cell | undefined> = {
    ...key,
    cells,
    hidden_cells: hiddenCells,
    participants_low: participants[0],
    participants_high: participants[1],
    below_threshold_low: belowThreshold[0],
    below_threshold_high: belowThreshold[1],
  };
  return Object.keys(columns).map((name) => known[name]);
}

/** Makes `pooled_results` from `hidden_rows` and `protected_totals`. */
export async function protectPools(engine: Engine, { protection }: Methodology): Promise<void> {
  for (const statement of makePoolKinds) await engine.run(statement);
  const kinds = await engine.query<Row>(wantedKinds);
  const groups = Map.groupBy(kinds, (row) => keyNames.map((name) => row[name]).join(' '));
  const boxOf = boxes();
  const all = [...groups.values()].map((rows) => poolOf(rows, boxOf));
  const pools = largeEnough(all, protection.min_participants);
  for (const statement of tableOf('pooled_results', columns, pools.map(valuesOf)))
    await engine.run(statement);
  await engine.run(`INSERT INTO pooled_results BY NAME ${areaPools}`);
  await engine.run('DROP TABLE pool_kinds; DROP TABLE pool_rows');
}
