import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, it, vi } from 'vitest';
import { fateOf } from '../../src/demo/fates.ts';
import { noFate } from '../../src/demo/level.ts';
import { makeWorld } from '../../src/demo/set.ts';
import { sheetsOf } from '../../src/demo/sitting.ts';
import { tally } from '../../src/demo/tally.ts';
import { vprWorks } from '../../src/demo/works.ts';
import { demoRun } from '../demo-run.ts';

type Row = Record<string, string>;
let rows: Row[];

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const { folder } = await demoRun();
  rows = Papa.parse<Row>(readFileSync(join(folder, 'programme_effects.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}, 120_000);

/** What the programme made of its schools in a year: the same children without it, drawn from the same streams. */
function truth(first: number, year: number): number {
  const { schools, fates } = makeWorld();
  const own = schools.filter((school) => fateOf(fates, school).programme[0] === first);
  const effects = own.map((school) => {
    let [below, without, all] = [0, 0, 0];
    for (const work of vprWorks(year, school.id).filter(({ subject }) =>
      ['russian', 'mathematics'].includes(subject),
    )) {
      const real = tally(sheetsOf(school, work, fateOf(fates, school)), work);
      below += real?.below ?? 0;
      all += real?.participants ?? 0;
      without += tally(sheetsOf(school, work, noFate), work)?.below ?? 0;
    }
    return all === 0 ? 0 : (below - without) / all;
  });
  return effects.reduce((sum, value) => sum + value, 0) / effects.length;
}

it('what the demo’s programme truly did lies in the interval of each of its waves', () => {
  const vpr = rows.filter(({ procedure }) => procedure === 'vpr');
  expect(vpr.map(({ first_year }) => first_year)).toEqual(['2021', '2023', '2025']);
  for (const { first_year, year, interval_low, interval_high } of vpr) {
    const effect = truth(Number(first_year), Number(year));
    expect(effect, first_year).toBeLessThan(0);
    expect(effect, first_year).toBeGreaterThan(Number(interval_low));
    expect(effect, first_year).toBeLessThan(Number(interval_high));
  }
});

it('too few schools to tell a small effect: no wave is called clear, and none of them as harm', () => {
  expect(rows.map(({ verdict }) => verdict)).toEqual(rows.map(() => 'no-clear-difference'));
});
