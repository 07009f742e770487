import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoFolder as site } from '../../src/cli/start.ts';
import type { Latest, MunicipalityFile, RegionFile } from '../../src/contract/public.ts';
import { type QuickFile, quickDynamics, quickRates } from '../../src/explorer/quick.ts';

const file: QuickFile = {
  procedure: 'vpr',
  subject: 'mathematics',
  entities: ['r', 'm1', 'm2'],
  sessions: [
    {
      grade: 4,
      year: 2024,
      session: 'spring',
      comparability: 's',
      n: [100, 40, null],
      x: [10, 1, null],
      ranges: { 1: [40, 40, 1, 2] },
      protection: { 1: 'few-failing' },
    },
    {
      grade: 5,
      year: 2024,
      session: 'spring',
      comparability: 's',
      n: [90, 1, 50],
      x: [9, null, 5],
      ranges: { 1: [1, 9, null, null] },
    },
  ],
};

describe('the small files of works', () => {
  const one = { procedure: 'vpr', subject: 'mathematics' };
  it('give the rows of the region and the municipality, ranges as ranges', () => {
    const rows = quickDynamics(file, { ...one, grade: 4, municipality: 'm1' });
    expect(
      rows.map((row) => [
        row.level,
        row.participants_low,
        row.below_threshold_low,
        row.below_threshold_high,
        row.protection,
      ]),
    ).toEqual([
      ['municipality', 40, 1, 2, 'few-failing'],
      ['region', 100, 10, 10, 'none'],
    ]);
    expect(quickDynamics(file, { ...one, grade: 4, municipality: 'm2' })).toHaveLength(1);
    expect(quickDynamics(file, { ...one, grade: null, municipality: "x'; --" })).toHaveLength(2);
  });

  it('an unknown count makes the sum unknown', () => {
    const [first, second] = quickRates(file, null, [
      { id: 'm1', name: 'A' },
      { id: 'm2', name: 'B' },
    ]);
    expect(first).toMatchObject({ participants_low: 41, participants_high: 49, below_threshold_low: null });
    expect(second).toMatchObject({ participants_low: 50, below_threshold_low: 5, below_threshold_high: 5 });
  });
});

const built = join(site, 'explore/works');
describe.skipIf(globSync(`${built}/*/*.json`).length === 0)('the small files of the built site', () => {
  const paths = globSync(`${built}/*/*.json`);
  it('stay under 60 KB compressed in all', () => {
    const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(60);
  });

  it('say what the release says', () => {
    const { release } = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
    const read = <T>(path: string) =>
      JSON.parse(readFileSync(join(site, 'data', release, path), 'utf8')) as T;
    const region = read<RegionFile>('region.json');
    const place = read<MunicipalityFile>('municipalities/09701000.json');
    const core = [
      'grade',
      'year',
      'session',
      'comparability',
      'protection',
      'participants_low',
      'participants_high',
      'below_threshold_low',
      'below_threshold_high',
    ] as const;
    const key = (row: Record<string, unknown>) => core.map((name) => row[name]).join('|');
    let compared = 0;
    for (const path of paths) {
      const work = JSON.parse(readFileSync(path, 'utf8')) as QuickFile;
      const mine = quickDynamics(work, {
        procedure: work.procedure,
        subject: work.subject,
        grade: null,
        municipality: '09701000',
      });
      const theirs = [...place.results, ...region.results].filter(
        ({ procedure, subject }) => procedure === work.procedure && subject === work.subject,
      );
      expect(mine.map(key).sort()).toEqual(theirs.map(key).sort());
      compared += mine.length;
    }
    expect(compared).toBeGreaterThan(300);
  });
});
