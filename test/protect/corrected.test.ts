import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relateEarlier } from '../../src/audit/history.ts';
import { newModel, relatePlaces } from '../../src/audit/model.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { type Counts, readCounts } from '../../src/audit/rows.ts';
import type { Engine, Row } from '../../src/contract/engine.ts';
import { published } from '../../src/contract/published.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { rememberRelease, totalKey } from '../../src/protect/history.ts';
import type { Range } from '../../src/protect/narrow.ts';
import type { TotalCuts } from '../../src/protect/totals.ts';
import { openNative } from '../../src/query/native.ts';
import { rng } from '../../src/stats/rng.ts';
import { temporaryFolder } from '../support.ts';
import { expectTruth, places, publish, rowsOf } from './region.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative({ threads: 2 });
});
afterAll(() => engine.close());

/** School, year, procedure, subject, grade and session of a row. */
const keyOf = (row: string): string => row.split(', ').slice(0, 6).join(', ');

/** Rows of a region in which some are taken out and others are those of another draw. */
function corrected(rows: readonly string[], seed: number, share: number): string[] {
  const random = rng(seed);
  const others = new Map(rowsOf(1000 + seed).map((row) => [keyOf(row), row]));
  return rows.flatMap((row) => {
    const roll = random();
    if (roll < share / 6) return [];
    return [roll < share ? (others.get(keyOf(row)) as string) : row];
  });
}

interface Release {
  truth: Row[];
  shown: Row[];
  counts: Counts;
}

interface Options {
  preset?: Preset;
  /** Protects each release by itself. */
  forget?: boolean;
  /** Tells totals again where the attack narrows them. */
  tighten?: boolean;
}

/** Releases one after another, newest first, each protected with what those before told and hid. */
async function releases(
  sets: readonly string[][],
  { preset = 'public', forget = false, tighten = false }: Options = {},
): Promise<Release[]> {
  const folder = temporaryFolder();
  const made: Release[] = [];
  for (const [number, rows] of sets.entries()) {
    const files = (n: number) => ({
      rows: join(folder, `rows${n}.parquet`),
      totals: join(folder, `totals${n}.parquet`),
      behind: join(folder, `behind${n}.parquet`),
    });
    const truth = await publish(engine, rows, 'internal');
    const earlier = number > 0 && !forget ? files(number - 1) : undefined;
    const release = sets.length - 1 - number;
    const at = { view: 'results', table: 'results', release, key: published.results.key };
    const make = async (cuts?: TotalCuts): Promise<Release> => {
      const shown = await publish(engine, rows, preset, { earlier, cuts });
      return { truth, shown, counts: await readCounts(engine, at) };
    };
    made.unshift(await make());
    const found = tighten ? await betrayed(made) : [];
    if (found.length > 0) made[0] = await make(cutsOf(found));
    await rememberRelease(engine, files(number), earlier);
  }
  return made;
}

/** What is found of totals of the newest release, as bounds of the next try; of schools nothing may be found. */
function cutsOf(found: Awaited<ReturnType<typeof betrayed>>): TotalCuts {
  const cuts = new Map<string, Map<string, Range>>();
  for (const { key, column, range } of found) {
    expect(key.level).not.toBe('school');
    const total = totalKey(String(key.level), key.entity_id, key);
    cuts.set(total, (cuts.get(total) ?? new Map()).set(column, range));
  }
  return cuts;
}

/** What a reader of all releases finds narrower than it is told, newest first. */
async function betrayed(made: readonly Release[]) {
  const model = newModel();
  for (const [number, { counts }] of made.entries()) {
    model.take(counts);
    const newest = made[0] as Release;
    const rows = number === 0 ? counts.rows : relateEarlier(newest.counts, counts, places, model);
    relatePlaces({ ...counts, rows }, places, model, number);
  }
  const { narrowed, unsolved, impossible } = await rangesOf(model.system);
  expect([impossible, unsolved]).toEqual([[], []]);
  return [...narrowed].flatMap(([id, { low, high }]) => {
    const { cell, published: told } = model.system.hidden[id] ?? {};
    const range: Range = [low, high];
    return cell && told
      ? [{ key: cell.row.key, release: cell.row.release, column: cell.column, told, range }]
      : [];
  });
}

describe('releases of corrected data', () => {
  it.each([
    ['public', 4],
    ['rounded', 4],
  ] as const)(
    'add nothing to what was hidden, hold the truth and tell their totals (%s, seed %i)',
    async (preset, seed) => {
      const first = rowsOf(seed);
      const second = corrected(first, seed, 0.05);
      const made = await releases([first, second, corrected(second, seed + 50, 0.02)], { preset });
      for (const { truth, shown } of made) expectTruth(shown, truth);
      expect(await betrayed(made)).toEqual([]);
    },
    60_000,
  );

  it('would betray hidden numbers without the memory of the release before', async () => {
    const first = rowsOf(1);
    const made = await releases([first, corrected(first, 1, 0.05)], { forget: true });
    expect((await betrayed(made)).length).toBeGreaterThan(0);
  }, 60_000);

  it('tell a total as narrow as the attack makes it, where several equations together do', async () => {
    const sets = [rowsOf(5)];
    for (const [n, share] of [0.05, 0.02, 0.1].entries())
      sets.push(corrected(sets[n] as string[], 5 + 50 * n, share));
    const wide = await releases(sets);
    const found = await betrayed(wide);
    expect(found.map(({ key, column, range }) => [key.level, column, range])).toEqual([
      ['region', 'mark_5', [244, 358]],
    ]);
    const narrow = await releases(sets, { tighten: true });
    expect(await betrayed(narrow)).toEqual([]);
    for (const { truth, shown } of narrow) expectTruth(shown, truth);
  }, 120_000);
});
