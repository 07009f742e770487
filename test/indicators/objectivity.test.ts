import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import type { ObjectivityRow } from '../../src/contract/status.ts';
import { parameterViews } from '../../src/indicators/parameters.ts';
import { sqlOf } from '../../src/indicators/run.ts';
import { openNative } from '../../src/query/native.ts';
import { fences } from '../../src/stats/fences.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';
import { fill, readMethodology, result } from './tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
  for (const view of parameterViews(readMethodology('default'))) await engine.run(view);
});
afterAll(() => engine.close());

type Rows = Parameters<typeof fill>[2];

async function markers(rows: Rows, more: { bias_list?: Rows; boundary_spikes?: Rows } = {}) {
  await fill(engine, 'results', rows);
  await fill(engine, 'bias_list', more.bias_list ?? []);
  await fill(engine, 'boundary_spikes', more.boundary_spikes ?? []);
  const found = await engine.query<ObjectivityRow>(sqlOf('objectivity'));
  return (marker: string) => found.filter((row) => row.marker === marker);
}
const work = (school: string, year: number, grade: number, changes: Record<string, Cell>) =>
  result(school, year, 40, 4, { grade, ...changes });

describe('markers', () => {
  it('inflated-mean compares the ends of two intervals, the region’s pooled from its schools', async () => {
    const schools = [10, 11, 12, 18].map((mean, i) =>
      work(`s${i}`, 2025, 5, { score_mean: mean, score_sd: 3 + i / 10 }),
    );
    const found = (await markers(schools))('inflated-mean');
    const means = [10, 11, 12, 18];
    const mean = means.reduce((sum, value) => sum + value, 0) / 4;
    const squares = means.reduce(
      (sum, value, i) => sum + 39 * (3 + i / 10) ** 2 + 40 * (value - mean) ** 2,
      0,
    );
    const { high } = meanInterval(mean, Math.sqrt(squares / 159), 160);
    for (const [i, row] of found.entries()) {
      expect(row.bound).toBeCloseTo(high, 9);
      expect(row.value).toBeCloseTo(meanInterval(means[i] ?? 0, 3 + i / 10, 40).low, 9);
    }
    expect(found.map(({ state }) => state)).toEqual(['not-met', 'not-met', 'not-met', 'met']);
  });

  it('sharp changes lie outside Tukey’s outer fences of the region', async () => {
    const ratios = [1, 1.02, 1.04, 1.06, 1.08, 1.1, 2, 0.4];
    const rows = ratios.flatMap((ratio, i) => [
      work(`s${i}`, 2024, 4, { completion_mean: ratio / 4 }),
      work(`s${i}`, 2025, 5, { completion_mean: 0.25 }),
    ]);
    const of = await markers(rows);
    const { low, high } = fences(ratios, 3);
    expect(of('sharp-fall')[0]?.bound).toBeCloseTo(high, 9);
    expect(of('sharp-rise')[0]?.bound).toBeCloseTo(low, 9);
    const met = (marker: string) =>
      of(marker)
        .filter(({ state }) => state === 'met')
        .map((row) => row.school_id);
    expect([met('sharp-fall'), met('sharp-rise')]).toEqual([['s6'], ['s7']]);
  });

  it('journal-mismatch is a negative correlation; without one the reason is no-data', async () => {
    const rows = [-0.2, 0.4, null].map((rho, i) => work(`s${i}`, 2025, 4, { journal_rho: rho }));
    const found = (await markers(rows))('journal-mismatch');
    expect(found.map(({ state, reason }) => [state, reason])).toEqual([
      ['met', null],
      ['not-met', null],
      ['insufficient-data', 'no-data'],
    ]);
  });

  it('a spike counts under its threshold, and only with participants enough', async () => {
    const spike = (school: string, p: number, informative: boolean) => ({
      school_id: school,
      year: 2025,
      procedure: 'vpr',
      subject: 'mathematics',
      grade: 5,
      session: 'spring',
      mark: 3,
      informative,
      p_value: p,
    });
    const of = await markers([], {
      boundary_spikes: [spike('a', 0.01, true), spike('b', 0.02, true), spike('c', 0.01, false)],
    });
    expect(of('mark-boundary-spike').map(({ state, reason }) => [state, reason])).toEqual([
      ['met', null],
      ['not-met', null],
      ['insufficient-data', 'few-participants'],
    ]);
  });

  it('the official list concerns the years that it names', async () => {
    const rows = [2024, 2025].flatMap((year) => ['a', 'b'].map((id) => work(id, year, 7, {})));
    const of = await markers(rows, { bias_list: [{ school_id: 'a', year: 2025, markers: 2 }] });
    expect(of('official-list').map(({ school_id, year, state }) => [school_id, year, state])).toEqual([
      ['a', 2025, 'met'],
      ['b', 2025, 'not-met'],
    ]);
  });
});
