import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../contract/engine.ts';
import type { Latest } from '../../contract/public.ts';

/** The protected tables that every SQL text of indicators starts from. */
export const inputs = [
  'results',
  'pooled_results',
  'schools',
  'municipalities',
  'regions',
  'deficits',
  'social_index',
  'programmes',
  'bias_list',
  'observations',
  'boundary_spikes',
] as const;

/** Folder of the release that a built site shows. */
export function releaseFolder(site: string): string {
  const { release } = JSON.parse(readFileSync(join(site, 'data', 'latest.json'), 'utf8')) as Latest;
  return join(site, 'data', release);
}

const schoolColumn: Readonly<Record<string, string>> = {
  results: 'entity_id',
  pooled_results: 'entity_id',
  observations: 'entity_id',
};
const isSchool: Readonly<Record<string, string>> = {
  results: `level = 'school'`,
  pooled_results: `level = 'school'`,
  observations: `entity_level = 'school'`,
};

/** Adds copies of every school with names of their own, until there are `times` as many. Areas stay as they are. */
export async function grow(engine: Engine, tables: readonly string[], times: number): Promise<void> {
  for (const table of tables) {
    if (table === 'municipalities' || table === 'regions') continue;
    const id = schoolColumn[table] ?? 'school_id';
    const where = isSchool[table] ?? 'true';
    await engine.run(`CREATE OR REPLACE TABLE grown AS SELECT * FROM ${table} WHERE ${where}`);
    for (let copy = 2; copy <= times; copy++)
      await engine.run(`INSERT INTO ${table} SELECT * REPLACE (${id} || '-${copy}' AS ${id}) FROM grown`);
    await engine.run('DROP TABLE grown');
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds of each of several runs. */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}
