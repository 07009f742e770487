import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relateEarlier } from '../../src/audit/history.ts';
import { newModel, relatePlaces } from '../../src/audit/model.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import { type Counts, readCounts } from '../../src/audit/rows.ts';
import { resultCounts } from '../../src/contract/canonical.ts';
import type { Engine, Row } from '../../src/contract/engine.ts';
import { published } from '../../src/contract/published.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { rememberRelease } from '../../src/protect/history.ts';
import { openNative } from '../../src/query/native.ts';
import { rng } from '../../src/stats/rng.ts';
import { temporaryFolder } from '../support.ts';
import { places, publish, rowsOf } from './region.ts';

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

/** Releases one after another, each protected with what the one before told and hid. */
async function releases(
  sets: readonly string[][],
  preset: Preset = 'public',
  forget = false,
): Promise<Release[]> {
  const folder = temporaryFolder();
  const made: Release[] = [];
  for (const [number, rows] of sets.entries()) {
    const files = (n: number) => ({
      rows: join(folder, `rows${n}.parquet`),
      totals: join(folder, `totals${n}.parquet`),
    });
    const truth = await publish(engine, rows, 'internal');
    const shown = await publish(engine, rows, preset, number > 0 && !forget ? files(number - 1) : undefined);
    await rememberRelease(engine, files(number));
    const at = {
      view: 'results',
      table: 'results',
      release: sets.length - 1 - number,
      key: published.results.key,
    };
    made.unshift({ truth, shown, counts: await readCounts(engine, at) });
  }
  return made;
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
    return cell && told
      ? [{ ...cell.row.key, release: cell.row.release, column: cell.column, told, found: [low, high] }]
      : [];
  });
}

describe('releases of corrected data', () => {
  it.each([
    ['public', 4],
    ['public', 7],
    ['rounded', 4],
  ] as const)(
    'add nothing to what was hidden, hold the truth and tell their totals (%s, seed %i)',
    async (preset, seed) => {
      const first = rowsOf(seed);
      const second = corrected(first, seed, 0.05);
      const made = await releases([first, second, corrected(second, seed + 50, 0.02)], preset);
      for (const { truth, shown } of made) {
        expect(shown).toHaveLength(truth.length);
        for (const [i, row] of shown.entries())
          for (const name of resultCounts) {
            const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
            if (low === null) continue;
            expect(Number(low), `${row.entity_id} ${name}`).toBeLessThanOrEqual(
              Number(truth[i]?.[`${name}_high`]),
            );
            expect(Number(high), `${row.entity_id} ${name}`).toBeGreaterThanOrEqual(
              Number(truth[i]?.[`${name}_low`]),
            );
          }
      }
      expect(await betrayed(made)).toEqual([]);
    },
    60_000,
  );

  it('would betray hidden numbers without the memory of the release before', async () => {
    const first = rowsOf(1);
    const made = await releases([first, corrected(first, 1, 0.05)], 'public', true);
    expect((await betrayed(made)).length).toBeGreaterThan(0);
  }, 60_000);
});
