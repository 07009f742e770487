import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeExtracts } from '../../src/cli/extracts.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { ManifestFile } from '../../src/contract/public.ts';
import { compareExtracts, type Extract, firstExtracts, ruleExtracts } from '../../src/explorer/unpack.ts';
import { extractsList } from '../../src/site/extracts.ts';
import { demoRun } from '../demo-run.ts';
import { openExtracts } from './open-extracts.ts';

/** The release's own tables, and the explorer's in the schema `extract`. */
let plain: Engine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const {
    native,
    wasm,
    plain: own,
  } = await openExtracts((await demoRun()).folder, [...new Set([...compareExtracts, ...ruleExtracts])]);
  plain = own;
  for (const engine of [native, wasm]) await engine.close();
}, 180_000);
afterAll(() => plain.close());

// The same rows told twice, each without what the other has: both must be none.
async function differences(own: string, published: string) {
  const count = async (sql: string) => (await plain.query<{ n: number }>(sql))[0]?.n;
  return [
    await count(`SELECT count(*) AS n FROM (${own} EXCEPT ALL ${published})`),
    await count(`SELECT count(*) AS n FROM (${published} EXCEPT ALL ${own})`),
    (await count(`SELECT count(*) AS n FROM (${own})`)) === 0,
  ];
}

const counts = 'participants_low, participants_high, below_threshold_low, below_threshold_high';
const change = 'year, year_before, procedure, subject, grade, comparability, formal_low, formal_high';
const kept: [what: string, table: Extract, columns: string, from: string][] = [
  [
    'every count of a school',
    'school_results',
    `entity_id, municipality_id, year, procedure, subject, grade, session, comparability, ${counts}`,
    "results WHERE level = 'school'",
  ],
  [
    'every count of an area, and how it is protected',
    'area_results',
    `level, entity_id, year, procedure, subject, grade, session, comparability, protection, ${counts}`,
    "results WHERE level <> 'school'",
  ],
  [
    'every change of a school that could be computed',
    'school_dynamics',
    `entity_id, verdict, ${change}`,
    "dynamics WHERE level = 'school' AND reason IS NULL",
  ],
  [
    'every change of a municipality that could be computed',
    'area_dynamics',
    `entity_id, verdict, ${change}`,
    "dynamics WHERE level = 'municipality' AND reason IS NULL",
  ],
  [
    'every cohort but the region’s',
    'cohorts',
    `level, entity_id, grade_before, ${change}, relative_low, relative_high, participants_before_low,
     participants_before_high, below_threshold_before_low, below_threshold_before_high, ${counts}`,
    "cohorts WHERE level <> 'region'",
  ],
  [
    'the pooled rows that the rule of identification reads',
    'school_pools',
    `entity_id, year_to, procedure, subject, comparability, cells, ${counts}`,
    "pooled_results WHERE level = 'school' AND grade = 0 AND year_from = year_to",
  ],
];

for (const [what, table, columns, from] of kept)
  it(`the tables taken out of a release hold ${what} as published`, async () => {
    const own = `SELECT ${columns} FROM extract.${table}`;
    expect(await differences(own, `SELECT ${columns} FROM ${from}`)).toEqual([0, 0, false]);
  });

it('what is compared holds ranges and counts that are not known', async () => {
  const [some] = await plain.query<{ n: number }>(
    'SELECT count(*) AS n FROM results WHERE below_threshold_high > below_threshold_low OR below_threshold_low IS NULL',
  );
  expect(some?.n).toBeGreaterThan(1000);
});

it('they have the same bytes every time, and each page a fraction of the release', async () => {
  const { folder: release } = await demoRun();
  const list = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-extracts-'));
    await writeExtracts(release, folder);
    return readFileSync(join(folder, extractsList), 'utf8');
  };
  const first = await list();
  expect(await list()).toBe(first);
  const files = JSON.parse(first) as ManifestFile[];
  const kilobytes = (tables: readonly Extract[]) =>
    tables.reduce(
      (sum, table) => sum + (files.find(({ path }) => path === `${table}.parquet`)?.bytes ?? Number.NaN),
      0,
    ) / 1000;
  expect(files).toHaveLength(new Set([...compareExtracts, ...ruleExtracts]).size);
  expect(kilobytes(firstExtracts)).toBeLessThan(140);
  expect(kilobytes([...firstExtracts, 'school_dynamics'])).toBeLessThan(230);
  expect(kilobytes(compareExtracts)).toBeLessThan(350);
  expect(kilobytes(ruleExtracts)).toBeLessThan(180);
});
